"""History: who did what to what, when, and through which channel.

Append-only: the database itself refuses to change or delete a row. It holds opaque ids and the
names of changed fields, never values and never free text, so that nothing personal has to be
erased from it. Also here, because every write in every room needs it: the `Actor`.
"""
