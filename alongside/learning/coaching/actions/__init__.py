"""Every write to courses, plans and notes, by noun."""
