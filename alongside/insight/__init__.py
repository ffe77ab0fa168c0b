"""Insight: what all of it adds up to. Reads everything that may be read, writes nothing of theirs."""
