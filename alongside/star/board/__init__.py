"""The programme board: the workspace's landing page.

The Star, the five steps with one next action each, where views differ, where more could be tried,
minutes asked of each group, what is late. Mixes the steps by a plain list of panels.
"""
