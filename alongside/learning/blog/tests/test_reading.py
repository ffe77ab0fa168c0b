"""What everybody reads of the blog."""

import json
import re
from xml.etree import ElementTree as ET

import pytest
from django.test import Client

from tests.people import World
from tests.posts import author, draw_picture, paragraph, series, topic, write_post

pytestmark = pytest.mark.django_db


def told(client: Client, path: str, status: int = 200) -> str:
    response = client.get(path)
    assert response.status_code == status, response
    return response.content.decode()


@pytest.fixture
def shelf_of_posts(world: World) -> None:
    together, design = topic(world.nation, "Co-production"), topic(world.nation, "Design")
    rona, story = author(world.strathmuir, "Rona M"), series(world.strathmuir, "A year")
    write_post(
        world.strathmuir, "First steps", topics=[together], authors=[rona], series=story, part=1
    )
    write_post(world.strathmuir, "Second steps", topics=[together, design], series=story, part=2)
    write_post(world.glenbeg, "Over the hill", topics=[design], dated_on="2024-05-01")


@pytest.mark.parametrize(
    ("query", "shown", "spoken"),
    [
        ("?topic=co-production", {"First steps", "Second steps"}, "Co-production"),
        ("?topic=design", {"Second steps", "Over the hill"}, "Design"),
        ("?topic=design&place=glenbeg", {"Over the hill"}, "Design, Glenbeg"),
        ("?series=a-year", {"First steps", "Second steps"}, "A year"),
        ("?author=rona-m", {"First steps"}, "Rona M"),
        ("?year=2024", {"Over the hill"}, "2024"),
        ("?words=hill", {"Over the hill"}, "“hill”"),
        ("?topic=design&words=second", {"Second steps"}, "Design, “second”"),
    ],
)
def test_posts_are_filtered_and_the_page_says_by_what(
    client: Client, shelf_of_posts: None, query: str, shown: set[str], spoken: str
) -> None:
    html = told(client, f"/learn/blog/{query}")
    titles = {"First steps", "Second steps", "Over the hill"}
    assert {title for title in titles if f">{title}</a>" in html} == shown
    assert f"Posts filtered by: <strong>{spoken}</strong>" in html
    assert '<a class="govuk-link" href="/learn/blog/">Show all</a>' in html


def test_a_topic_that_is_gone_is_told_and_passed_over(client: Client, shelf_of_posts: None) -> None:
    html = told(client, "/learn/blog/?topic=old-one")
    assert "“old-one” isn't a filter here any more" in html
    assert "Over the hill" in html


def test_a_post_shows_who_wrote_it_its_series_and_what_to_read_on(
    client: Client, shelf_of_posts: None
) -> None:
    html = told(client, "/learn/blog/strathmuir/first-steps/")
    assert "About Rona M" in html
    assert "A year, part 1" in html
    assert "you are here" in html
    assert "Read on" in html
    assert 'rel="canonical" href="http' in html


def test_a_list_asks_the_database_no_more_for_fifty_posts_than_for_three(
    client: Client, world: World, django_assert_max_num_queries: object
) -> None:
    together, rona = topic(world.nation, "Co-production"), author(world.strathmuir, "Rona M")
    bench = draw_picture(world.strathmuir)
    for number in range(12):
        write_post(
            world.strathmuir,
            f"Post {number}",
            topics=[together],
            authors=[rona],
            picture=bench,
            picture_says="A bench",
        )
    client.get("/learn/blog/")
    with django_assert_max_num_queries(12):  # type: ignore[operator]
        told(client, "/learn/blog/?topic=co-production&words=did")


def test_a_post_with_many_pictures_reads_their_sizes_at_once(
    client: Client, world: World, django_assert_max_num_queries: object
) -> None:
    shown = {"image": draw_picture(world.strathmuir), "alt_text": "A bench", "decorative": False}
    pictures = [("picture", {"picture": shown["image"], "caption": f"Bench {n}"}) for n in range(6)]
    for _kind, block in pictures:
        block["picture"].contextual_alt_text = "A bench"
        block["picture"].decorative = False
    write_post(world.strathmuir, "Benches", body=[paragraph("Look."), *pictures])
    client.get("/learn/blog/strathmuir/benches/")
    with django_assert_max_num_queries(12):  # type: ignore[operator]
        html = told(client, "/learn/blog/strathmuir/benches/")
    assert html.count('alt="A bench"') == 6
    assert html.count("Picture: drawn for a test") == 6


