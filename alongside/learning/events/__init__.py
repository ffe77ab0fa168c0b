"""Events: conferences, roadshows, workshops, online meetings and training, for everybody to find.

Pages over the noun `gathering`: the public list and page, booking without an account, the day
itself (live in its room: polls, questions from the floor), what is left afterwards, and the organiser's desk in the workspace. Source: method 1.5.
"""
