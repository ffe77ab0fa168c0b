"""Texts are alike as far as they share words that few others have."""

import math
from collections import Counter

import pytest

from alongside.engines.likeness import likest
from alongside.engines.likeness.texts import _words

TEXTS = [
    "Volunteers shop with older people who can't reach the shops.",
    "Older people go shopping with a volunteer each week.",
    "Residents decide how a neighbourhood budget is spent.",
    "The council lets neighbours decide a small budget for their street.",
    "",
]


def test_the_text_on_the_same_subject_comes_first() -> None:
    found = likest(TEXTS, most=1)
    assert [[one.at for one in alike] for alike in found] == [[1], [0], [3], [2], []]


def by_hand(texts: list[str], a: int, b: int) -> float:
    """The same by dictionaries, as one would write it on paper."""
    counts = [Counter(_words(text)) for text in texts]
    held = Counter(word for count in counts for word in count)

    def weights(count: Counter[str]) -> dict[str, float]:
        rarity = {word: math.log((1 + len(texts)) / (1 + held[word]) + 1) for word in count}
        raw = {word: (1 + math.log(n)) * rarity[word] for word, n in count.items()}
        length = math.sqrt(sum(one * one for one in raw.values()))
        return {word: one / length for word, one in raw.items()}

    first, second = weights(counts[a]), weights(counts[b])
    return sum(first[word] * second.get(word, 0) for word in first)


def test_scores_agree_with_a_count_by_hand() -> None:
    (best,) = likest(TEXTS, most=1)[0]
    assert best.score == pytest.approx(by_hand(TEXTS, 0, 1))


def test_the_same_text_twice_is_wholly_alike_and_equals_keep_their_order() -> None:
    found = likest(["choir evening", "choir evening", "choir evening"], most=2)
    assert [one.at for one in found[2]] == [0, 1]
    assert found[0][0].score == pytest.approx(1)


def test_texts_without_words_have_nothing_alike() -> None:
    assert likest(["", "12 345"]) == [[], []]
    assert likest([]) == []


def test_more_texts_than_fit_in_one_block() -> None:
    texts = [f"word{chr(97 + n % 26)}{chr(97 + n // 26)} choir" for n in range(600)]
    found = likest([*texts, texts[0]], most=1)
    assert found[600][0].at == 0
