"""Notices: what people are told by email, at once or in a digest, and how they stop it.

Rooms above call `tell`; a `Message` waits until the sweep puts it into a `Letter`, alone or with
others, as its reader's `Wish` says. No letter is empty, and each can be stopped with one press.
"""
