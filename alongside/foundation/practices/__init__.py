"""Practices: the index of what is done elsewhere, with sources.

A practice belongs to the nation and is read by all of its partnerships; the Explorer sets it
beside what is not happening yet. Learning publishes its case studies into the same index.
"""
