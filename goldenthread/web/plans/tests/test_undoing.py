"""Undoing a change of several actions: row by row, soon after, where nobody changed it since."""

from datetime import date

import pytest

from goldenthread.people import actions as people
from goldenthread.plans import actions
from goldenthread.plans.models import Action, Delivery, Standing, TakenBack
from goldenthread.web.plans.tests.test_changing import CHANGE, results

pytestmark = pytest.mark.django_db
UNDO = f"{CHANGE}undo/"
BUTTON = "Undo what was changed"


@pytest.fixture(autouse=True)
def monday(fixed_clock):
    return fixed_clock


def row(public_id):
    return Action.objects.get(public_id=public_id)


def lead(public_id):
    found = row(public_id).standings.filter(ended_on=None, rank=Standing.Rank.LEAD)
    return [one.who for one in found]


def test_no_change_is_taken_back_of_each(alice, plan):
    alice.post(CHANGE, {"action": ["P1-A1", "P1-A2"], "change": "no-change"})
    assert BUTTON in results(alice)
    done = alice.post(UNDO, follow=True).text
    assert "2 of 2 rows changed" in done
    assert "“No change” is taken back." in done
    assert BUTTON not in done
    assert TakenBack.objects.count() == 2


def test_who_led_before_leads_again_and_where_nobody_did_nothing_is_undone(alice, cast, plan):
    eve = people.add_person(authority=cast.aldermere, name="Eve East", by=cast.setup)
    actions.give_lead(action=row("P1-A1"), to=eve, by=cast.alice)
    before = lead("P1-A1")
    row("P1-A2").standings.filter(rank=Standing.Rank.LEAD).update(ended_on=date(2026, 3, 2))
    post = people.add_post(authority=cast.aldermere, title="Head of Help", by=cast.setup)
    sent = {"action": ["P1-A1", "P1-A2"], "change": "lead", "lead": f"post:{post.pk}"}
    alice.post(CHANGE, sent)
    done = alice.post(UNDO, follow=True).text
    assert "1 of 1 row changed" in done
    assert "Eve East leads it again." in done
    assert lead("P1-A1") == before
    assert lead("P1-A2") == ["Head of Help"]


def test_a_step_is_set_back_where_it_may_be(alice, cast, plan):
    sent = {"action": ["P1-A1", "P1-A2"], "change": "state", "state": "in progress"}
    alice.post(CHANGE, sent)
    actions.complete(action=row("P1-A2"), by=cast.alice, completed_on=date(2026, 3, 2))
    done = alice.post(UNDO, follow=True).text
    assert "Again not started." in done
    assert "was changed since by somebody. Nothing was changed." in done
    assert Delivery.objects.get(action=row("P1-A1")).state == "not started"


def test_what_was_refused_or_cannot_be_undone_offers_nothing(alice, plan):
    alice.post(CHANGE, {"action": ["P1-A1", "P1-A3"], "change": "take-over"})
    assert BUTTON not in results(alice)
    assert "Nothing was changed lately" in alice.post(UNDO, follow=True).text


def test_after_a_quarter_of_an_hour_it_is_changed_instead(alice, plan, monday):
    alice.post(CHANGE, {"action": ["P1-A1"], "change": "no-change"})
    monday.move_to("2026-03-16 09:45:01+00:00")
    assert BUTTON not in results(alice)
    assert "It could be undone for a quarter of an hour" in alice.post(UNDO, follow=True).text
    assert not TakenBack.objects.exists()


def test_a_director_undoes_nothing(bob, plan):
    assert bob.post(UNDO).status_code == 403
