"""Commitments: who does what by when, how it stands, and what shows that it was done.

A `Commitment` is one promise of one person, with a day. `Evidence` is what there is to see of it.
Personal action plans are made of commitments; what else people promise each other uses the same
noun. A commitment is its owner's alone, or read by all members of the place (`is_shared`); rooms
above decide who else reads it. Source: method 1.3 (labs) and 1.5 (actions: owner, due, evidence).
"""
