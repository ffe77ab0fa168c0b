"""Settings pages of a place, split by noun."""
