"""The network: people of all partnerships of a nation ask, answer and help each other.

A `Profile` is what somebody chose to tell of themselves; without one they are in no directory. A
`Topic` is a question, a talk, an ask or an offer, with a thread below it; it lies in the open or in
a `Circle`. What is open is the nation's, and read by members of its partnerships; a partnership's
space is its own.
Source: peer support networks, grow it; networks of practice in the method.
"""
