"""Disclosure: releases. What may be shown of people's answers, computed once and frozen.

Every page, picture, export and feed reads a release and nothing else; nobody filters small data
while reading (trust, part D). The calculation is `alongside.engines.disclosure`; here its
results are kept, with what they were made from.
"""
