"""Pages of the blog: those that everybody reads, and the desk of those who write."""
