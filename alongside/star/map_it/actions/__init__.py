"""Actions of the Explorer, split by noun."""
