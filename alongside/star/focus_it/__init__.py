"""Focus it: decide together what comes first, and let everyone see why.

The Priority Matrix, step two of five: people rate *items* (activities that happen or could, new
ideas, residents' proposals) for impact and effort, blind until a *room* reveals them; what is shown
goes through disclosure control; a decision follows the initiative. Purpose, axes and quadrants are
the published ones of the method; anchors and words are our own instrument (method 1.4).
"""
