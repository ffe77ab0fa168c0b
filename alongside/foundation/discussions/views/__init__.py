"""Pages of discussions: writing, one's own comments, the moderators' desk, the policy."""
