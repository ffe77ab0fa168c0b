import os
import subprocess
import sys

import pytest
from django.test import RequestFactory

from alongside.foundation.accounts.network import network_of

XFF = "X-Forwarded-For"
PRODUCTION = {
    "ALONGSIDE_MODE": "production",
    "SECRET_KEY": "a key for one test alone, and long enough",
    "ALONGSIDE_PEPPER": "a pepper for one test alone, long enough",
    "ALONGSIDE_BASE_URL": "https://example.org",
    "ALLOWED_HOSTS": "example.org",
    "DATABASE_URL": "sqlite://",
    "EMAIL_HOST": "mail.example.org",
    "DEFAULT_FROM_EMAIL": "someone@example.org",
}


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
    ],
)
def test_a_household_of_many_version_6_addresses_is_one_network(address: str, network: str) -> None:
    assert network_of(RequestFactory().get("/", REMOTE_ADDR=address)) == network


def test_visitors_behind_our_proxy_are_told_apart(settings) -> None:
    """Counted under the proxy's own address, one who guesses would lock everybody out."""
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    made_up_and_true = "203.0.113.99, 198.51.100.4"
    request = RequestFactory().get("/", REMOTE_ADDR="127.0.0.1", headers={XFF: made_up_and_true})
    assert network_of(request) == "198.51.100.4"


def test_without_a_proxy_nobody_makes_an_address_up(settings) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 0
    request = RequestFactory().get("/", REMOTE_ADDR="192.0.2.7", headers={XFF: "198.51.100.4"})
    assert network_of(request) == "192.0.2.7"


def test_an_installation_stands_behind_one_proxy_unless_it_says_so() -> None:
    told = {**PRODUCTION, "PYTHONPATH": os.pathsep.join(sys.path)}
    code = "from alongside.site import settings; print(settings.ALLAUTH_TRUSTED_PROXY_COUNT)"
    found = subprocess.run(
        [sys.executable, "-c", code], env=told, capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "1"
