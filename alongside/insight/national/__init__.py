"""The national picture: the Stars that partnerships chose to share, side by side, never ranked.

National leads read released figures only. What a partnership keeps private is shown as that.
"""
