"""Reads for the national team, split by what they are about."""
