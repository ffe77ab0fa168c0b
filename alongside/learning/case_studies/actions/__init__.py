"""Every write to the case library."""
