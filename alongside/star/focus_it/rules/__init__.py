"""Who may do what with a matrix."""
