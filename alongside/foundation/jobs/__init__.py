"""Jobs: background work that a person can watch, and stop.

One row per piece of work: progress, cancel, heartbeat, result. It runs on Django's tasks in a
worker beside the web process; the row and its task are written in one transaction. An action asks
for work by a name in `registry`; the work itself fetches ids and calls an action. What a dead
worker left is taken up again, at most three times in all. Used by every room with slow results.
"""
