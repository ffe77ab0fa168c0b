"""Search: one table of everything that can be found, and the words index of the database.

Rooms above put what they own into it within their own actions, so that what is taken back is gone
at once. A sweep compares the table with what the rooms say and mends what differs.
"""
