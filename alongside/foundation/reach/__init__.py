"""Reach: who has taken part and who has not, and how much of people's time was asked for.

Compares who was heard with who was asked, group by group and service by service, under the
disclosure rule; later modules add reference populations and one limit on how often a person is
asked.
"""
