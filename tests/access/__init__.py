"""Who may come to which address: one table, tried over HTTP, and kept complete by a test."""
