"""Questionnaires: questions that anybody can put together, and everybody can answer.

What is asked and what fits is `engines.questions`; here are the tables, who may do what, and the
pages. An answer is one document on the shared envelope of a response (house, decision 5). The
version that somebody answers never changes once they have begun.
"""
