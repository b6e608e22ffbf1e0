"""What raw SQL on periods, contradictions, reopenings and completions the database refuses."""

from datetime import UTC, date, datetime

from django.db import transaction

from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.plans import actions
from goldenthread.plans.models import (
    Action,
    Delivery,
    EvidenceLink,
    JudgedStatus,
    PracticePeriod,
    Reopening,
    Standing,
)
from goldenthread.plans.tests.evidence_factories import (
    contradicted,
    file,
)
from goldenthread.plans.tests.raw_checks import refused

NOW = datetime(2026, 3, 16, 12, tzinfo=UTC)


def test_periods_and_judged_statuses_are_only_taken_back(world):
    fields = {"action": world.action, "by": world.cast.bob, "at": NOW}
    period = PracticePeriod.objects.create(
        first_day=date(2026, 1, 1), ends_before=date(2026, 2, 1), in_standard=False,
        standard="9 of 10", **fields,
    )  # fmt: skip
    judged = JudgedStatus.objects.create(colour="red", **fields)
    for row, change in ((period, {"in_standard": True}), (judged, {"colour": "green"})):
        with refused("only"), transaction.atomic():
            type(row).objects.filter(pk=row.pk).update(**change)
        with refused("never deleted"), transaction.atomic():
            type(row).objects.filter(pk=row.pk)._raw_delete("default")


def a_period(world, **changes):
    row = {
        "action": world.action, "by": world.cast.bob, "at": NOW, "in_standard": True,
        "first_day": date(2026, 1, 1), "ends_before": date(2026, 2, 1), "standard": "9 of 10",
    }  # fmt: skip
    with transaction.atomic():
        return PracticePeriod.objects.create(**row | changes)


def test_no_raw_period_is_entered_by_whoever_stands_in_the_action_or_ever_stood(world):
    Standing.objects.filter(person=world.dan.persons.get()).update(ended_on=date(2026, 3, 16))
    twin = make_user("Lena Twin", world.cast.aldermere, Role.IMPROVEMENT_OFFICER)
    twin.persons.update(name="lena long")
    for user in (world.lena, world.dan, twin):
        with refused("does not record"):
            a_period(world, by=user)
        with refused("does not take back"), transaction.atomic():
            row = a_period(world)
            taken = PracticePeriod.objects.filter(pk=row.pk)
            taken.update(withdrawn_by=user, withdrawn_at=NOW)
    row = a_period(world)
    PracticePeriod.objects.filter(pk=row.pk).update(withdrawn_by=world.cast.bob, withdrawn_at=NOW)


def test_no_raw_period_is_short_overlaps_is_not_over_or_shows_nothing(world):
    a_period(world)
    with refused("cover days"):
        a_period(world, first_day=date(2026, 1, 15), ends_before=date(2026, 2, 14))
    with refused("long as"):
        a_period(world, first_day=date(2026, 2, 1), ends_before=date(2026, 2, 28))
    with refused("long as"):
        a_period(world, first_day=date(2026, 2, 1), ends_before=date(2026, 3, 1), count=0, out_of=9)
    with refused("is over"):
        a_period(world, first_day=date(2026, 3, 1), ends_before=date(2026, 4, 1))
    a_period(world, first_day=date(2026, 2, 1), ends_before=date(2026, 3, 1))


def test_a_contradiction_is_taken_back_by_its_filer_alone(world):
    link = contradicted(world)
    rows = EvidenceLink.objects.filter(pk=link.pk)
    taken = {"withdrawn_at": NOW, "withdrawn_why": "It looks bad."}
    with refused("filed a contradiction"), transaction.atomic():
        rows.update(withdrawn_by=world.lena, **taken)
    rows.update(withdrawn_by=world.cast.alice, **taken)


def test_whoever_asked_for_a_reopening_does_not_approve_it_with_another_account(world):
    file(world)
    asked = actions.ask_reopening(test=world.test, by=world.lena, why="Vague.", text="Else")
    twin = make_user("Lena Twin", world.cast.aldermere, Role.IMPROVEMENT_OFFICER)
    twin.persons.update(name="lena long")
    rows = Reopening.objects.filter(pk=asked.pk)
    with refused("Somebody else"), transaction.atomic():
        rows.update(approved_by=twin, approved_at=NOW)
    rows.update(approved_by=world.cast.alice, approved_at=NOW)


def done(world, **changes):
    row = {"state": "done", "completed_on": date(2026, 3, 2), "completed_precision": "day"}
    with transaction.atomic():
        return Delivery.objects.create(action=world.action, **row | changes)


def test_no_raw_completion_lies_in_the_future(world):
    with refused("has been"):
        done(world, completed_on=date(2099, 1, 1))
    row = done(world)
    with refused("reopened to change its day"), transaction.atomic():
        Delivery.objects.filter(pk=row.pk).update(completed_on=date(2026, 2, 3))
    with refused("never deleted"), transaction.atomic():
        Delivery.objects.filter(pk=row.pk)._raw_delete("default")
    open_ = {"state": "in progress", "completed_on": None, "completed_precision": ""}
    Delivery.objects.filter(pk=row.pk).update(**open_)
    late = {"state": "done", "completed_on": date(2099, 1, 1), "completed_precision": "day"}
    with refused("has been"), transaction.atomic():
        Delivery.objects.filter(pk=row.pk).update(**late)


def test_what_goes_on_is_not_done_without_a_review(world):
    Action.objects.filter(pk=world.action.pk).update(kind="sustained", kind_proposed=False)
    with refused("closes by a review"):
        done(world)
    row = done(world, review="The panel meets weekly.")
    with refused("closes by a review"), transaction.atomic():
        Delivery.objects.filter(pk=row.pk).update(review=" ")
