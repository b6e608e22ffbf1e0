"""Accounts on the page: opening, roles, a password for once, off and on."""

import re
from datetime import date, timedelta

import pytest
from django.utils import timezone

from goldenthread.people import actions
from goldenthread.people.models import RoleHolding, User
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import LONG_AGO, make_user
from goldenthread.web.people.tests.conftest import HERE, day
from goldenthread.web.tests.html import CheckedClient

pytestmark = pytest.mark.django_db
ACCOUNTS = f"{HERE}accounts/"
NEW = {"name": "Nora New", "email": "nora@aldermere.example", "roles": ["lead", "checker"]}
PASSWORD = re.compile(r"(?:[a-z2-9]{4}-){3}[a-z2-9]{4}")


@pytest.fixture
def carl(cast):
    return make_user("Carl Checker", cast.aldermere, Role.CHECKER)


def password_in(answer):
    return PASSWORD.search(answer.text)[0]


def test_an_account_is_opened_and_its_password_shown_once(admin):
    answer = admin.post(f"{ACCOUNTS}add/", NEW)
    assert "no-store" in answer.headers["Cache-Control"]
    nora = User.objects.get(email=NEW["email"])
    assert nora.check_password(password_in(answer))
    assert nora.must_choose_password
    assert {one.role for one in nora.role_holdings.all()} == {"lead", "checker"}
    assert nora.persons.get().name == "Nora New"
    assert not PASSWORD.search(admin.get(f"{ACCOUNTS}{nora.pk}/").text)


def test_the_new_user_signs_in_and_must_choose_a_password(admin):
    given = password_in(admin.post(f"{ACCOUNTS}add/", NEW))
    nora = CheckedClient()
    nora.post("/account/sign-in/", {"login": NEW["email"], "password": given})
    assert nora.get("/").status_code == 302


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"roles": []}, "Roles from today on: nothing chosen"),
        ({"email": "alice.archer@aldermere.example"}, "has an account already"),
        ({"email": "nobody"}, "email address"),
        ({"roles": ["team_manager"]}, "A team manager needs a team"),
        ({"roles": ["partner_user"]}, "is tied to one organisation"),
    ],
)
def test_what_does_not_fit_is_said_and_nothing_is_half_done(admin, changed, said):
    count = User.objects.count()
    answer = admin.post(f"{ACCOUNTS}add/", {**NEW, **changed})
    assert answer.status_code == 422
    assert said in answer.text
    assert User.objects.count() == count


def test_a_person_from_a_document_is_tied_to_the_account(admin, cast):
    person = actions.add_person(authority=cast.aldermere, name="Nora New", by=cast.alice)
    admin.post(f"{ACCOUNTS}add/", NEW)
    person.refresh_from_db()
    assert person.user.email == NEW["email"]


def test_a_role_is_given_for_a_part_and_a_time_and_ended(admin, cast, carl):
    help_ = actions.add_service(authority=cast.aldermere, name="Early help", by=cast.alice)
    today = timezone.localdate()
    sent = {"role": "director", "service": help_.pk, **day("started_on", today)}
    admin.post(f"{ACCOUNTS}{carl.pk}/roles/", {**sent, **day("ended_on", today + timedelta(9))})
    holding = carl.role_holdings.get(role="director")
    assert (holding.service, holding.ended_on) == (help_, today + timedelta(9))
    page = admin.get(f"{ACCOUNTS}{carl.pk}/").text
    assert "Director for Early help" in page
    admin.post(f"{HERE}roles/{holding.pk}/end/", day("ended_on", today))
    holding.refresh_from_db()
    assert holding.ended_on == today


def test_the_same_role_twice_is_refused(admin, carl):
    sent = {"role": "checker", **day("started_on", timezone.localdate())}
    answer = admin.post(f"{ACCOUNTS}{carl.pk}/roles/", sent)
    assert answer.status_code == 422
    assert "is checker already" in answer.text


def test_a_new_password_signs_out_and_is_shown_once(admin, carl, browser_of):
    browser = browser_of(carl)
    assert browser.get("/").status_code == 200
    new = password_in(admin.post(f"{ACCOUNTS}{carl.pk}/password/"))
    carl.refresh_from_db()
    assert carl.check_password(new)
    assert browser.get("/").status_code == 302


