"""Pages of courses, plans and coaching."""
