"""The Item page: what was asked for, who may link it, and the item's own tests."""

from datetime import date

import pytest

from goldenthread.inspections import actions
from goldenthread.inspections.drafts import LinkDraft, RecommendationDraft
from goldenthread.inspections.tests.factories import recorded as reported
from goldenthread.inspections.tests.factories import sif
from goldenthread.plans import actions as plan_actions
from goldenthread.plans.drafts import (
    ActionDraft,
    ItemDraft,
    ReportedDraft,
    TestDraft,
    TimescaleDraft,
)
from goldenthread.plans.models import ItemRecommendation
from goldenthread.plans.tests.factories import plan as draft_of_plan
from goldenthread.plans.tests.factories import recorded

pytestmark = pytest.mark.django_db
ITEM = "/plans/990/P1-I2/"


@pytest.fixture
def visits(cast):
    """What a report of the council asks for, and the paragraph that it rests on."""
    one = RecommendationDraft(text="Correct the minutes of core groups.", number="1", page=8)
    links = (LinkDraft(paragraph=12, recommendations=("1",)),)
    return reported(cast, sif(recommendations=(one,), links=links)).recommendations.get()


def linked(client, visits):
    answer = client.post(f"{ITEM}link/", {"recommendation": str(visits.pk)}, follow=True)
    assert "The recommendation was linked." in answer.text
    return ItemRecommendation.objects.current().get()


def test_a_recommendation_is_linked_and_stands_on_the_page_with_its_paragraph(alice, plan, visits):
    assert "This item is linked to no recommendation." in alice.get(ITEM).text
    row = linked(alice, visits)
    assert (row.item.public_id, row.recommendation, row.linked_by.name) == (
        *("P1-I2", visits),
        "Alice Archer",
    )
    shown = alice.get(ITEM).text
    assert "Correct the minutes of core groups." in shown
    assert "number 1, page 8" in shown
    assert "Visits are late." in shown
    assert "page 9" in shown


def test_a_recommendation_of_another_council_cannot_be_chosen(alice, cast, plan):
    theirs = RecommendationDraft(text="Theirs.", number="1", page=8)
    draft = sif(recommendations=(theirs,), links=())
    made = actions.record_report(authority=cast.bramley, by=cast.charlie, upload=None, report=draft)
    sent = {"recommendation": str(made.recommendations.get().pk)}
    assert alice.post(f"{ITEM}link/", sent).status_code == 422
    assert not ItemRecommendation.objects.exists()


def test_a_link_of_another_item_is_not_found_under_this_one(alice, plan, visits):
    row = linked(alice, visits)
    assert alice.get(f"/plans/990/P1-I1/links/{row.pk}/remove/").status_code == 404


def test_a_director_links_nothing(bob, plan, visits):
    assert "Link a recommendation" not in bob.get(ITEM).text
    assert bob.post(f"{ITEM}link/", {"recommendation": str(visits.pk)}).status_code == 403
    assert not ItemRecommendation.objects.exists()


def test_an_item_shows_its_own_tests_and_what_the_document_says_of_it(alice, cast):
    item = ItemDraft(
        number="1",
        text="Visits are recorded",
        timescales=(
            TimescaleDraft(printed="30 June 2014", due=date(2014, 6, 30)),
            TimescaleDraft(printed="soon", source="inspectorate"),
        ),
        tests=(TestDraft(text="A survey of 20 parents", kind="practice", quantity=20),),
        reported=(ReportedDraft(column="update", text="The survey went out.", said="May 2014"),),
    )
    recorded(cast, draft_of_plan(parts=(), items=(item,), actions=(), references=(), to_settle=()))
    shown = alice.get("/plans/990/P1-I1/").text
    assert "A survey of 20 parents" in shown
    assert "Tests of the item as a whole" in shown
    assert "The survey went out." in shown
    assert "May 2014" in shown
    assert "“30 June 2014”, 30 June 2014" in shown
    assert "“soon”, which sets no day" in shown
    assert "Nothing is planned for this item yet." in shown


def backlog_of(cast, **more):
    """A plan whose first item has minutes outstanding, and its page."""
    said = "There are 9 minutes outstanding, of which 4 are under 2 weeks"
    progress = ReportedDraft(column="progress", text=said)
    first = ActionDraft(items=(0,), text="Monitor", reported=(progress,), **more)
    undated = {"day": None, "precision": "unknown", "references": (), "to_settle": ()}
    drafted = draft_of_plan(actions=(first,), **undated)
    return recorded(cast, drafted), "/plans/990/P1-I1/"


def test_a_backlog_that_is_reported_stands_by_age_and_with_no_day_says_so(alice, cast):
    _, address = backlog_of(cast)
    shown = alice.get(address).text
    assert "9 = 4 under 2 weeks + 5 of 2 weeks or more (minutes)" in shown
    assert "the item has no local day to be cleared by" in shown


def test_a_backlog_burns_down_from_the_day_it_was_counted_to_the_local_day(alice, cast):
    due = TimescaleDraft(printed="31 July 2026", source="local", due=date(2026, 7, 31))
    plan, address = backlog_of(cast, timescales=(due,))
    assert "nobody says on which day they were counted" in alice.get(address).text
    text = "7 minutes outstanding (2 under 2 weeks)"
    counted = {"text": text, "said_on": date(2026, 7, 17)}
    plan_actions.add_update(action=plan.actions.get(), by=cast.alice, **counted)
    shown = alice.get(address).text
    assert "To be cleared by 31 July 2026, in equal steps from 17 July 2026" in shown
    assert "24 July 2026" in shown
