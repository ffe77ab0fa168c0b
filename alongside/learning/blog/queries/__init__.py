"""Reads of the blog, split by who asks."""
