"""Rules of the Explorer, split by noun."""
