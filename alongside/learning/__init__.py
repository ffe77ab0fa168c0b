"""Learning: what people tell others of working together, and learn from them."""
