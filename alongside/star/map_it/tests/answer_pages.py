"""Short ways through the pages on which people answer, for the tests of these pages."""

import uuid
from datetime import timedelta

from django.test import Client
from django.urls import reverse

from alongside.foundation.responses.models import Response
from alongside.star.map_it.models import Round

HOUR = timedelta(hours=1)


COS = ("commission", "design", "deliver", "assess")


HOSTILE = "<script>alert(1)</script> \"' {{ 7*7 }} {resident_plural} \u202e =cmd|' /C'!A0"


def url(name: str, round_: Round, **at: str) -> str:
    return reverse(f"answer:{name}", kwargs={"place": round_.place.slug, "slug": round_.slug, **at})


def token_of(page) -> str:
    return page.context["page_token"]


def begin(client: Client, round_: Round, **data: str):
    return client.post(
        url("begin", round_), {"submission_key": str(uuid.uuid4()), **data}, follow=True
    )


def answer_four(client: Client, round_: Round, service: str, codes=("3", "3", "3", "3")) -> None:
    for co, code in zip(COS, codes, strict=True):
        address = url("question", round_, service=service, co=co)
        assert client.post(address, {"code": code}).status_code == 302


def send(client: Client, round_: Round):
    page = client.get(url("check", round_))
    form = {
        "page": token_of(page),
        "seen": page.context["seen"],
        "submission_key": str(page.context["sheet"].response.submission_key),
    }
    return client.post(url("check", round_), form)


def answered_by_guest(client: Client, round_: Round):
    begin(client, round_)
    client.post(url("who", round_), {"kind": "uses"})
    client.post(url("services", round_), {"services": ["home-care"]})
    answer_four(client, round_, "home-care")
    client.post(url("word", round_), {"text": ""})
    return send(client, round_)


def counted(round_: Round) -> int:
    return Response.objects.in_place(round_.place).counted().count()
