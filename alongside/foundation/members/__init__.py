"""Members: who somebody is in a place, in what role, and in which of the four groups.

A *person* is how one partnership knows somebody; an account is optional and may stand behind
persons in several places (decision 0003). Roles and their permissions are one readable table
(`roles`), shown to everyone on a page. Guests have a *seat*: no account, one activity, and three
words to come back with.
"""
