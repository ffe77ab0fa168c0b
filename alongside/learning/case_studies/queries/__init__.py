"""Reads of the case library."""
