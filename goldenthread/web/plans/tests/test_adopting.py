"""What a plan adopts from elsewhere, on its page."""

import pytest

from goldenthread.plans import actions
from goldenthread.plans.models import Adoption
from goldenthread.plans.tests.factories import plan as drafted
from goldenthread.plans.tests.factories import recorded

PLAN = "/plans/990/P1/"
PAGE = f"{PLAN}adopted/"
GIVEN = {
    "title": "Training plan",
    "whose": "Bramley",
    "inspection": "The inspection of May 2011",
    "applies": "The trust trains staff of both councils.",
}
DECIDED = {
    "on_0": "2",
    "on_1": "3",
    "on_2": "2026",
    "by_whom": "The board of 2 March",
    "changed": "The days alone",
}

pytestmark = pytest.mark.usefixtures("fixed_clock")


def test_a_plan_that_adopts_nothing_says_what_would_stand_there(alice, plan):
    assert f'href="{PAGE}"' in alice.get(PLAN).text
    assert "Nothing is adopted from elsewhere" in alice.get(PAGE).text


def test_a_plan_is_recorded_for_an_action_then_decided_then_removed(alice, plan):
    action = plan.actions.get(public_id="P1-A3")
    shown = alice.post(PAGE, {**GIVEN, "action": action.pk}, follow=True).text
    assert "proposed, not yet adopted" in shown
    assert "P1-A3: New front sheet" in shown
    assert "The inspection of May 2011" in shown
    row = Adoption.objects.get()
    assert "Adopted on" in alice.get(f"{PAGE}{row.pk}/").text
    shown = alice.post(f"{PAGE}{row.pk}/", DECIDED, follow=True).text
    assert "2 March 2026, by The board of 2 March" in shown
    assert "The days alone" in shown
    assert "Say that it was adopted" not in shown
    assert "Remove this adoption?" in alice.get(f"{PAGE}{row.pk}/remove/").text
    shown = alice.post(f"{PAGE}{row.pk}/remove/", {"why": "Not this one."}, follow=True).text
    assert "Nothing is adopted from elsewhere" in shown


def test_a_plan_of_the_same_council_is_chosen_and_leads_to_its_page(alice, cast, plan):
    other = recorded(cast, drafted(title="Plan of 2012"))
    alice.post(PAGE, {"source": other.pk, "applies": "All of it."})
    shown = alice.get(PAGE).text
    assert '<a class="govuk-link" href="/plans/990/P2/">Aldermere</a>' in shown
    assert "the whole plan" in shown


def test_what_is_refused_is_told_at_the_form(alice, plan):
    shown = alice.post(PAGE, {"applies": "All of it."})
    assert shown.status_code == 422
    assert "Say which plan it is, whose it is" in shown.text
    alice.post(PAGE, GIVEN)
    row = Adoption.objects.get()
    late = alice.post(f"{PAGE}{row.pk}/", {**DECIDED, "on_1": "4"})
    assert late.status_code == 422
    assert "has not come" in late.text


def test_who_may_not_record_it_reads_it(browser_of, cast, plan, checker):
    actions.record_adoption(
        plan=plan,
        by=cast.alice,
        source=actions.Source(title="Training plan", whose="Bramley"),
        applies="All of it.",
    )
    actions.give_to_checker(plan=plan, user=checker, by=cast.alice)
    page = browser_of(checker).get(PAGE)
    assert "Training plan" in page.text
    assert page.context["form"] is None
    assert "/remove/" not in page.text
