"""What people type about courses and plans."""
