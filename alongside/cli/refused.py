"""How a command says no."""


class CommandRefused(Exception):  # noqa: N818 - an answer to whoever typed, not an error
    """A command will not be done; the words are for whoever typed it."""
