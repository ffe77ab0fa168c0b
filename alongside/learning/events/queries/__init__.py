"""Reads of the live part of an event."""
