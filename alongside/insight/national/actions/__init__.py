"""What the national team does with more than one module at once."""
