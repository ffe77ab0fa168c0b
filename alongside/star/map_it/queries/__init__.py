"""Queries of the Explorer, split by noun."""
