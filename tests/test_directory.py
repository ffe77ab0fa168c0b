"""Signing in through a directory (OpenID Connect): a small one of our own, over real HTTP.

The directory runs in this process, the site in another one with the settings an operator would
give it. Between them go the requests that a browser would carry.
"""

import base64
import hashlib
import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from tests.installation import Installation, installed

pytestmark = pytest.mark.fault
SECRET = "known to the directory and to the site"
CALLBACK = "http://testserver/accounts/oidc/directory/login/callback/"
KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
WALK = """
import json, requests
from urllib.parse import urlsplit
from django.test import Client
from alongside.foundation.accounts.actions import open_account
from alongside.foundation.accounts.models import User

def walk(state=None):
    client = Client()
    there = client.post("/accounts/oidc/directory/login/")["Location"]
    back = requests.get(there, allow_redirects=False, timeout=5).headers["Location"]
    query = urlsplit(back).query if state is None else f"code=x&state={state}"
    done = client.get(f"{urlsplit(back).path}?{query}")
    number = client.session.get("_auth_user_id")
    return {
        "to": done.headers.get("Location", ""), "page": done.content.decode(),
        "user": User.objects.get(pk=number).email if number else None,
        "accounts": User.objects.count(),
    }
"""


class Directory(ThreadingHTTPServer):
    """An organisation's directory: it asks nobody, and says who `person` is."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Desk)
        self.url = f"http://127.0.0.1:{self.server_port}"
        self.person = {"sub": "7", "email": "ann@example.org", "email_verified": True}
        self.audience = "alongside"
        self.asked: dict[str, dict[str, str]] = {}  # by the code that was given

    def id_token(self) -> str:
        said = {"iss": self.url, "aud": self.audience, "exp": time.time() + 60, **self.person}
        return jwt.encode(said, KEY, algorithm="RS256", headers={"kid": "one"})


class Desk(BaseHTTPRequestHandler):
    """Answers one request."""

    server: Directory

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        asked = {key: values[0] for key, values in parse_qs(parts.query).items()}
        if parts.path == "/authorize":
            self._send_back(asked)
        elif parts.path == "/who":
            assert self.headers["Authorization"] == "Bearer opens"
            self._say(self.server.person)
        elif parts.path == "/keys":
            key = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(KEY.public_key()))
            self._say({"keys": [{**key, "kid": "one", "alg": "RS256"}]})
        else:
            assert parts.path == "/.well-known/openid-configuration"
            here = self.server.url
            self._say({
                "issuer": here, "authorization_endpoint": f"{here}/authorize",
                "token_endpoint": f"{here}/token", "userinfo_endpoint": f"{here}/who",
                "jwks_uri": f"{here}/keys",
                "token_endpoint_auth_methods_supported": ["client_secret_post"],
            })  # fmt: skip

    def _send_back(self, asked: dict[str, str]) -> None:
        assert (asked["client_id"], asked["redirect_uri"]) == ("alongside", CALLBACK)
        assert {"openid", "email"} <= set(asked["scope"].split())
        code = f"code-{len(self.server.asked)}"
        self.server.asked[code] = asked
        self.send_response(302)
        query = urlencode({"code": code, "state": asked["state"]})
        self.send_header("Location", f"{CALLBACK}?{query}")
        self.end_headers()

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        told = {key: values[0] for key, values in parse_qs(body).items()}
        asked = self.server.asked.pop(told["code"])  # good once
        digest = hashlib.sha256(told["code_verifier"].encode()).digest()
        assert asked["code_challenge"] == base64.urlsafe_b64encode(digest).decode().rstrip("=")
        assert (told["client_secret"], told["redirect_uri"]) == (SECRET, CALLBACK)
        self._say({"access_token": "opens", "token_type": "Bearer", "expires_in": 60,
                   "id_token": self.server.id_token()})  # fmt: skip

    def _say(self, said: Any) -> None:
        body = json.dumps(said).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_said: Any) -> None:
        """Be quiet."""


@pytest.fixture
def directory() -> Iterator[Directory]:
    with Directory() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def site(tmp_path: Path, directory: Directory) -> Iterator[Installation]:
    with installed(tmp_path) as here:
        told = {"OIDC_SERVER_URL": directory.url, "OIDC_NAME": "Strathmuir Council",
                "OIDC_CLIENT_ID": "alongside", "OIDC_CLIENT_SECRET": SECRET}  # fmt: skip
        here.environment.update(told, ALONGSIDE_MODE="test")
        yield here


def walked(site: Installation, *, before: str = "", how: str = "walk()") -> dict[str, Any]:
    return json.loads(site.python(f"{WALK}\n{before}\nprint(json.dumps({how}))").splitlines()[-1])


ANN = 'open_account("ann@example.org")'


def test_somebody_with_an_account_signs_in_each_time(site: Installation) -> None:
    first = walked(site, before=ANN)
    assert (first["user"], first["to"]) == ("ann@example.org", "/sign-in/")
    again = walked(site, before="User.objects.update(email='ann.roy@example.org')")
    assert (again["user"], again["accounts"]) == ("ann.roy@example.org", 1)


def test_an_address_that_nobody_checked_opens_nothing(
    site: Installation, directory: Directory
) -> None:
    directory.person["email_verified"] = False
    assert walked(site, before=ANN)["user"] is None


def test_somebody_unknown_gets_no_account(site: Installation) -> None:
    found = walked(site)
    assert (found["user"], found["accounts"]) == (None, 0)
    assert "Accounts come with an invitation" in found["page"]


def test_a_token_made_for_another_site_is_refused(site: Installation, directory: Directory) -> None:
    directory.audience = "another-site"
    found = walked(site, before=ANN)
    assert found["user"] is None
    assert "That did not sign you in" in found["page"]


def test_an_answer_that_nobody_asked_for_is_refused(site: Installation) -> None:
    found = walked(site, before=ANN, how="walk(state='made-up')")
    assert found["user"] is None
    assert "That did not sign you in" in found["page"]


def test_the_page_for_signing_in_offers_it_in_our_frame(
    site: Installation, directory: Directory
) -> None:
    asked = 'Client().get("/accounts/login/").content.decode()'
    assert "Sign in with Strathmuir Council" in walked(site, how=f"{{'page': {asked}}}")["page"]
    there = 'Client().get("/accounts/oidc/directory/login/")'
    found = walked(site, how=f"dict(page={there}.content.decode(), **{there}.headers)")
    assert 'class="al-topbar"' in found["page"]
    assert f"form-action 'self' {directory.url}" in found["Content-Security-Policy"]
