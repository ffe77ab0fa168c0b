"""Coaching: courses that end in something done, and somebody at one's side until it is.

A `Course` is held for one `Cohort` after another, on days that are gatherings. Whoever joins gets a
`Plan`, made of commitments from their partnership's own activities; a coach, with whom they share
notes that nobody else reads; and dates on which they look back. A partnership has a plan of its
own while an associate of the nation coaches it. Source: method 1.5.
"""
