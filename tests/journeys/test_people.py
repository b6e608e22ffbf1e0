"""People: an account opened and used, a team and a post, a file decided, a redaction by two."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from goldenthread.people import actions as people
from goldenthread.people.history.verifying import verify
from goldenthread.people.models import HistoryLine, HistoryValue, User
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import PASSWORD, make_cast, make_user
from goldenthread.people.worker import Worker
from goldenthread.sources import actions as sources

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
HERE = "/library/people/990/"
TEXTS = [({"page": 1}, "NHS number 943 476 5919"), ({"page": 2}, "born 3 May 2011")]


@pytest.fixture
def cast(live_server, settings, tmp_path, monkeypatch):
    settings.FILES_DIR = str(tmp_path / "files")
    monkeypatch.setattr("goldenthread.people.worker.BEAT_SECONDS", 60.0)
    return make_cast()


@pytest.fixture
def anna(cast):
    return make_user("Anna Admin", cast.aldermere, Role.ADMINISTRATOR)


def signed_in(page, email, password=PASSWORD):
    page.context.clear_cookies()
    page.goto("/account/sign-in/")
    page.get_by_label("Email address").fill(email)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_load_state()
    return page


def press(page, name):
    page.get_by_role("button", name=name, exact=True).first.click()
    page.wait_for_load_state()


def test_an_account_is_opened_and_its_password_works_once(page, anna, cast, check):
    people.add_post(authority=cast.aldermere, title="Head of help", by=cast.alice)
    signed_in(page, anna.email)
    page.goto("/library/people/")
    check(page, "people")
    page.get_by_role("link", name="Accounts").click()
    check(page, "people-accounts")
    press(page, "Open an account")
    press(page, "Open the account")
    expect(page.get_by_role("alert")).to_contain_text("Name: nothing entered")
    check(page, "people-enrol-error")
    page.get_by_label("Name", exact=True).fill("Nora New")
    page.get_by_label("Email address", exact=True).fill("nora@aldermere.example")
    page.get_by_label("Checker", exact=True).check()
    page.get_by_label("Post (optional)").select_option(label="Head of help")
    press(page, "Open the account")
    check(page, "people-password")
    given = page.locator(".gt-code").inner_text()
    page.get_by_role("link", name="To the account").click()
    check(page, "people-account")
    press(page, "Give a role")
    page.get_by_label("Role", exact=True).select_option(label="Analyst")
    check(page, "people-role")
    press(page, "Give the role")
    expect(page.get_by_role("table", name="Roles")).to_contain_text("Analyst")
    press(page, "Switch off")
    check(page, "people-switch")
    press(page, "Switch off")
    press(page, "Switch on")
    press(page, "Switch on")
    signed_in(page, "nora@aldermere.example", given)
    expect(page.get_by_role("heading", level=1)).to_contain_text("password")
    assert User.objects.get(email="nora@aldermere.example").role_holdings.count() == 2


def test_a_team_and_a_post_with_their_days(page, cast, check):
    signed_in(page, cast.alice.email)
    page.goto(f"{HERE}teams/")
    check(page, "people-no-teams")
    press(page, "Add a team")
    page.get_by_label("Name", exact=True).fill("Assessment north")
    page.get_by_label("Code").fill("AN1")
    press(page, "Add")
    press(page, "Add somebody")
    page.get_by_label("Person").select_option(label="Bob Baker")
    page.get_by_label("Manages the team").check()
    press(page, "Add")
    check(page, "people-team")
    page.get_by_role("link", name="Enter the last day").click()
    today = timezone.localdate()
    for label, value in (("Day", today.day), ("Month", today.month), ("Year", today.year)):
        page.get_by_label(label, exact=True).fill(str(value))
    press(page, "Enter the last day")
    expect(page.locator("#messages")).to_contain_text("saved")
    check(page, "people-person")
    press(page, "Add another name")
    page.get_by_label("Other name").fill("Robert Baker")
    press(page, "Add the name")
    expect(page.get_by_role("table", name="Other names")).to_contain_text("Robert Baker")
    page.goto(f"{HERE}posts/add/")
    page.get_by_label("Title", exact=True).fill("Head of help")
    check(page, "people-add-post")
    press(page, "Add")
    check(page, "people-post")
    page.goto(f"{HERE}teams/")
    check(page, "people-teams")
    page.goto(f"{HERE}partners/")
    check(page, "people-partners")


def test_a_file_is_decided(page, cast, check):
    upload = sources.store(
        authority=cast.aldermere, name="minute-4-may.txt", data=b"x", by=cast.alice
    )
    sources.screen_upload(upload=upload, texts=TEXTS, by=cast.alice)
    signed_in(page, cast.alice.email)
    page.goto(f"{HERE}files/")
    check(page, "people-files")
    page.get_by_role("link", name="minute-4-may.txt").click()
    page.get_by_label(re.compile("page 1: NHS")).check()
    page.get_by_label("Removed from what is taken over").check()
    page.get_by_label("Why", exact=True).fill("Nobody needs it.")
    check(page, "people-file")
    press(page, "Decide about the ticked")
    expect(page.locator("#messages")).to_contain_text("1 place decided")
    check(page, "people-file-decided")


def test_a_redaction_takes_two_people_and_the_history_still_holds(page, cast, check):
    team = people.add_team(authority=cast.aldermere, name="A child's name", by=cast.alice)
    line = HistoryLine.objects.of(team).get()
    signed_in(page, cast.alice.email)
    page.goto(f"{HERE}history/{line.number}/")
    check(page, "people-line")
    page.get_by_label(re.compile("name, after")).check()
    page.get_by_label("Why it must go").fill("It tells who a child is.")
    press(page, "Ask that it be taken out")
    check(page, "people-redaction-asked")
    signed_in(page, cast.bob.email)
    page.goto(f"{HERE}history/")
    page.get_by_role("link", name="Redactions (1 to approve)").click()
    check(page, "people-redactions")
    page.get_by_role("link", name=re.compile("^Redaction ")).first.click()
    check(page, "people-redaction")
    press(page, "Approve: take them out")
    expect(page.locator("#messages")).to_contain_text("Taken out for good")
    page.goto(f"{HERE}history/")
    press(page, "Verify the history now")
    Worker().run(until_empty=True)
    page.reload()
    expect(page.get_by_text(f"the chain holds up to line {verify().count}")).to_be_visible()
    check(page, "people-history")
    assert not HistoryValue.objects.filter(line=line, name="name").exists()


def test_it_works_without_javascript(plain_page, anna):
    page = signed_in(plain_page, anna.email)
    page.goto(f"{HERE}accounts/add/")
    page.get_by_label("Name", exact=True).fill("Nora New")
    page.get_by_label("Email address", exact=True).fill("nora@aldermere.example")
    page.get_by_label("Lead, co-lead or delegate").check()
    press(page, "Open the account")
    expect(page.get_by_role("heading", level=1)).to_have_text("Nora New can sign in")
