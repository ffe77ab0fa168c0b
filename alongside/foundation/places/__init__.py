"""Places: the nation, its partnerships, and what lies in them.

A *place* is a nation or a partnership and owns every row of its own (decision 0002). A partnership
is its own dated record, linked many-to-many with council areas: it is never a synonym for a
council. Also here: organisations with their sector, services, wards, each place's own vocabulary,
and the reference data (32 council areas, 31 integration authorities) with source and vintage.
"""
