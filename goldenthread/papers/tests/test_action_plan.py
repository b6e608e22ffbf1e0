"""What the action plan prints: the document's words, what was said here since, and what is missing."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.papers.action_plan.paper import build
from goldenthread.papers.document import Grid, Note
from goldenthread.people import actions as people
from goldenthread.people.models import PartnerOrganisation
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.plans import actions
from goldenthread.plans.drafts import (
    ActionDraft,
    ItemDraft,
    PlanDraft,
    ReportedDraft,
    StandingDraft,
)
from goldenthread.plans.tests import evidence_factories, factories

pytestmark = pytest.mark.django_db


def paper(plan, by, as_at=None):
    return build(plan=plan, by=by, as_at=as_at or timezone.localdate())


def table(document, number=0):
    """The rows of a table as words by heading; what spans stands in its first row only."""
    grid = [block for block in document.blocks if isinstance(block, Grid)][number]
    titles = [column.title for column in grid.columns]
    found, spans = [], dict.fromkeys(titles, 0)
    for row in grid.rows:
        cells = iter(row)
        line = {}
        for title in titles:
            cell = None if spans[title] else next(cells)
            line[title] = cell.text if cell else ""
            spans[title] = (cell.rows if cell else spans[title]) - 1
        found.append(line)
    return found


def notes(document):
    return [block.text for block in document.blocks if isinstance(block, Note)]


@pytest.fixture
def world(cast):
    return evidence_factories.make_world(cast)


def test_a_plan_without_a_document_has_a_usual_heading_for_each_thing_it_says(cast):
    plan = factories.recorded(cast)
    first = table(paper(plan, cast.alice))[0]
    assert first == {
        "No": "1",
        "Area for improvement": "All partners understand the threshold",
        "Action required": "i) Meet with each of the 14 head teachers",
        "Ofsted timescale": "immediat",
        "Local timescale": "July 2012",
        "Lead officer": "Ann Adams",
        "Sub-delegate officers": "TMs",
        "Progress / comments": "1 meeting already taken place",
        "Test": "Confirmation in the minute when each meeting has taken place",
        "Evidence on file": "Yes - part",
        "Date completed": "",
    }


def test_an_action_that_serves_items_apart_is_printed_once_and_pointed_to(cast):
    document = paper(factories.recorded(cast), cast.alice)
    assert [row["Action required"] for row in table(document)] == [
        "i) Meet with each of the 14 head teachers",
        "ii) Launch the hub",
    ]
    assert [row["Action required"] for row in table(document, 1)] == [
        "As above (2)",
        "New front sheet",
        "As above (1)",
    ]
    assert table(document)[1]["Local timescale"] == "Oct 13 (item 2)\nSept 13 (item 3)"
    assert table(document)[1]["Progress / comments"] == "March 2014: The hub went live Oct.13."


def test_posts_are_printed_where_they_are_known_and_else_the_names_which_is_said(world):
    cast = world.cast
    head = people.add_post(authority=cast.aldermere, title="Head of Practice", by=cast.setup)
    lena = evidence_factories.person(world.lena)
    people.take_post(post=head, person=lena, by=cast.setup, started_on=None)
    document = paper(world.plan, cast.alice)
    [row] = table(document)
    assert (row["Lead officer"], row["Sub-delegate officers"]) == ("Head of Practice", "Dan Drew")
    assert "No post is known here for 1 of those" in document.missing[-1]
    assert "Lena" not in str(document)


def test_what_was_said_agreed_and_checked_here_stands_beside_the_documents_words(world):
    today = timezone.localdate()
    actions.add_update(action=world.action, by=world.lena, text="Half of the teams\nuse it")
    actions.set_local_deadline(
        action=world.action, due=today + timedelta(days=30), by=world.cast.alice
    )
    evidence_factories.accept(world, evidence_factories.file(world))
    actions.complete(action=world.action, by=world.lena, completed_on=today)
    [row] = table(paper(world.plan, world.cast.alice))
    words = f"{today.day} {today:%B %Y}"
    assert f"{words}: Half of the teams use it" in row["Progress / comments"]
    assert row["Evidence on file"] == "Checked here: 1 of 1 test"
    assert row["Date completed"] == words
    assert str(today.year) in row["Local timescale"]


def test_the_paper_of_an_earlier_day_leaves_out_what_was_said_later(world):
    today = timezone.localdate()
    with time_machine.travel(timezone.now() + timedelta(days=3), tick=False):
        actions.add_update(action=world.action, by=world.lena, text="Said later")
        [before] = table(paper(world.plan, world.cast.alice, today))
        [now] = table(paper(world.plan, world.cast.alice))
        told = notes(paper(world.plan, world.cast.alice, today))
    assert "Said later" not in before["Progress / comments"]
    assert "Said later" in now["Progress / comments"]
    assert any("stand as they do on" in one for one in told)


def test_a_reported_colour_stands_beside_the_one_worked_out_and_the_key_is_printed(cast):
    draft = PlanDraft(
        title="Improvement plan",
        items=(ItemDraft(number="1", text="Visits are recorded"),),
        actions=(
            ActionDraft(
                items=(0,),
                text="New front sheet",
                reported=(ReportedDraft(column="colour", text="Blue"),),
            ),
        ),
    )
    document = paper(factories.recorded(cast, draft), cast.alice)
    [row] = table(document)
    assert row["Status"] == "Blue\nWorked out: green (the rest)"
    said = str(document)
    assert "embedded in practice, or difference shown" in said
    assert "nobody here has checked it" in said
    assert document.missing == ("Actions without a lead: 1.", "Actions without a test: 1.")


def test_a_partner_prints_its_own_actions_and_the_paper_says_so(cast):
    hospital = PartnerOrganisation.objects.create(authority=cast.aldermere, name="The hospital")
    nurse = make_user("Nia North", cast.aldermere, Role.PARTNER_USER, partner=hospital)
    ours = StandingDraft(printed="The hospital", partner=hospital)
    draft = PlanDraft(
        title="Improvement plan",
        items=(ItemDraft(number="1", text="Visits"), ItemDraft(number="2", text="Not theirs")),
        actions=(
            ActionDraft(items=(0,), text="Send a nurse", standings=(ours,)),
            ActionDraft(items=(0, 1), text="Somebody else's"),
        ),
    )
    document = paper(factories.recorded(cast, draft), nurse)
    assert [row["Action required"] for row in table(document)] == ["Send a nurse"]
    assert "Not theirs" not in str(document)
    assert "only a part of the plan" in notes(document)[0]


def test_nobody_prints_a_plan_they_do_not_see_or_a_day_it_cannot_be_told_for(cast):
    plan = factories.recorded(cast)
    with pytest.raises(NotAllowed, match="does not see this plan"):
        paper(plan, cast.charlie)
    with pytest.raises(NotAllowedNow, match="is to come"):
        paper(plan, cast.alice, timezone.localdate() + timedelta(days=1))
    with pytest.raises(NotAllowedNow, match="was recorded here on"):
        paper(plan, cast.alice, date(2012, 5, 1))


def test_a_longer_plan_costs_no_more_queries(cast):
    def costs(plan):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            paper(plan, cast.alice)
        return len(queries)

    def of(number):
        rows = [ActionDraft(items=(n,), text=f"Act {n}") for n in range(number)]
        items = [ItemDraft(number=str(n), text=f"Item {n}") for n in range(number)]
        draft = PlanDraft(title="Long plan", items=tuple(items), actions=tuple(rows))
        return factories.recorded(cast, draft)

    assert costs(of(40)) == costs(of(2))
