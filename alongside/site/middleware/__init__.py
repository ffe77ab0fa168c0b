"""What happens around every request: its id, its actor, the second factor, and refusals."""
