"""Pages of the Priority Matrix."""
