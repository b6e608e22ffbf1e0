"""Checking: the checker returns, the lead is told, the checker accepts; the leads get one message."""

import pytest
from playwright.sync_api import expect

from goldenthread.people.models import Notice
from goldenthread.people.tests.factories import PASSWORD, make_cast
from goldenthread.plans import actions
from goldenthread.plans.drafts import TestDraft
from goldenthread.plans.models import Check
from goldenthread.plans.tests.evidence_factories import file, make_world
from goldenthread.sources import actions as sources
from goldenthread.thread.tests.factories import make_world as make_claims

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
MINUTE = b"Minute of the board: the template is agreed."


@pytest.fixture
def cast(live_server, settings, tmp_path):
    settings.FILES_DIR = str(tmp_path / "files")
    return make_cast()


@pytest.fixture
def as_user(page, cast):
    """Signs somebody in by typing, after whoever was signed in before."""

    def signed_in(user):
        page.context.clear_cookies()
        page.goto("/account/sign-in/")
        page.get_by_label("Email address").fill(user.email)
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("My work")
        return page

    return signed_in


def filed(cast, **test):
    draft = TestDraft(text="Copy of the template with its minute", **{"kind": "done", **test})
    world = make_world(cast, tests=(draft,))
    upload = sources.store(
        authority=cast.aldermere, name="minute-4-may.txt", data=MINUTE, by=world.lena
    )
    link = file(world, upload=upload, title="Minute of the board")
    actions.ask_for_check(link=link, by=world.lena)
    return world, link


def test_evidence_is_returned_and_then_accepted(as_user, cast, check):
    world, link = filed(cast)
    page = as_user(world.carl)
    page.goto(f"/library/evidence/links/{link.pk}/")
    check(page, "check-evidence")
    with page.expect_download() as download:
        page.get_by_role("link", name="minute-4-may.txt").click()
    assert download.value.suggested_filename == "minute-4-may.txt"
    page.get_by_role("button", name="Return with this reason").click()
    expect(page.get_by_role("alert")).to_contain_text("Reason: nothing entered")
    check(page, "check-evidence-error")
    page.get_by_label("Reason").fill("The minute has no date.")
    page.get_by_role("button", name="Return with this reason").click()
    expect(page.locator("#messages")).to_contain_text("is returned")
    check(page, "check-evidence-returned")
    page.get_by_label("How do you know it?").fill("I read the minute, with its date.")
    page.get_by_role("button", name="Accept with these words").click()
    expect(page.locator("#messages")).to_contain_text("is accepted")
    assert [made.outcome for made in Check.objects.order_by("pk")] == ["returned", "accepted"]
    page.goto("/library/evidence/")
    check(page, "evidence-library")
    page.get_by_role("link", name="Minute of the board").click()
    check(page, "evidence")


def test_the_lead_reads_why_they_may_not_check(as_user, cast, check):
    world, link = filed(cast, kind="practice")
    page = as_user(world.lena)
    page.goto(f"/library/evidence/links/{link.pk}/")
    expect(page.get_by_role("heading", name="You cannot check this evidence")).to_be_visible()
    check(page, "check-evidence-own")


def test_from_embedded_up_three_questions_are_asked(as_user, cast, check):
    world, link = filed(cast, kind="practice")
    page = as_user(world.carl)
    page.goto(f"/library/evidence/links/{link.pk}/")
    check(page, "check-evidence-three-questions")
    page.get_by_label("What do you know?").fill("Every file has it.")
    page.get_by_label("How do you know it?").fill("I looked at twenty files.")
    page.get_by_label("What is the plan?").fill("The same sample in May.")
    page.get_by_role("button", name="Accept with these words").click()
    expect(page.locator("#messages")).to_contain_text("is accepted")


def test_it_works_without_javascript(plain_page, cast):
    world, link = filed(cast)
    plain_page.goto("/account/sign-in/")
    plain_page.get_by_label("Email address").fill(world.carl.email)
    plain_page.get_by_label("Password", exact=True).fill(PASSWORD)
    plain_page.get_by_role("button", name="Sign in").click()
    plain_page.goto(f"/library/evidence/links/{link.pk}/")
    plain_page.get_by_label("How do you know it?").fill("I read it.")
    plain_page.get_by_role("button", name="Accept with these words").click()
    expect(plain_page.locator("#messages")).to_contain_text("is accepted")


def test_one_press_tells_each_lead_of_the_claims(as_user, cast, check):
    world = make_claims(cast)
    page = as_user(cast.alice)
    page.goto("/library/claims/")
    check(page, "claims")
    page.get_by_role("button", name="Send each lead one message").click()
    expect(page.locator("#messages")).to_contain_text("1 lead told")
    assert Notice.objects.get().to == world.lena
    as_user(world.lena)
    expect(page.get_by_role("heading", name="1 claim waiting for evidence")).to_be_visible()
    check(page, "my-work-message")
    page.get_by_role("button", name="Mark as read").click()
    expect(page.locator("#messages")).to_contain_text("The message is read")
    page.goto("/messages/")
    check(page, "messages")
