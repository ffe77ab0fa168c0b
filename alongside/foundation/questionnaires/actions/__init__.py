"""Writes: prepare, open and end; begin, keep, send and withdraw."""
