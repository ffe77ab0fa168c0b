"""Loaded by pytest before Django is: says that this is a test."""

import os

os.environ["ALONGSIDE_MODE"] = "test"
# Playwright runs an event loop in the thread that also uses the database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
