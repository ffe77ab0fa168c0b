"""What people may comment on: posts that everybody reads."""

from alongside.foundation.discussions.kinds import Subject
from alongside.learning.blog.models import Post
from alongside.learning.blog.queries.posts import OPEN

KIND = "post"


def public_post(key: str) -> Subject | None:
    """Return the page of a post, if everybody reads it. One query."""
    if not (key.isascii() and key.isdigit() and len(key) < 19):
        return None
    live = Post.objects.live().filter(place__state__in=OPEN, pk=int(key))
    found = live.select_related("place").first()
    if found is None:
        return None
    return Subject(found.place, found.title, found.public_path, found.is_open_for_comments)
