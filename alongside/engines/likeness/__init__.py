"""Which texts are alike, by their words: term frequency, inverse document frequency, cosine.

A word counts more the fewer texts hold it, and counts once however often it stands in one (1 plus
the logarithm of how often). Texts are alike as far as they share such words, from 0 (none) to 1 (the
same words in the same measure). It knows nothing of meaning: two texts that say the same in other
words are not alike to it, which is why a page says "similar words" and shows the case itself.

Source: Salton and Buckley, "Term-weighting approaches in automatic text retrieval" (1988).
"""

from .texts import Alike, likest

VERSION = "1"
"""Changes whenever the same texts would be alike in another measure."""

__all__ = ["VERSION", "Alike", "likest"]
