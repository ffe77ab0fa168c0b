"""What the documents say is true: links, commands, numbers, words, and the recipe."""
