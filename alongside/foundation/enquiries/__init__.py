"""Enquiries: what somebody writes to a nation or a partnership through the contact page.

An enquiry wants an answer from a person, by a day that is told at once, and is deleted after its
time. It is no proposal (step "Focus it"): that is told without a name, answered to three words,
and stands on a public list. Used by the contact page of the site, and by a desk in the workspace.
"""
