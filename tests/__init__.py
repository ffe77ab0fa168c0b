"""Journeys, rules about the repository itself, and faults."""
