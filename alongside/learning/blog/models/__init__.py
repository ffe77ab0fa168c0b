"""Tables of the blog, split by noun."""

from alongside.learning.blog.models.former_address import FormerAddress
from alongside.learning.blog.models.labels import Author, Series, Topic
from alongside.learning.blog.models.newsletter import Subscription
from alongside.learning.blog.models.picture import Picture, Rendition
from alongside.learning.blog.models.space import Space
from alongside.learning.blog.models.written import Post, PostAuthor, PostTopic, Prose, Written

__all__ = [
    "Author",
    "FormerAddress",
    "Picture",
    "Post",
    "PostAuthor",
    "PostTopic",
    "Prose",
    "Rendition",
    "Series",
    "Space",
    "Subscription",
    "Topic",
    "Written",
]
