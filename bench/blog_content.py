"""Put 5,000 posts of 32 partnerships into an empty installation; print where to look.

Words are drawn as in `cases_content`. Run by `installation` in a process of its own, with that
installation's settings.
"""

import json
from datetime import date, timedelta
from typing import Any

import django

POSTS = 5_000
PLACES = 32
TOPICS = 12
LATEST = date(2026, 11, 1)


def main() -> None:
    """Set Django up, fill, and print."""
    django.setup()
    print(json.dumps(_fill()))


def _fill() -> dict[str, object]:
    from django.db import transaction  # noqa: PLC0415 - needs the set-up
    from django.test import Client  # noqa: PLC0415
    from wagtail.signal_handlers import disable_reference_index_auto_update  # noqa: PLC0415

    from alongside.foundation.history.actor import system_actor  # noqa: PLC0415
    from alongside.foundation.places.actions import open_partnership  # noqa: PLC0415
    from alongside.foundation.search.actions import keep_in_search  # noqa: PLC0415
    from alongside.learning.blog.actions.spaces import open_space  # noqa: PLC0415
    from alongside.learning.blog.queries.searchable import posts  # noqa: PLC0415
    from tests.people import make_world  # noqa: PLC0415
    from tests.posts import author, draw_picture, series, topic  # noqa: PLC0415

    world, by = make_world(), system_actor()
    places = [
        open_partnership(nation=world.nation, name=f"Place {n}", slug=f"place-{n}", by=by)
        for n in range(PLACES)
    ]
    topics = [topic(world.nation, f"Topic {n}") for n in range(TOPICS)]
    with transaction.atomic(), disable_reference_index_auto_update():
        for place in places:
            told = {
                "space": open_space(place, by=by),
                "topics": topics,
                "authors": [author(place, f"Author {n} of {place.name}") for n in range(4)],
                "series": series(place, f"Series of {place.name}"),
                "picture": draw_picture(place),
            }
            _write(told, POSTS // PLACES)
        keep_in_search(posts())
    client = Client()
    client.force_login(world.cara.user)
    cookie = client.cookies["sessionid"].value
    return {"posts": POSTS // PLACES * PLACES, "cookie": cookie, "pages": _pages()}


def _pages() -> dict[str, str]:
    from bench.search_content import vocabulary  # noqa: PLC0415

    return {
        "list": "/learn/blog/",
        "list, two filters": "/learn/blog/?topic=topic-3&place=place-7",
        "list, by words": f"/learn/blog/?words={vocabulary()[40]}",
        "list, last page": "/learn/blog/?page=400",
        "post": "/learn/blog/place-7/post-12/",
        "home": "/",
    }


def _write(told: dict[str, Any], count: int) -> None:
    from alongside.learning.blog.models import Post, PostAuthor, PostTopic  # noqa: PLC0415
    from alongside.learning.blog.pictures import make_renditions  # noqa: PLC0415
    from bench.cases_content import Words  # noqa: PLC0415
    from tests.posts import paragraph  # noqa: PLC0415

    words = Words()
    for number in range(count):
        post = Post(
            title=f"Post {number}: {words.some(5)}",
            slug=f"post-{number}",
            introduction=words.some(25),
            body=[paragraph(words.some(120)) for _ in range(4)],
            dated_on=LATEST - timedelta(days=number * 9),
            picture=told["picture"],
            picture_says="A bench",
            series=told["series"] if number % 3 == 0 else None,
        )
        chosen = (number % TOPICS, (number + 5) % TOPICS)
        post.filed_under = [PostTopic(topic=told["topics"][n]) for n in chosen]
        post.written_by = [PostAuthor(author=told["authors"][number % 4])]
        _set_below(told["space"], post, number)
    told["space"].numchild = count
    told["space"].save(clean=False)
    make_renditions(post)


def _set_below(space: Any, post: Any, number: int) -> None:
    """What the tree does for one page more, without asking what is there already."""
    post.path = post._get_path(space.path, space.depth + 1, number + 1)  # noqa: SLF001
    post.depth = space.depth + 1
    post.draft_title, post.locale = post.title, space.locale
    post.set_url_path(space)
    post.save(clean=False)


if __name__ == "__main__":
    main()
