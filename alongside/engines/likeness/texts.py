"""The few texts most alike to each of many (term weights and cosine, see the package)."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from scipy import sparse

WORD = re.compile(r"[^\W\d_]{3,}")
LEAST = 0.05  # below this, what two texts share is chance
BLOCK = 256  # texts compared at a time: the table of a block is all that is held

# Words that say nothing about what a text tells; everything else earns its weight by being rare.
_COMMON = """
about after all also and any are because been but can could did does each for from had has have her
his how into its more most not now one other our out over she some than that the their them then
there they this those through very was were what when where which who will with would you your
"""
COMMON = frozenset(_COMMON.split())


class Alike(NamedTuple):
    """Another text, by its place in the list, and how alike it is."""

    at: int
    score: float


def likest(texts: Sequence[str], *, most: int = 3) -> list[list[Alike]]:
    """Return for each text those most alike, the most alike first; equals in the order given.

    A text that shares nothing worth naming has none.

    >>> found = likest(["The choir sings", "A choir that sings", "Potholes and kerbs"])
    >>> [one.at for one in found[0]], found[2]
    ([1], [])
    """
    weights = _weights([Counter(_words(text)) for text in texts])
    if weights is None:
        return [[] for _ in texts]
    found: list[list[Alike]] = []
    for at in range(0, weights.shape[0], BLOCK):
        table = (weights[at : at + BLOCK] @ weights.T).toarray()
        found += [_best(row, at + offset, most) for offset, row in enumerate(table)]
    return found


def _words(text: str) -> list[str]:
    said = (word for word in WORD.findall(text.casefold()) if word not in COMMON)
    return [_stem(word) for word in said]


def _stem(word: str) -> str:
    """Singular and plural are one word; nothing more is guessed."""
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word


def _weights(counts: Sequence[Counter[str]]) -> "sparse.csr_array | None":
    """One row a text, each of length 1; nothing where no text has a word."""
    known = {word: at for at, word in enumerate(dict.fromkeys(w for c in counts for w in c))}
    if not known:
        return None
    rows = np.repeat(np.arange(len(counts)), [len(count) for count in counts])
    columns = np.array([known[word] for count in counts for word in count], dtype=np.intp)
    often = np.array([n for count in counts for n in count.values()], dtype=float)
    held = np.bincount(columns, minlength=len(known))
    weight = (1 + np.log(often)) * np.log((1 + len(counts)) / (1 + held) + 1)[columns]
    table = sparse.csr_array((weight, (rows, columns)), shape=(len(counts), len(known)))
    lengths = np.sqrt(table.multiply(table).sum(axis=1))
    lengths[lengths == 0] = 1
    return sparse.csr_array(sparse.diags_array(1 / lengths) @ table)


def _best(row: np.ndarray, itself: int, most: int) -> list[Alike]:
    row[itself] = 0
    order = np.argsort(-row, kind="stable")[:most]
    return [Alike(int(at), float(row[at])) for at in order if row[at] >= LEAST]
