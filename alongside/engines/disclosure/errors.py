"""The one error of the engine: a code and parameters, so that a caller can word it for its reader."""


class DisclosureError(ValueError):
    """Refused: the table, the policy or the stored release can't be what it claims to be.

    >>> error = DisclosureError("unknown_member", dimension="group", member="mayor")
    >>> error.code, error.params["member"]
    ('unknown_member', 'mayor')
    >>> str(error)
    "unknown_member (dimension='group', member='mayor')"
    """

    def __init__(self, code: str, **params: object) -> None:
        self.code = code
        self.params = params
        details = ", ".join(f"{name}={value!r}" for name, value in params.items())
        super().__init__(f"{code} ({details})" if details else code)
