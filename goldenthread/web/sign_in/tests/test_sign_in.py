"""Signing in: wrong, right, locked out, locked out no longer; a new password; an app as well."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from cryptography.fernet import InvalidToken
from django.core.cache import cache
from django.db import connection
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from goldenthread.web.sign_in.adapter import AccountAdapter, SecondFactorAdapter
from goldenthread.web.tests.html import CheckedClient
from goldenthread.web.tests.people import PASSWORD, make_user

pytestmark = pytest.mark.django_db
SIGN_IN = "/account/sign-in/"
NEW = "seven boats on still water"


def sign_in(client, email="ines.officer@aldermere.example", password=PASSWORD, **more):
    return client.post(SIGN_IN, {"login": email, "password": password}, **more)


def is_signed_in(client):
    return client.get("/").status_code == 200


def test_a_stranger_is_asked_to_sign_in_and_comes_where_he_wanted(visitor):
    assert visitor.get("/library/").headers["Location"] == f"{SIGN_IN}?next=/library/"
    answer = visitor.post(
        f"{SIGN_IN}?next=/library/",
        {"login": "ines.officer@aldermere.example", "password": PASSWORD, "next": "/library/"},
    )
    assert answer.headers["Location"] == "/library/"


def test_nobody_is_led_to_another_site(visitor):
    answer = visitor.post(
        SIGN_IN,
        {
            "login": "ines.officer@aldermere.example",
            "password": PASSWORD,
            "next": "https://elsewhere.example/",
        },
    )
    assert answer.headers["Location"] == "/"


def test_the_email_address_may_be_typed_in_any_case(visitor):
    sign_in(visitor, email="Ines.Officer@ALDERMERE.example")
    assert is_signed_in(visitor)


@pytest.mark.parametrize("wrong", [{"password": "not this"}, {"email": "nobody@aldermere.example"}])
def test_a_wrong_address_and_a_wrong_password_are_told_alike(visitor, wrong):
    answer = sign_in(visitor, **wrong)
    assert "The email address or the password is not right." in answer.text
    assert "<title>Error: Sign in" in answer.text
    assert not is_signed_in(visitor)


def test_a_closed_account_lets_nobody_in(visitor, officer):
    officer.is_active = False
    officer.save()
    answer = sign_in(visitor, follow=True)
    assert "This account is closed" in answer.text
    assert not is_signed_in(visitor)


def lock(client):
    for _ in range(5):
        sign_in(client, password="not this")


def test_five_wrong_tries_lock_even_the_right_password_out(visitor):
    lock(visitor)
    assert "Wait 15 minutes" in sign_in(visitor).text
    assert not is_signed_in(visitor)


def test_four_wrong_tries_do_not(visitor):
    for _ in range(4):
        sign_in(visitor, password="not this")
    sign_in(visitor)
    assert is_signed_in(visitor)


def test_the_lock_holds_for_fourteen_minutes_and_opens_after_fifteen(visitor):
    with time_machine.travel(timezone.now(), tick=False) as clock:
        lock(visitor)
        clock.shift(timedelta(minutes=14))
        assert "Wait 15 minutes" in sign_in(visitor).text
        clock.shift(timedelta(minutes=1, seconds=1))
        sign_in(visitor)
        assert is_signed_in(visitor)


def test_the_lock_holds_from_every_network_and_leaves_others_alone(visitor):
    lock(visitor)
    elsewhere = CheckedClient(REMOTE_ADDR="192.0.2.7")
    assert "Wait 15 minutes" in sign_in(elsewhere).text
    make_user("tom@aldermere.example", "Tom Checker")
    sign_in(visitor, email="tom@aldermere.example")
    assert is_signed_in(visitor)


def test_the_lock_is_kept_in_the_database_which_all_workers_share(visitor):
    lock(visitor)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM shared_cache WHERE cache_key LIKE '%login_failed%'")
        assert cursor.fetchone()[0] >= 1
    cache.clear()
    sign_in(visitor)
    assert is_signed_in(visitor)


def test_there_is_no_way_to_register(visitor):
    with pytest.raises(NoReverseMatch):
        reverse("account_signup")
    assert visitor.get("/account/signup/").status_code == 404
    assert not AccountAdapter().is_open_for_signup(None)
    assert "sign up" not in visitor.get(SIGN_IN).text.lower()


def test_signing_out_by_a_link_asks_first_and_by_the_button_does_not(page_client):
    assert page_client.get("/account/sign-out/").status_code == 200
    assert is_signed_in(page_client)
    answer = page_client.post("/account/sign-out/", follow=True)
    assert "You have signed out." in answer.text
    assert not is_signed_in(page_client)


def test_the_cookie_of_the_session_ends_with_the_browser_and_is_kept_from_scripts(visitor):
    cookie = sign_in(visitor).cookies["sessionid"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert not cookie["max-age"]


class TestANewPassword:
    def change(self, client, old=PASSWORD, new=NEW):
        fields = {"oldpassword": old, "password1": new, "password2": new}
        return client.post("/account/password/", fields, follow=True)

    def test_is_chosen_with_the_old_one(self, page_client):
        assert "Your password is changed." in self.change(page_client).text
        assert is_signed_in(page_client)
        page_client.logout()
        sign_in(page_client, password=NEW)
        assert is_signed_in(page_client)

    @pytest.mark.parametrize(
        ("fields", "said"),
        [
            ({"old": "not this"}, "Your present password is not right."),
            ({"new": "short"}, "at least 12 characters"),
            ({"new": "password12345"}, "too common"),
        ],
    )
    def test_is_refused_in_words(self, page_client, fields, said):
        assert said in self.change(page_client, **fields).text

    def link(self, client, mailoutbox):
        answer = client.post(
            "/account/password/reset/", {"email": "ines.officer@aldermere.example"}, follow=True
        )
        assert "Look in your email" in answer.text
        assert mailoutbox[0].subject == "A new password for Golden Thread"
        return re.search(r"http://testserver(\S+)", mailoutbox[0].body)[1]

    def test_is_chosen_by_the_link_in_a_mail_which_works_once(self, visitor, mailoutbox):
        link = self.link(visitor, mailoutbox)
        form = visitor.get(link, follow=True)
        assert "Choose a new password" in form.text
        address = form.request["PATH_INFO"]
        done = visitor.post(address, {"password1": NEW, "password2": NEW}, follow=True)
        assert "Your password is changed" in done.text
        sign_in(visitor, password=NEW)
        assert is_signed_in(visitor)
        again = CheckedClient().get(link, follow=True)
        assert "This link does not work any more" in again.text

    def test_opens_a_lock_at_once(self, visitor, mailoutbox):
        lock(visitor)
        form = visitor.get(self.link(visitor, mailoutbox), follow=True)
        visitor.post(form.request["PATH_INFO"], {"password1": NEW, "password2": NEW})
        sign_in(visitor, password=NEW)
        assert is_signed_in(visitor)

    def test_is_promised_alike_to_an_address_that_has_no_account(self, visitor, mailoutbox):
        fields = {"email": "nobody@aldermere.example"}
        answer = visitor.post("/account/password/reset/", fields, follow=True)
        assert "Look in your email" in answer.text
        assert mailoutbox == []

    def test_is_not_sent_for_without_end(self, visitor, mailoutbox):
        for _ in range(5):
            self.link(visitor, mailoutbox)
        fields = {"email": "ines.officer@aldermere.example"}
        answer = visitor.post("/account/password/reset/", fields)
        assert answer.status_code == 429
        assert "Too many tries" in answer.text


def code_of(user):
    """What the person's app shows now."""
    secret = TOTP(Authenticator.objects.get(user=user, type="totp")).instance.data["secret"]
    return code_for(SecondFactorAdapter().decrypt(secret))


