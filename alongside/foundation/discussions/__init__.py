"""Discussions: what people say to each other below a page or in a topic, and its moderation.

A `Thread` lies in a place, below a thing of some kind; its `Comment`s are by an `Author`, a member
or a guest with a name. What may happen to a comment is one table (`rules.MOVES`). Rooms above tell
which of their pages can be discussed (`kinds`), and show threads with `panels.thread_panel`.
"""
