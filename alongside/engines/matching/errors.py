"""The one error of the engine: a code and parameters for programs, a sentence for people."""


class MatchingError(ValueError):
    """People, roles or weights that nothing can be matched from; the sentence says which is wrong.

    >>> error = MatchingError("doubled_role", "driver: two roles have this id.", role="driver")
    >>> error.code, error.params["role"], str(error)
    ('doubled_role', 'driver', 'driver: two roles have this id.')
    """

    def __init__(self, code: str, message: str, **params: object) -> None:
        super().__init__(message)
        self.code = code
        self.params = params
