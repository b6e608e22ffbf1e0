"""The Item page: what was asked for, who may link it, and the item's own tests."""

from datetime import date

import pytest

from goldenthread.inspections import actions
from goldenthread.inspections.drafts import LinkDraft, RecommendationDraft
from goldenthread.inspections.tests.factories import recorded as reported
from goldenthread.inspections.tests.factories import sif
from goldenthread.plans.drafts import ItemDraft, ReportedDraft, TestDraft, TimescaleDraft
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
