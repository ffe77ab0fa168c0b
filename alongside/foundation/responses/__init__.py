"""Responses: the envelope of every contribution.

Whatever people answer, the envelope is the same: which activity, which participant, which group
they spoke from, through which channel, under which version of the questions, and the submission
key that makes a repeated send count once. What was answered lives with the module that asked.
"""
