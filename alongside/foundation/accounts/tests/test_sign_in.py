"""Every page of signing in wears our frame, keeps to the content policy, and does its work."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client
from django.urls import reverse

from alongside.foundation.accounts.actions import open_account
from alongside.foundation.accounts.adapter import SecondFactorAdapter
from alongside.foundation.accounts.models import User

OPEN_PAGES = [
    "account_login",
    "account_request_login_code",
    "account_signup",
    "account_reset_password",
    "account_reset_password_done",
    "account_inactive",
]
PAGES_OF_MY_ACCOUNT = [
    "account_logout",
    "account_email",
    "account_change_password",
    "account_reauthenticate",
    "mfa_index",
    "mfa_activate_totp",
    "mfa_list_webauthn",
    "mfa_add_webauthn",
    "usersessions_list",
    "socialaccount_connections",
]


@pytest.fixture
def ann(db: None) -> User:
    return open_account("ann@example.org", password="correct horse battery")


def sign_in(client: Client, **data: str) -> None:
    typed = {"login": "ann@example.org", "password": "correct horse battery", **data}
    assert client.post(reverse("account_login"), typed).status_code == 302
    # What touches the ways to sign in asks for the password once more.
    again = {"password": typed["password"]}
    assert client.post(reverse("account_reauthenticate"), again).status_code == 302


@pytest.mark.parametrize("name", OPEN_PAGES)
def test_a_visitor_sees_our_frame_and_nothing_inline(client: Client, db: None, name: str) -> None:
    assert_ours(client.get(reverse(name)).content.decode())


@pytest.mark.parametrize("name", PAGES_OF_MY_ACCOUNT)
def test_an_account_holder_sees_our_frame_and_nothing_inline(
    client: Client, ann: User, name: str
) -> None:
    sign_in(client)
    assert_ours(client.get(reverse(name)).content.decode())


def assert_ours(html: str) -> None:
    assert 'class="al-topbar"' in html
    assert html.count("<h1") == 1
    assert "style=" not in html
    assert "data:image" not in html
    for script in re.findall(r"<script([^>]*)>", html):
        assert "src=" in script or 'type="application/json"' in script, script


@pytest.mark.parametrize("name", PAGES_OF_MY_ACCOUNT)
def test_a_visitor_must_sign_in_to_see_an_account(client: Client, db: None, name: str) -> None:
    response = client.get(reverse(name))
    assert response.status_code == 302
    assert response["Location"].startswith((reverse("account_login"), "/"))
    assert "ann@example.org" not in response.content.decode()


def test_a_code_by_mail_signs_in(client: Client, ann: User) -> None:
    client.post(reverse("account_request_login_code"), {"email": "Ann@Example.org"})
    (message,) = mail.outbox
    assert message.subject == "Your sign-in code"
    code = re.search(r"^\S{4,12}$", message.body, re.MULTILINE)
    assert code
    response = client.post(reverse("account_confirm_login_code"), {"code": code.group()})
    assert response.status_code == 302
    assert client.session["_auth_user_id"] == str(ann.pk)


def test_an_unknown_address_is_answered_on_the_page_as_a_known_one(
    client: Client, ann: User
) -> None:
    known = client.post(reverse("account_request_login_code"), {"email": "ann@example.org"})
    other = Client().post(reverse("account_request_login_code"), {"email": "no@example.org"})
    assert (known.status_code, known["Location"]) == (other.status_code, other["Location"])


def test_a_wrong_password_is_kept_beside_its_field(client: Client, ann: User) -> None:
    response = client.post(
        reverse("account_login"), {"login": "ann@example.org", "password": "wrong"}
    )
    html = response.content.decode()
    assert "govuk-error-summary" in html
    assert "<details" in html
    assert re.search(r"<details[^>]* open>", html)


def test_nobody_makes_an_account_without_an_invitation(client: Client, db: None) -> None:
    html = client.get(reverse("account_signup")).content.decode()
    assert "Accounts come with an invitation" in html
    client.post(reverse("account_signup"), {"email": "x@example.org", "password1": "y" * 12})
    assert not User.objects.exists()


def test_an_account_needs_an_address_and_no_password(client: Client, db: None) -> None:
    session = client.session
    session["may_sign_up"] = True
    session.save()
    html = client.get(reverse("account_signup")).content.decode()
    assert 'name="email"' in html
    assert 'type="password"' not in html
    client.post(reverse("account_signup"), {"email": "gail@example.org"})
    code = re.search(r"^\S{4,12}$", mail.outbox[0].body, re.MULTILINE)
    assert code
    client.post(reverse("account_email_verification_sent"), {"code": code.group()})
    gail = User.objects.get()
    assert client.session["_auth_user_id"] == str(gail.pk)
    assert not gail.has_usable_password()


def test_whoever_has_no_password_sets_one_later(client: Client, db: None) -> None:
    gail = open_account("gail@example.org")
    client.force_login(gail)
    response = client.get(reverse("account_change_password"), follow=True)
    assert response.redirect_chain[-1][0] == reverse("account_set_password")
    html = response.content.decode()
    assert_ours(html)
    assert "You don&#x27;t need one" in html or "You don't need one" in html
    typed = {"password1": "correct horse battery", "password2": "correct horse battery"}
    client.post(reverse("account_set_password"), typed)
    gail.refresh_from_db()
    assert gail.check_password("correct horse battery")


def test_email_is_spelled_in_one_way(client: Client, ann: User) -> None:
    sign_in(client)
    pages = [client.get(reverse(name)) for name in PAGES_OF_MY_ACCOUNT]
    pages += [Client().get(reverse(name)) for name in OPEN_PAGES]
    assert all("e-mail" not in page.content.decode().lower() for page in pages)


def test_mail_links_never_point_to_the_host_that_was_asked(
    client: Client, ann: User, settings: object
) -> None:
    client.post(
        reverse("account_reset_password"),
        {"email": "ann@example.org"},
        headers={"host": "testserver"},
    )
    (message,) = mail.outbox
    assert "http://127.0.0.1:8000/accounts/password/reset/key/" in message.body
    assert "testserver" not in message.body


def test_the_qr_code_of_an_authenticator_is_drawn_in_the_page(client: Client, ann: User) -> None:
    sign_in(client)
    html = client.get(reverse("mfa_activate_totp")).content.decode()
    assert "<svg" in html.split('class="al-qr"')[1]
    assert "<?xml" not in html


def test_an_address_with_other_capitals_is_the_same_account(ann: User) -> None:
    assert User.objects.get_by_natural_key("ANN@example.org") == ann
    assert EmailAddress.objects.get(user=ann).verified


def test_the_secret_of_an_authenticator_is_not_readable_in_the_database(ann: User) -> None:
    adapter = SecondFactorAdapter()
    kept = adapter.encrypt("JBSWY3DPEHPK3PXP")
    assert "JBSWY3DPEHPK3PXP" not in kept
    assert adapter.decrypt(kept) == "JBSWY3DPEHPK3PXP"


def test_too_many_tries_end_in_a_sentence_of_ours(client: Client, ann: User) -> None:
    for _ in range(12):
        response = client.post(
            reverse("account_login"), {"login": "ann@example.org", "password": "wrong"}
        )
    html = response.content.decode()
    assert "Too many" in html
    assert 'class="al-topbar"' in html
