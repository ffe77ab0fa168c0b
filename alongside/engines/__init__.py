"""The engines: every calculation that a figure on the site rests on, in plain Python and numpy.

An engine knows no Django, no network, no clock and no hidden chance, and no other engine: it is
given values and gives back values and reasons. So a stranger can install the base package and
check any figure on their own machine.
"""
