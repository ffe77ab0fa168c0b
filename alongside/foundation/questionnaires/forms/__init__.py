"""Forms of those who ask, and the form that a page of questions becomes."""
