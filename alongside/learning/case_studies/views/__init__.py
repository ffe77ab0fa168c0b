"""Pages of the case library, split by who comes: everybody, those who write, the national team."""
