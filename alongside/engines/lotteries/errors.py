"""The one error of the engine: a code and parameters for programs, a sentence for people."""


class LotteriesError(ValueError):
    """A pool, quotas or a size that no lottery can be made from; the sentence says what to do.

    >>> error = LotteriesError("unknown_person", "Bo is not in the pool.", people=("bo",))
    >>> error.code, error.params["people"], str(error)
    ('unknown_person', ('bo',), 'Bo is not in the pool.')
    """

    def __init__(self, code: str, message: str, **params: object) -> None:
        super().__init__(message)
        self.code = code
        self.params = params


def named(names: object) -> str:
    """A few names for a sentence, and how many more there are."""
    listed = [str(name) for name in names] if isinstance(names, list | tuple) else [str(names)]
    more = len(listed) - 5
    return ", ".join(listed[:5]) + (f" and {more} more" if more > 0 else "")
