"""The one error of the engine: a code and parameters for programs, a sentence for people."""


class PrioritiesError(ValueError):
    """Ratings, weights or limits that no figure can be made from; the sentence says what to do.

    >>> error = PrioritiesError("costs_missing", "Give a cost for the café.", items=("café",))
    >>> error.code, error.params["items"], str(error)
    ('costs_missing', ('café',), 'Give a cost for the café.')
    """

    def __init__(self, code: str, message: str, **params: object) -> None:
        super().__init__(message)
        self.code = code
        self.params = params


def named(items: object) -> str:
    """A few names for a sentence, and how many more there are."""
    names = [str(item) for item in items] if isinstance(items, list | tuple) else [str(items)]
    more = len(names) - 5
    return ", ".join(names[:5]) + (f" and {more} more" if more > 0 else "")
