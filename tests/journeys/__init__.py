"""Whole paths, in a real browser, with the named people."""
