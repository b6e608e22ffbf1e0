"""Boards and meetings: from what is due to a decision and to an agreed next step, clicks counted."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from goldenthread.governance import actions
from goldenthread.governance.actions.forums import About
from goldenthread.people import actions as people
from goldenthread.people.tests.factories import PASSWORD, make_cast
from goldenthread.plans.tests.factories import recorded

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def cast(live_server):
    return make_cast()


@pytest.fixture
def officer(cast):
    """Alice Archer, improvement officer of Aldermere."""
    return cast.alice


@pytest.fixture
def meeting(cast):
    """The board's meeting of today, with the plan that it watches and a chair."""
    today = timezone.localdate()
    about = About(
        name="Improvement Board",
        kind="board",
        every=1,
        unit="months",
        first_on=today - timedelta(days=400),
    )
    forum = actions.register_forum(authority=cast.aldermere, about=about, by=cast.alice)
    dora = people.add_person(authority=cast.aldermere, name="Dora Dale", by=cast.alice)
    actions.seat(forum=forum, of=dora, rank="chair", by=cast.alice)
    actions.let_watch(forum=forum, of=recorded(cast), times=4, by=cast.alice)
    return actions.plan_meeting(forum=forum, day=today, by=cast.alice)


@pytest.fixture
def click(page):
    """Clicks what it is given, and counts."""

    def clicked(what):
        what.click()
        clicked.count += 1

    clicked.count = 0
    return clicked


def day_in(form, label, value):
    for name, part in zip(
        ("Day", "Month", "Year"), (value.day, value.month, value.year), strict=True
    ):
        form.get_by_role("group", name=label).get_by_label(name).fill(str(part))


def test_from_what_is_due_to_a_decision_and_an_agreed_next_step(
    page, sign_in, meeting, check, click
):
    sign_in(page, password=PASSWORD)
    expect(page.get_by_role("heading", level=1)).to_have_text("My work")
    page.goto("/governance/")
    check(page, "governance-register")
    page.get_by_role("link", name="Improvement Board").click()
    check(page, "governance-forum")
    page.goto(f"/governance/meetings/{meeting.pk}/")
    check(page, "governance-meeting-empty")

    click(page.get_by_role("button", name="Put on the agenda what is due"))
    check(page, "governance-due")
    click(page.get_by_role("button", name="Put it on the agenda"))
    assert click.count == 2
    late = page.get_by_role("region", name="P1-A1 Meet with each")
    expect(late).to_contain_text("Late since 31 July 2012.")

    page.get_by_role("link", name="Who was there?").click()
    check(page, "governance-attendance")
    page.get_by_role("button", name="The meeting was held").click()
    expect(page.get_by_text("1 of 1 members present")).to_be_visible()

    click.count = 0
    click(late.get_by_role("link", name="Decide"))
    page.get_by_label("Decision", exact=True).fill("Bring it forward.")
    page.get_by_label("What does it resolve?").fill("Fund the tool")
    check(page, "governance-decide")
    click(page.get_by_role("button", name="Record the decision"))
    assert click.count == 2
    expect(late).to_contain_text("Fund the tool (open)")

    click.count = 0
    click(late.get_by_role("link", name="Next step"))
    page.get_by_label("Agreed next step", exact=True).fill("Write to every head")
    page.get_by_label("Who").select_option("Dora Dale")
    day_in(page, "By when", meeting.day + timedelta(days=14))
    click(page.get_by_role("button", name="Record the next step"))
    assert click.count == 2
    click.count = 0
    click(late.get_by_role("link", name="Make it an action"))
    check(page, "governance-into-action")
    page.get_by_role("group", name="Which items does it serve?").get_by_role(
        "checkbox"
    ).first.check()
    click(page.get_by_role("button", name="Make it an action"))
    assert click.count == 2
    expect(late).to_contain_text("action P1-A5")
    check(page, "governance-meeting")

    late.get_by_role("link", name="Open P1-A1").click()
    expect(page.get_by_role("region", name="What meetings decided")).to_contain_text(
        "Fund the tool"
    )
    check(page, "governance-on-the-action")


def test_a_members_question_is_answered_with_its_figures_and_frozen(
    page, sign_in, meeting, check, click
):
    sign_in(page, password=PASSWORD)
    expect(page.get_by_role("heading", level=1)).to_have_text("My work")
    page.goto(f"/governance/{meeting.forum.pk}/")
    click(page.get_by_role("link", name="Register a member’s question"))
    check(page, "governance-ask")
    page.get_by_label("Asked by").fill("a member")
    day_in(page, "Asked on", meeting.day)
    page.get_by_label("Question", exact=True).fill("How many visits are in time?")
    click(page.get_by_role("button", name="Register it"))
    assert click.count == 2

    click.count = 0
    click(page.get_by_role("button", name="Write the answer"))
    page.get_by_label("Who answers?").fill("Cabinet Member for Children")
    page.get_by_label("Answer", exact=True).fill("Most of them are.")
    click(page.get_by_role("button", name="Save the draft"))
    assert click.count == 2

    click.count = 0
    click(page.get_by_role("link", name="Type a figure in"))
    check(page, "governance-figure")
    page.get_by_label("What does it count?").fill("Visits in time")
    page.get_by_label("Value").fill("89")
    page.get_by_label("Unit").fill("percent")
    click(page.get_by_role("button", name="Add the figure"))
    assert click.count == 2
    expect(page.get_by_text("89%; out of how many: not given")).to_be_visible()
    check(page, "governance-question-draft")

    click.count = 0
    click(page.get_by_role("button", name="Give the answer and freeze it"))
    check(page, "governance-give")
    click(page.get_by_role("button", name="Freeze the answer"))
    assert click.count == 2
    expect(page.get_by_text("and frozen", exact=False).first).to_be_visible()
    expect(page.get_by_role("button", name="Leave out")).to_have_count(0)
    check(page, "governance-question")
    page.goto("/governance/questions/")
    expect(page.get_by_role("link", name="How many visits are in time?")).to_be_visible()
    check(page, "governance-questions")
