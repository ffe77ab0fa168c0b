"""Rooms: people who take part together, at one time, and see the result together.

A room belongs to one activity. Its facilitator holds a *door* open, through which phones come in
with a five-digit code or a QR code; asks; reveals; lets people talk; asks again. What is asked, and
what is shown when it is revealed, belongs to the module that runs the activity: the Priority Matrix
today, labs and votes later. Until a room is revealed nobody sees a figure, in no payload either.
"""
