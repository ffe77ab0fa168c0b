"""Jobs: background work that a person can watch.

One row per piece of work: progress, cancel, heartbeat, result. It runs on Django's tasks in a
worker beside the web process. What a dead worker left is taken up again. An action asks for work
by a registered name; the work itself fetches ids and calls an action.
"""
