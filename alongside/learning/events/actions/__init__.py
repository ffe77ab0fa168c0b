"""Writes to the live part of an event."""
