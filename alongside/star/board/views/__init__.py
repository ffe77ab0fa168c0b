"""Pages of the board and of the pack."""
