"""Initiatives: the spine. One co-production activity, existing, possible or being tried.

Map it finds it or proposes it; Focus it decides; People it finds its people; Market it invites;
Grow it carries it further. No step asks a person to type again what an earlier step knows. Its
stage is read from dated decisions and stored nowhere else.
"""
