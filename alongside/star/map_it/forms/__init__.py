"""Forms of the Explorer, split by noun."""
