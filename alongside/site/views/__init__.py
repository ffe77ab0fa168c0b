"""Pages that belong to no single module, split by page."""
