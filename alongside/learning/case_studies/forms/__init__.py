"""Forms of the case library: filters of the list, the pages on which a case is written, reviewing."""
