"""Writes of the Priority Matrix."""
