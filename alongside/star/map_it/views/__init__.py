"""Views of the Explorer, split by noun."""