def test_an_account_is_switched_off_and_on(admin, carl, browser_of):
    browser = browser_of(carl)
    assert "signed out at once" in admin.get(f"{ACCOUNTS}{carl.pk}/switch/").text
    admin.post(f"{ACCOUNTS}{carl.pk}/switch/")
    assert browser.get("/").status_code == 302
    assert "Switch on" in admin.get(f"{ACCOUNTS}{carl.pk}/").text
    admin.post(f"{ACCOUNTS}{carl.pk}/switch/")
    carl.refresh_from_db()
    assert carl.is_active


def test_nobody_gives_roles_to_themselves_or_switches_themselves_off(admin, anna):
    page = admin.get(f"{ACCOUNTS}{anna.pk}/").text
    assert "Give a role" not in page
    sent = {"role": "director", **day("started_on", timezone.localdate())}
    assert admin.post(f"{ACCOUNTS}{anna.pk}/roles/", sent).status_code == 403
    assert admin.post(f"{ACCOUNTS}{anna.pk}/switch/").status_code == 403
    assert admin.post(f"{ACCOUNTS}{anna.pk}/password/").status_code == 403


def test_somebody_of_another_council_is_given_a_role_by_address(admin, cast):
    assert admin.get(f"{ACCOUNTS}{cast.charlie.pk}/").status_code == 404
    sent = {"role": "board_chair", **day("started_on", timezone.localdate())}
    missing = admin.post(f"{ACCOUNTS}welcome/", {**sent, "email": "x@y.example"})
    assert "No account has the address" in missing.text
    answer = admin.post(
        f"{ACCOUNTS}welcome/", {**sent, "email": cast.charlie.email.upper()}, follow=True
    )
    assert "Board chair" in answer.text
    assert "Improvement officer" not in answer.text.split("Roles</h2>")[1]
    # The neighbour's administrator sets the password, not this one.
    assert admin.post(f"{ACCOUNTS}{cast.charlie.pk}/password/").status_code == 403


def test_the_list_shows_roles_of_this_council_only(admin, cast, carl):
    RoleHolding.objects.create(
        user=carl, authority=cast.bramley, role=Role.CLERK, started_on=date(2020, 1, 1)
    )
    page = admin.get(ACCOUNTS).text
    assert "Checker" in page
    assert "Clerk" not in page
    assert "Charlie" not in page


def test_filters_stand_in_the_address(admin, carl):
    actions.switch_off(user=carl, by=User.objects.system("setup"))
    off = admin.get(ACCOUNTS, {"show": "off"}).text
    assert "Carl Checker" in off
    assert "Bob Baker" not in off
    assert "Bob Baker" in admin.get(ACCOUNTS, {"role": "director"}).text
    assert "Nothing fits" in admin.get(ACCOUNTS, {"q": "nobody"}).text


def test_the_list_costs_the_same_however_long_it_is(admin, cast, queries_of):
    before = queries_of(admin, ACCOUNTS)
    for n in range(4):
        make_user(f"Number {n}", cast.aldermere, Role.CLERK, Role.ANALYST)
    assert queries_of(admin, ACCOUNTS) == before


def test_only_an_administrator_sees_accounts(alice, bob, lena, charlie, carl):
    for client in (alice, bob, lena):
        assert client.get(ACCOUNTS).status_code == 403
        assert client.get(f"{ACCOUNTS}{carl.pk}/").status_code == 403
        assert client.post(f"{ACCOUNTS}add/", NEW).status_code == 403
    assert charlie.get(ACCOUNTS).status_code == 404


def test_a_new_password_is_asked_for_before_it_is_given(admin, carl):
    shown = admin.get(f"{HERE}accounts/{carl.pk}/password/").text
    assert "The old password ends at once" in shown
    assert PASSWORD.search(shown) is None


def test_an_account_of_nobody_in_the_directory_says_so(admin, cast):
    made = actions.open_account(
        authority=cast.aldermere, email="n@aldermere.example", name="Nora", by=cast.setup
    )
    actions.give_role(
        user=made, authority=cast.aldermere, role=Role.CLERK, by=cast.setup, started_on=LONG_AGO
    )
    assert "nobody of the directory" in admin.get(f"{HERE}accounts/{made.pk}/").text
