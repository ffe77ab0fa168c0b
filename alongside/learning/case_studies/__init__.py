"""The case library: what others did together, for everybody to read, find and take up.

So far it shows a nation's index of practice: short entries, restated, each with its source.
"""
