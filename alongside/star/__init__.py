"""The Star: the framework everybody shares, the five steps that change practice, and the board.

`framework` holds the instrument and the drawing; each step is an app of its own and knows no
sibling; `board` puts them on one page. Source: the Star and the steps as described in the 2012
co-production blog series; everything here is our own wording and drawing.
"""
