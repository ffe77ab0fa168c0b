"""Pages of the national team, split by what they are about."""
