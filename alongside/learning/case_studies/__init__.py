"""The case library: what people and services did together, for everybody to read and take up.

A partnership writes a case study, starting from one of its activities, and sends it in; the national
team sends it back or publishes it; what is published stands in a nation's index of practice beside
short entries restated from other sources. Cases are compared, found by likeness, and bound together
in collections with a booklet. Structure: method 1.4 (case study pages of the toolkit's authors).
"""
