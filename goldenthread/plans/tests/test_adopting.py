"""A plan that is adopted from elsewhere: whose, what of it applies, who decided, what was changed."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.people.history import history_of
from goldenthread.plans import actions
from goldenthread.plans.actions import Decision, Source
from goldenthread.plans.models import Adoption
from goldenthread.plans.tests.factories import plan as drafted
from goldenthread.plans.tests.factories import recorded

BRAMLEY = Source(title="Training plan", whose="Bramley", inspection="The inspection of May 2011")
APPLIES = "The trust trains staff of both councils."
DECIDED = Decision(on=date(2026, 3, 2), by_whom="The board of 2 March", changed="The days alone")

pytestmark = pytest.mark.usefixtures("fixed_clock")


def adopted(cast, plan, **more):
    given = {"source": BRAMLEY, "applies": APPLIES, **more}
    return actions.record_adoption(plan=plan, by=cast.alice, **given)


def test_an_action_adopts_a_plan_of_elsewhere_first_proposed_then_decided(cast, plan, action):
    row = adopted(cast, plan, action=action)
    assert (row.title, row.whose, row.inspection, row.applies) == (
        "Training plan",
        "Bramley",
        "The inspection of May 2011",
        APPLIES,
    )
    assert (row.action, row.adopted_on, str(row)) == (action, None, "Training plan (Bramley)")
    row = actions.decide_adoption(adoption=row, by=cast.alice, decision=DECIDED)
    kept = Adoption.objects.get()
    assert (kept.adopted_on, kept.decided_by, kept.changed) == (
        date(2026, 3, 2),
        "The board of 2 March",
        "The days alone",
    )
    assert [entry.verb for entry in history_of(kept)] == ["adopted", "recorded an adoption"]
    with pytest.raises(NotAllowedNow, match="adopted already"):
        actions.decide_adoption(adoption=row, by=cast.alice, decision=DECIDED)


def test_a_plan_of_the_same_council_is_adopted_by_its_own_name(cast, plan):
    other = recorded(cast, drafted(title="Plan of 2012"))
    row = adopted(cast, plan, source=Source(plan=other), decision=DECIDED)
    assert (row.source, row.title, row.whose) == (other, "P2 Plan of 2012", "Aldermere")
    assert row.adopted_on == date(2026, 3, 2)


def test_nothing_crosses_between_authorities_by_adopting(cast, plan):
    theirs = actions.record_plan(
        authority=cast.bramley, by=cast.charlie, upload=None, plan=drafted()
    )
    for source in (Source(plan=theirs), Source(plan=plan)):
        with pytest.raises(NotAllowedNow, match="another plan of this authority"):
            adopted(cast, plan, source=source)


@pytest.mark.parametrize(
    ("more", "match"),
    [
        ({"source": replace(BRAMLEY, title=" ")}, "Say which plan it is"),
        ({"source": replace(BRAMLEY, whose="")}, "Say which plan it is"),
        ({"applies": " "}, "Say which plan it is"),
        ({"decision": replace(DECIDED, by_whom=" ")}, "which meeting or decision"),
        ({"decision": replace(DECIDED, changed="")}, "which meeting or decision"),
        ({"decision": replace(DECIDED, on=date(2026, 3, 17))}, "has not come"),
    ],
)
def test_what_is_not_said_is_asked_for(cast, plan, more, match):
    with pytest.raises(NotAllowedNow, match=match):
        adopted(cast, plan, **more)
    assert not Adoption.objects.exists()


def test_an_action_of_another_plan_adopts_nothing_here(cast, plan):
    other = recorded(cast, drafted(title="Plan of 2012"))
    with pytest.raises(NotAllowedNow, match="is not an action of"):
        adopted(cast, plan, action=other.actions.first())
    pointer = plan.actions.get(public_id="P1-A4")
    with pytest.raises(NotAllowedNow, match="only points to"):
        adopted(cast, plan, action=pointer)


def test_the_same_plan_is_adopted_once_for_each_action_until_it_is_removed(cast, plan, action):
    first = adopted(cast, plan)
    adopted(cast, plan, action=action)
    again = replace(BRAMLEY, title="training plan.")
    with pytest.raises(NotAllowedNow, match="recorded already"):
        adopted(cast, plan, source=again)
    with pytest.raises(NotAllowedNow, match="Say why"):
        actions.remove_adoption(adoption=first, by=cast.alice, why=" ")
    gone = actions.remove_adoption(adoption=first, by=cast.alice, why="Another plan was meant.")
    assert (gone.removed_by, gone.removed_at) == (cast.alice, timezone.now())
    with pytest.raises(NotAllowedNow, match="removed already"):
        actions.decide_adoption(adoption=first, by=cast.alice, decision=DECIDED)
    adopted(cast, plan, source=again)
    assert Adoption.objects.current().count() == 2
    assert history_of(first)[0].why == "Another plan was meant."


def test_who_does_not_see_the_plan_sees_no_adoption_of_it(cast, plan):
    row = adopted(cast, plan)
    assert row.authority == cast.aldermere
    assert list(Adoption.objects.visible_to(cast.alice)) == [row]
    assert not Adoption.objects.visible_to(cast.charlie).exists()


@pytest.mark.parametrize(
    "changes",
    [
        {"title": ""},
        {"whose": ""},
        {"applies": ""},
        {"decided_by": "The board"},
        {"adopted_on": date(2026, 3, 2), "decided_by": "The board"},
        {"removed_at": "2026-03-02T10:00Z"},
    ],
)
def test_the_database_keeps_no_half_of_an_adoption(cast, plan, changes):
    row = adopted(cast, plan)
    with pytest.raises(IntegrityError), transaction.atomic():
        Adoption.objects.filter(pk=row.pk).update(**changes)


def test_the_database_lets_no_plan_adopt_itself(cast, plan):
    row = adopted(cast, plan)
    with pytest.raises(IntegrityError), transaction.atomic():
        Adoption.objects.filter(pk=row.pk).update(source=plan)
