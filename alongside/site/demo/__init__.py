"""The worked example: an invented nation, so that whoever tries Alongside finds something there.

Caldonia has three partnerships: Strathmuir with two maps a year apart and a third one open,
Glenbeg with too few people for some figures, and Innisfad where nothing has begun. All of it is
made up and marked as that on every page; its accounts have a known password, so it is never loaded
in production. What it tells stands in `story/`; the answers are drawn from seeded chance.
"""

from alongside.site.demo.load import load_demo
from alongside.site.demo.summary import PASSWORD, SIGN_INS, DemoSummary, SignIn

__all__ = ["PASSWORD", "SIGN_INS", "DemoSummary", "SignIn", "load_demo"]
