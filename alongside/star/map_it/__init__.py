"""Map it: the Explorer. A partnership finds out what it already does together, and what not.

A *round* asks the same four questions of everyone, one per Co, about each service; staff add the
ways of working that are in use. Out come the Star's levels, the list of practice (initiatives
that exist) and the list of what is not happening (candidates, with cases from elsewhere).
Source: step 1 of the Co-Production Star toolkit; the instrument is our own (`star.framework`).
"""
