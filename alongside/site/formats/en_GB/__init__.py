"""How dates, times and numbers are written in British English."""