def code_for(secret):
    counter = next(iter(yield_hotp_counters_from_time()))
    return format_hotp_value(hotp_value(secret, counter))


class TestAnApp:
    @pytest.fixture
    def start(self, page_client):
        """Starts signing in with an app and returns the page with the recovery codes."""
        sign_in(page_client)
        page_client.post("/account/confirm/", {"password": PASSWORD})
        page = page_client.get("/account/second-factor/start/")
        secret = page.context["form"].secret
        return page_client.post(
            "/account/second-factor/start/", {"code": code_for(secret)}, follow=True
        )

    def test_is_started_after_the_password_and_brings_recovery_codes(self, page_client, start):
        assert "Your recovery codes" in start.text
        assert "In use" in page_client.get("/account/").text

    def test_has_its_secret_enciphered_in_the_database(self, start, officer, settings):
        stored = Authenticator.objects.get(user=officer, type="totp").data["secret"]
        assert len(SecondFactorAdapter().decrypt(stored)) == 32
        settings.SECOND_FACTOR_KEY = "another"
        with pytest.raises(InvalidToken):
            SecondFactorAdapter().decrypt(stored)

    def test_is_asked_for_its_code_after_the_password(self, visitor, start, officer):
        answer = sign_in(visitor, follow=True)
        assert "Enter your code" in answer.text
        assert not is_signed_in(visitor)
        wrong = visitor.post("/account/sign-in/code/", {"code": "000000"})
        assert "That code is not right." in wrong.text
        # The code with which it was started cannot be used a second time.
        with time_machine.travel(timezone.now() + timedelta(minutes=2)):
            visitor.post("/account/sign-in/code/", {"code": code_of(officer)})
            assert is_signed_in(visitor)

    def test_can_be_replaced_by_a_recovery_code_once(self, visitor, start):
        recovery = start.context["unused_codes"][0]
        sign_in(visitor)
        visitor.post("/account/sign-in/code/", {"code": recovery})
        assert is_signed_in(visitor)
        other = CheckedClient()
        sign_in(other)
        other.post("/account/sign-in/code/", {"code": recovery})
        assert not is_signed_in(other)

    def test_can_be_stopped(self, page_client, start, officer):
        assert "Stop signing in with an app" in page_client.get("/account/second-factor/stop/").text
        page_client.post("/account/second-factor/stop/")
        assert not Authenticator.objects.filter(user=officer).exists()
        assert "Not in use" in page_client.get("/account/").text

    def test_has_codes_that_can_be_made_anew_and_downloaded(self, page_client, start):
        page_client.get("/account/recovery-codes/new/")
        page = page_client.post("/account/recovery-codes/new/", follow=True)
        assert set(page.context["unused_codes"]).isdisjoint(start.context["unused_codes"])
        file = page_client.get("/account/recovery-codes/download/")
        assert page.context["unused_codes"][0] in file.text

    def test_is_asked_again_before_the_way_of_signing_in_changes(self, page_client, start):
        with time_machine.travel(timezone.now() + timedelta(minutes=10)):
            answer = page_client.get("/account/recovery-codes/new/", follow=True)
            assert "Confirm it is you" in answer.text
            assert "Confirm it is you" in page_client.get("/account/confirm/code/").text


@pytest.mark.django_db(transaction=True)
def test_tries_at_one_moment_are_all_counted(officer):
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: _try_and_close(), range(8)))
    assert "Wait 15 minutes" in sign_in(CheckedClient()).text


def _try_and_close():
    try:
        sign_in(CheckedClient(), password="not this")
    finally:
        connection.close()


def test_the_second_factors_own_address_leads_to_the_account(page_client):
    assert page_client.get("/account/second-factor/").headers["Location"] == "/account/"


def test_the_page_of_somebody_without_a_password_asks_for_a_first_one(page_client, officer):
    officer.set_unusable_password()
    officer.save()
    page_client.force_login(officer)
    answer = page_client.get("/account/password/", follow=True)
    assert "Choose a password" in answer.text
