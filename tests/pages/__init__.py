"""Every page once in a real browser, and every page under a fixed number of queries."""
