"""Accounts: how somebody proves to be the same person as last time.

An account is an email address with ways to sign in; it holds no role. What a person may do comes
from `members`. Also here, because everything above needs it: the keyed hashes in which codes are
kept, and the count of failed attempts.
"""