def test_drafts_and_posts_of_places_that_left_are_not_found(client: Client, world: World) -> None:
    write_post(world.strathmuir, "Not yet", publish=False)
    write_post(world.glenbeg, "Long ago")
    world.glenbeg.state = world.glenbeg.State.LEFT
    world.glenbeg.save()
    told(client, "/learn/blog/strathmuir/not-yet/", 404)
    told(client, "/learn/blog/glenbeg/long-ago/", 404)
    html = told(client, "/learn/blog/")
    assert "Not yet" not in html
    assert "Long ago" not in html


def test_a_post_stays_with_its_place(client: Client, world: World) -> None:
    write_post(world.strathmuir, "Ours")
    told(client, "/learn/blog/glenbeg/ours/", 404)


HOSTILE = "</script><script>alert(1)</script>\"'><img src=x onerror=alert(1)>"


def test_hostile_words_stay_words(client: Client, world: World) -> None:
    quote = ("quote", {"text": HOSTILE, "said_by": HOSTILE})
    video = ("video", {"title": HOSTILE, "address": "https://example.org/v", "says": HOSTILE})
    write_post(
        world.strathmuir,
        HOSTILE,
        slug="hostile",
        introduction=HOSTILE,
        authors=[author(world.strathmuir, HOSTILE[:70])],
        body=[("heading", HOSTILE), quote, video],
    )
    html = told(client, "/learn/blog/strathmuir/hostile/")
    assert "<script>alert" not in html
    assert "<img src=x" not in html
    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    assert json.loads(data)["headline"] == HOSTILE
    told(client, "/learn/blog/?words=" + "%3Cscript%3E")


def test_the_feed_is_atom_and_follows_the_filters(client: Client, shelf_of_posts: None) -> None:
    atom = "{http://www.w3.org/2005/Atom}"
    feed = ET.fromstring(client.get("/learn/blog/feed.atom?topic=design").content)
    titles = [entry.findtext(f"{atom}title") for entry in feed.findall(f"{atom}entry")]
    assert titles == ["Second steps", "Over the hill"]
    spoken = {
        entry.get("{http://www.w3.org/XML/1998/namespace}lang")
        for entry in feed.iter(f"{atom}entry")
    }
    assert spoken == {"en-gb"}
    told(client, "/learn/blog/feed.atom?year=then", 404)


def test_a_post_is_found_by_search_and_leaves_it_when_taken_back(
    client: Client, world: World
) -> None:
    post = write_post(world.strathmuir, "Ramps and rails", text="Nobody asked about the handrail.")
    assert "Ramps and rails" in told(client, "/search/?q=handrail")
    post.unpublish()
    assert "Ramps and rails" not in told(client, "/search/?q=handrail")


def test_a_post_leads_to_itself_in_other_languages(client: Client, world: World) -> None:
    first = write_post(world.strathmuir, "Soup on Thursdays")
    write_post(world.strathmuir, "Brot Diardaoin", language="gd", translation_of=first)
    write_post(
        world.strathmuir, "Cawl ar ddydd Iau", language="cy", translation_of=first, publish=False
    )
    english = told(client, "/learn/blog/strathmuir/soup-on-thursdays/")
    there = '/learn/blog/strathmuir/brot-diardaoin/" hreflang="gd" lang="gd">Gàidhlig<'
    assert there in english
    assert "Cymraeg" not in english, "nobody is led to a draft"
    gaelic = told(client, "/learn/blog/strathmuir/brot-diardaoin/")
    assert '<article class="bl-post" lang="gd">' in gaelic
    assert '<p lang="en-gb">Also to read in:' in gaelic, "that sentence isn't Gaelic"
    assert 'soup-on-thursdays/" hreflang="en-gb" lang="en-gb">English<' in gaelic
    first.unpublish()
    assert "Also to read in" not in told(client, "/learn/blog/strathmuir/brot-diardaoin/")
