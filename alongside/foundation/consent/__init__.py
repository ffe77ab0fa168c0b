"""Consent: on what basis, for what purpose and under which notice people take part.

An *activity* is one thing people take part in (a map, later a vote or a survey). Contributions
point to a *participant* of that activity, never to an account (decision 0005), so that a person
can be erased while what was counted stands. Also here: the data map (every field's class,
retention and eraser) and erasure itself.
"""
