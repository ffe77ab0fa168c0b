from alongside.foundation.accounts.codes import (
    CodeKind,
    hash_code,
    new_token,
    new_words,
    typed_code,
)


def test_a_code_of_one_kind_has_another_hash_as_another_kind() -> None:
    hashes = {hash_code(kind, "river table moon") for kind in CodeKind}
    assert len(hashes) == len(CodeKind)


def test_capitals_hyphens_and_blanks_do_not_matter() -> None:
    assert hash_code(CodeKind.RETURN, "River-Table  moon ") == hash_code(
        CodeKind.RETURN, "river table moon"
    )


def test_the_hash_does_not_hold_the_code() -> None:
    token = new_token()
    assert token not in hash_code(CodeKind.INVITATION, token)
    assert len(token) == 32


def test_three_words_are_three_plain_words() -> None:
    words = new_words().split()
    assert len(words) == 3
    assert all(word.isalpha() and word.islower() for word in words)


def test_a_code_typed_from_a_poster_forgives_what_people_do() -> None:
    assert typed_code("7k3m-Q9TX-w2hd") == typed_code(" 7k3mq9tx w2hd/")
