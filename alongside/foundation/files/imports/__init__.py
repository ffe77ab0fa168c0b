"""Imports: a sheet becomes rows of the database, all or nothing, and safe to repeat.

A room declares an `ImportSpec` (`spec`); `planning` says by row and column what is wrong and what
would be new, changed or unchanged; `actions` of this room stage and confirm; `flow` is the two
pages. Nothing is written before a person has seen the plan and confirmed exactly that plan.
"""
