"""Reads of courses, plans and pairings, by noun."""
