"""The guard of cells that a spreadsheet program would take for a formula.

CSV has no types: a cell that begins with `= + - @`, a tab or a line break may be run as a formula
by whoever opens the file. We write an apostrophe before it, and take exactly that one away when
the file comes back, so that a text survives any number of journeys (trust 50).
"""

GUARD = "'"
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001 - wide forms run too


def _needs_guard(text: str) -> bool:
    return text.lstrip(GUARD).startswith(DANGEROUS)


def guarded(text: str) -> str:
    """Return the text with its guard, if it needs one.

    >>> guarded("=1+1"), guarded("Home care")
    ("'=1+1", 'Home care')
    """
    return GUARD + text if _needs_guard(text) else text


def unguarded(text: str) -> str:
    """Return the text as it was before `guarded`.

    >>> unguarded("'=1+1"), unguarded("'tis")
    ('=1+1', "'tis")
    """
    return text[1:] if text.startswith(GUARD) and _needs_guard(text) else text
