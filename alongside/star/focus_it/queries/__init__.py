"""Reads of the Priority Matrix."""
