"""Consulting on an action: its stages, what is said of them, and that none is left without end."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.people.models import HistoryLine
from goldenthread.plans import actions, consulting
from goldenthread.plans.actions import Step
from goldenthread.plans.models import Consultation, Delivery
from goldenthread.plans.tests.factories import recorded

OPENS, CLOSES = date(2026, 3, 2), date(2026, 4, 30)
FORMAL = {
    "stage": "formal",
    "with_whom": "Staff of the duty team and their unions",
    "opens_on": OPENS,
    "closes_on": CLOSES,
}


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 3, 1), "consultation to come (appeals), opens 2 March 2026"),
        (date(2026, 3, 2), "in consultation (appeals), closes 30 April 2026"),
        (date(2026, 4, 30), "in consultation (appeals), closes 30 April 2026"),
        (
            date(2026, 5, 1),
            "in consultation (appeals), was to close 30 April 2026: no outcome for 1 day",
        ),
        (
            date(2026, 5, 10),
            "in consultation (appeals), was to close 30 April 2026: no outcome for 10 days",
        ),
    ],
)
def test_a_stage_says_where_it_is_on_a_day(day, said):
    assert consulting.in_words("appeals", opens_on=OPENS, closes_on=CLOSES, day=day) == said


def opened(world, **other):
    return actions.open_consultation(action=world.action, by=world.lena, **{**FORMAL, **other})


@pytest.mark.django_db
def test_what_is_in_consultation_is_done_only_after_its_outcome(world):
    stage = opened(world)
    said = "in consultation \\(formal consultation\\), closes 30 April 2026"
    with pytest.raises(NotAllowedNow, match=said):
        actions.complete(action=world.action, by=world.lena, completed_on=OPENS)
    assert not Delivery.objects.filter(state="done").exists()
    ended = actions.end_consultation(
        consultation=stage, by=world.lena, outcome=" Agreed with two changes ", ended_on=OPENS
    )
    assert (ended.outcome, ended.ended_by) == ("Agreed with two changes", world.lena)
    done = actions.complete(action=world.action, by=world.lena, completed_on=date(2026, 3, 16))
    assert done.state == "done"
    with pytest.raises(NotAllowedNow, match="Reopen it first"):
        opened(world, stage="appeals")


@pytest.mark.django_db
def test_what_is_in_consultation_is_not_replaced_by_another_action(cast, fixed_clock):
    one, other = recorded(cast).actions.order_by("order")[:2]
    actions.open_consultation(action=one, by=cast.alice, **FORMAL)
    step = Step(why="Another way", replaced_by=other)
    with pytest.raises(NotAllowedNow, match="Record its outcome first"):
        actions.set_delivery(action=one, state="superseded", by=cast.alice, step=step)
    actions.set_delivery(action=one, state="in progress", by=cast.alice)


@pytest.mark.django_db
def test_one_stage_follows_on_the_other(world):
    first = opened(world, stage="early")
    with pytest.raises(NotAllowedNow, match="Record its outcome first"):
        opened(world)
    with pytest.raises(IntegrityError), transaction.atomic():
        Consultation.objects.create(
            action=world.action, by=world.lena, at=first.at, **{**FORMAL, "stage": "appeals"}
        )
    actions.end_consultation(consultation=first, by=world.lena, outcome="Go on", ended_on=OPENS)
    opened(world)
    stages = world.action.consultations.order_by("pk").values_list("stage", flat=True)
    assert list(stages) == ["early", "formal"]


@pytest.mark.django_db
def test_a_stage_closes_on_another_day_only_with_a_reason(world):
    stage = opened(world)
    late = {"consultation": stage, "by": world.lena, "closes_on": date(2026, 5, 31)}
    with pytest.raises(NotAllowedNow, match="Say why"):
        actions.move_consultation(why=" ", **late)
    moved = actions.move_consultation(why="The unions asked for it", **late)
    assert moved.closes_on == date(2026, 5, 31)
    line = HistoryLine.objects.order_by("-pk").first()
    assert line.verb == "moved a consultation"
    with pytest.raises(NotAllowedNow, match="on the day that it opens, or later"):
        actions.move_consultation(why="Too long", **{**late, "closes_on": date(2026, 3, 1)})


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"stage": "secret"}, "at which stage"),
        ({"with_whom": "  "}, "with whom"),
        ({"closes_on": date(2026, 3, 1)}, "on the day that it opens, or later"),
    ],
)
def test_a_stage_that_lacks_something_is_not_opened(world, wrong, words):
    with pytest.raises(NotAllowedNow, match=words):
        opened(world, **wrong)
    assert not Consultation.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"outcome": " "}, "what came of"),
        ({"ended_on": date(2026, 3, 17)}, "lies in the future"),
        ({"ended_on": date(2026, 3, 1)}, "It opens on 2 March 2026"),
    ],
)
def test_an_outcome_says_something_and_is_of_a_day_since_it_opened(world, wrong, words):
    stage = opened(world)
    given = {"outcome": "Agreed", "ended_on": OPENS, **wrong}
    with pytest.raises(NotAllowedNow, match=words):
        actions.end_consultation(consultation=stage, by=world.lena, **given)
    stage.refresh_from_db()
    assert (stage.outcome, stage.ended_on) == ("", None)


@pytest.mark.django_db
def test_a_stage_has_one_outcome(world):
    stage = opened(world)
    said = {"consultation": stage, "by": world.lena, "outcome": "Agreed", "ended_on": OPENS}
    actions.end_consultation(**said)
    with pytest.raises(NotAllowedNow, match="has its outcome already"):
        actions.end_consultation(**said)
    assert str(stage) == "Formal consultation with Staff of the duty team and their unions"


@pytest.mark.django_db
def test_only_who_works_on_an_action_opens_a_consultation(world):
    with pytest.raises(NotAllowed):
        actions.open_consultation(action=world.action, by=world.carl, **FORMAL)
    assert not Consultation.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "wrong", [{"with_whom": ""}, {"closes_on": date(2026, 3, 1)}, {"outcome": "Agreed"}]
)
def test_the_database_keeps_no_stage_that_is_not_whole(world, wrong):
    stage = opened(world)
    with pytest.raises(IntegrityError), transaction.atomic():
        Consultation.objects.filter(pk=stage.pk).update(**wrong)
