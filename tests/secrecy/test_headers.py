"""Every kind of answer carries the headers that keep browsers from helping an attacker."""

import os
import subprocess
import sys

import pytest
from django.http import HttpResponse
from django.test import Client

from alongside.site.views import home
from tests.access.table import TABLE
from tests.asking import ask, body_of
from tests.scene import Scene
from tests.visitors import VISITORS

pytestmark = pytest.mark.django_db
STRICT = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "base-uri 'none'",
}
NEVER_IN_A_POLICY = ("unsafe-inline", "unsafe-eval", "*", "data:")


def faults_of(response: HttpResponse) -> list[str]:
    """Which headers are missing or too weak."""
    given = response.headers
    policy = given.get("Content-Security-Policy", "")
    parts = {part.strip() for part in policy.split(";")}
    is_picture = given.get("Content-Type", "").startswith("image/svg")
    wanted = {"default-src 'none'"} if is_picture else STRICT
    faults = [f"policy lacks {part}" for part in wanted - parts]
    faults += [f"policy allows {word}" for word in NEVER_IN_A_POLICY if word in policy]
    if given.get("X-Content-Type-Options") != "nosniff":
        faults.append("may be sniffed")
    if given.get("X-Frame-Options") != "DENY":
        faults.append("may be framed")
    if given.get("Referrer-Policy") not in {"same-origin", "no-referrer"}:
        faults.append("tells other sites where people come from")
    if given.get("Cross-Origin-Opener-Policy") != "same-origin":
        faults.append("may be opened by others")
    if "X-Request-ID" not in given:
        faults.append("has no number")
    return faults


@pytest.mark.one_database
@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize(
    "who", [who for who in VISITORS if who in {"Nobody", "Guest", "Cara", "Eve"}]
)
def test_every_address_answers_with_strict_headers(
    who: str, method: str, scene: Scene, clients: dict[str, Client]
) -> None:
    """Pages, files, redirects, refusals, what isn't found: all of them."""
    faults = {}
    for row in TABLE:
        response = ask(clients[who], method, row.address(scene.strathmuir.names))
        if found := faults_of(response):
            faults[f"{response.status_code} {row.label}"] = found
    assert not faults


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options", "trace"])
def test_no_other_method_does_anything(
    method: str, scene: Scene, clients: dict[str, Client]
) -> None:
    answers = {
        row.label: ask(clients["Cara"], method, row.address(scene.strathmuir.names)).status_code
        for row in TABLE
        if not row.name.startswith(("account", "mfa", "social", "usersessions"))
    }
    assert {label: code for label, code in answers.items() if code < 400} == {}


def test_a_static_file_and_a_page_that_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    client = Client(raise_request_exception=False)
    styles = client.get("/static/ui/alongside.css")
    body_of(styles)  # read to its end, which closes the file
    # A style sheet may stand in a frame: there is nothing to press in it.
    assert faults_of(styles) == ["may be framed"]
    assert faults_of(client.get("/static/not/there.css")) == []

    def fail(*args: object, **kwargs: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(home, "render", fail)
    response = client.get("/")
    assert response.status_code == 500
    assert faults_of(response) == []
    assert b"ZeroDivisionError" not in response.content


def test_cookies_are_out_of_reach_of_scripts(scene: Scene, clients: dict[str, Client]) -> None:
    client = Client()
    client.get("/accounts/login/")
    begin = f"/strathmuir/answer/{scene.strathmuir.names['open']}/"
    client.post(begin, {})
    assert {"csrftoken", "seat"} <= set(client.cookies)
    for cookie in client.cookies.values():
        assert cookie["httponly"], cookie.key
        assert cookie["samesite"] == "Lax", cookie.key


PRODUCTION = {
    "ALONGSIDE_MODE": "production",
    "SECRET_KEY": "s" * 50,
    "ALONGSIDE_PEPPER": "p" * 50,
    "ALONGSIDE_BASE_URL": "https://alongside.example.org",
    "ALLOWED_HOSTS": "alongside.example.org",
    "DATABASE_URL": "sqlite://:memory:",
    "EMAIL_HOST": "mail.example.org",
    "DEFAULT_FROM_EMAIL": "Alongside <alongside@example.org>",
    "DJANGO_SETTINGS_MODULE": "alongside.site.settings",
}
ASK = """
import django; django.setup()
from django.test import Client
client = Client(headers={"host": "alongside.example.org"})
plain, safe = client.get("/healthz"), client.get("/healthz", secure=True)
print(plain.status_code, plain.headers["Location"])
print(safe.status_code, safe.headers["Strict-Transport-Security"])
from django.conf import settings
print(settings.SESSION_COOKIE_SECURE, settings.CSRF_COOKIE_SECURE, settings.DEBUG)
print(settings.SECOND_FACTOR_REQUIRED)
"""


@pytest.mark.one_database
def test_in_production_everything_is_encrypted(tmp_path) -> None:
    environment = {k: v for k, v in os.environ.items() if k in {"PATH", "HOME", "LANG"}}
    done = subprocess.run(
        [sys.executable, "-c", ASK],
        env={**environment, **PRODUCTION, "ALONGSIDE_RUN_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.split() == [
        "301", "https://alongside.example.org/healthz", "200", "max-age=31536000",
        "True", "True", "False", "True",
    ], done.stderr  # fmt: skip
