"""Gatherings: when people meet, where, how many fit in, who comes, and who waits for a place.

A *gathering* is a conference, roadshow, workshop, online meeting or training of a partnership or of
the nation. People *book* with a name and a way to reach them; while all places are taken they stand
on the waiting list in the order in which they came. What access and food they need goes 30 days
after the gathering. Source: method 1.5, experience 14. Used by events, and by whatever else brings
people together in one place.
"""
