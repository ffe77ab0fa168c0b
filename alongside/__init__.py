"""Alongside: the open platform for co-production in public services.

People in a place answer questions, meet in rooms, make offers and commitments, join initiatives
and produce outcomes. `ARCHITECTURE.md` says where everything lives and who may import whom.
"""
