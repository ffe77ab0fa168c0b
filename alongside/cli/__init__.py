"""The `alongside` command, above everything else: what operators type.

One small file per command, listed in `main.COMMANDS`. Each offers `add_arguments(parser)` and
`run(options) -> int`. A command that needs the database calls `platform.start_platform()` first,
so that engine commands run from a base install without Django.
"""
