"""The web site as a whole: settings, addresses, middleware, and the pages that show several modules.

Only this room may know every other room. A page that belongs to one module lives with that module.
"""
