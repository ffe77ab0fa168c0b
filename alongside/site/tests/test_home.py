from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from alongside.foundation.places.models import Place
from alongside.foundation.places.models.place import RESERVED_SLUGS
from tests.people import World


def test_the_first_page_works_before_anything_was_made(client: Client, db: None) -> None:
    html = client.get("/").content.decode()
    assert "No partnership yet" in html
    assert 'href="/start/"' in html


def test_the_first_page_lists_partnerships_but_not_those_that_left(
    client: Client, world: World
) -> None:
    Place.objects.filter(slug="glenbeg").update(state=Place.State.LEFT)
    html = client.get("/").content.decode()
    assert 'href="/strathmuir/"' in html
    assert "Glenbeg" not in html
    assert "Caldonia" in html


def test_the_instrument_says_whose_it_is(client: Client, db: None) -> None:
    html = client.get(reverse("site:about")).content.decode()
    assert "Alongside&#x27;s own instrument" in html
    assert "independent of the Co-Production Star" in html
    assert "{" not in html.split("<main")[1].split("</main>")[0]


def test_no_partnership_can_take_an_address_of_the_site() -> None:
    first_words = {word for word in _first_words(get_resolver().url_patterns) if word}
    assert first_words <= {*RESERVED_SLUGS, "accounts"}, first_words - set(RESERVED_SLUGS)


def _first_words(patterns: list[URLPattern | URLResolver]) -> set[str]:
    words: set[str] = set()
    for pattern in patterns:
        route = str(getattr(pattern.pattern, "_route", ""))
        if isinstance(pattern, URLResolver) and not route:
            words |= _first_words(pattern.url_patterns)
        elif not route.startswith("<"):
            words.add(route.split("/", maxsplit=1)[0])
    return {word for word in words if "." not in word}


def test_an_absent_page_says_what_to_do(client: Client, db: None) -> None:
    response = client.get("/no/such/page/")
    assert response.status_code == 404
    assert "There is no page here" in response.content.decode()


def test_a_form_from_elsewhere_is_refused_with_our_words(db: None) -> None:
    response = Client(enforce_csrf_checks=True).post(reverse("site:come-back"), {"words": "a b c"})
    assert response.status_code == 403
    assert "open for too long" in response.content.decode()
