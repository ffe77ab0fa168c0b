"""Input to the Priority Matrix."""
