"""Forms of the brief."""
