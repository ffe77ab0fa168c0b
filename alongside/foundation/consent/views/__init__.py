"""Pages of consent, split by what they are about."""
