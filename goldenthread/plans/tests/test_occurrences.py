"""What comes again: set up, made ahead, held, missed, excused, with evidence of its own."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.people.models import Job
from goldenthread.people.worker import Worker
from goldenthread.plans import actions, status
from goldenthread.plans.gathering import facts_of, stands_of
from goldenthread.plans.models import DatedOccurrence, EvidenceLink, Recurrence, StatusRules
from goldenthread.plans.recurring import Recurs, tally
from goldenthread.plans.tests.evidence_factories import make_world, person
from goldenthread.plans.tests.factories import recorded
from goldenthread.plans.tests.raw_checks import NOW

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate
EXTRACT = {"kind": "document", "title": "Audit", "shows": "As asked.", "extract": "Twelve files."}


@pytest.fixture
def world(cast):
    return make_world(cast)


def monthly(months_ago=3, **more):
    """From the first of a month that was so many months ago."""
    today = TODAY()
    year, month = divmod(today.year * 12 + today.month - 1 - months_ago, 12)
    return Recurs(frequency="monthly", first_day=date(year, month + 1, 1), **more)


def set_up(world, recurs=None, **more):
    return actions.set_recurrence(
        action=world.action, by=world.cast.alice, recurs=recurs or monthly(), **more
    )


def of_another_action(world):
    """What recurs of an action of another plan."""
    other = recorded(world.cast).actions.get(public_id="P2-A1")
    return actions.set_recurrence(action=other, by=world.cast.alice, recurs=monthly())


def refused_by_the_database(change):
    with pytest.raises(DatabaseError), transaction.atomic():
        change()


def making(world, day):
    """How many occurrences a day asks for."""
    alice = world.cast.alice
    return actions.make_occurrences(authority=world.cast.aldermere, by=alice, day=day)


def states(recurrence):
    return list(recurrence.occurrences.order_by("day").values_list("state", flat=True))


def words(recurrence):
    return tally([row.held for row in recurrence.occurrences.all()], TODAY()).words


def test_what_recurs_has_its_occurrences_up_to_today_and_the_next(world):
    made = set_up(world, what="Audit of contacts", sample=12)
    rows = list(made.occurrences.order_by("day"))
    assert len(rows) == 5
    assert rows[-2].day <= TODAY() < rows[-1].day
    assert {row.state for row in rows} == {"expected"}
    assert str(made) == "Audit of contacts: every month"


def test_the_councils_rule_moves_an_occurrence_from_a_saturday(world):
    StatusRules.objects.create(
        authority=world.cast.aldermere, started_on=date(2012, 1, 1), by=world.cast.bob,
        content=status.content_of(status.SHIPPED) | {"roll": "the next working day"},
        at=NOW, approved_in="Board",
    )  # fmt: skip
    StatusRules.objects.update(approved_by=world.cast.alice, approved_at=NOW)
    recurs = Recurs(frequency="quarterly", first_day=date(2012, 8, 9), last_day=date(2013, 2, 28))
    rows = list(set_up(world, recurs).occurrences.order_by("day"))
    assert [(row.day, row.due) for row in rows][-1] == (date(2013, 2, 9), date(2013, 2, 11))
    assert "Saturday" in rows[-1].note


def test_making_them_twice_or_with_an_earlier_clock_makes_none_twice(world):
    made = set_up(world)
    before = made.occurrences.count()
    assert making(world, TODAY()) == 0
    assert making(world, TODAY() - timedelta(days=60)) == 0
    assert making(world, TODAY() + timedelta(days=31)) == 1
    assert making(world, TODAY()) == 0
    assert made.occurrences.count() == before + 1


def test_the_worker_makes_them_and_asks_for_the_next_day_once(world):
    set_up(world)
    set_up(world, what="Another")
    waiting = Job.objects.get(kind="plans.make_occurrences")
    assert waiting.not_before > timezone.now()
    waiting.not_before = timezone.now()
    waiting.save()
    assert Worker().run(until_empty=True) == 2, "the rules of queries look at the plan, too"
    waiting.refresh_from_db()
    assert (waiting.state, waiting.result) == ("done", 0)
    again = Job.objects.get(kind="plans.make_occurrences", state="waiting")
    assert timezone.localtime(again.not_before).date() == TODAY() + timedelta(days=1)


def test_work_that_a_wrong_clock_put_off_for_years_does_not_stand_in_the_way(world):
    set_up(world)
    Job.objects.update(not_before=timezone.now() + timedelta(days=3650))
    set_up(world, what="Another")
    assert Job.objects.filter(kind="plans.make_occurrences").count() == 2


def test_an_action_that_is_closed_recurs_no_more(world):
    set_up(world)
    actions.set_delivery(action=world.action, by=world.lena, state="in progress")
    actions.complete(action=world.action, by=world.lena, completed_on=TODAY())
    later = TODAY() + timedelta(days=200)
    assert making(world, later) == 0


def test_each_is_done_missed_or_excused_and_counted(world):
    made = set_up(world)
    first, second, third, *_ = made.occurrences.order_by("day")
    actions.hold_occurrence(occurrence=first, by=world.lena, done_on=first.day)
    actions.miss_occurrence(occurrence=second, by=world.lena, why="Nobody was there")
    actions.excuse_occurrence(occurrence=third, by=world.cast.bob, why="The office was shut")
    assert states(made)[:3] == ["done", "missed", "excused"]
    assert words(made).startswith("Done 1 of ")
    assert "1 excused" in words(made)


def test_a_missed_occurrence_makes_its_action_late_until_the_next_is_done(world):
    made = set_up(world, monthly(1))
    first, second, _ = made.occurrences.order_by("day")
    actions.miss_occurrence(occurrence=first, by=world.lena, why="Nobody was there")
    found = stands_of([world.action], TODAY())[world.action.pk]
    assert found.is_late
    assert found.colour == "red"
    assert "was not done" in found.status.why
    actions.hold_occurrence(occurrence=second, by=world.lena, done_on=TODAY())
    found = stands_of([world.action], TODAY())[world.action.pk]
    assert not found.is_late
    assert found.colour != "red"


def test_nobody_excuses_what_they_stand_in_and_a_lead_may_not_at_all(world):
    first = set_up(world).occurrences.order_by("day")[0]
    with pytest.raises(NotAllowed):
        actions.excuse_occurrence(occurrence=first, by=world.lena, why="Busy")
    actions.let_stand(
        action=world.action, by=world.cast.alice, rank="co-lead", to=person(world.cast.bob)
    )
    with pytest.raises(NotAllowedNow, match="somebody else excuses"):
        actions.excuse_occurrence(occurrence=first, by=world.cast.bob, why="Busy")
    own = {"state": "excused", "why": "Busy", "said_by": world.cast.bob, "said_at": NOW}
    row = DatedOccurrence.objects.filter(pk=first.pk)
    refused_by_the_database(lambda: row.update(**own))
    row.update(**own | {"said_by": world.cast.alice})


def test_what_was_said_can_be_taken_back_with_a_reason(world):
    first = set_up(world).occurrences.order_by("day")[0]
    actions.hold_occurrence(occurrence=first, by=world.lena, done_on=first.day)
    with pytest.raises(NotAllowedNow, match="done already"):
        actions.miss_occurrence(occurrence=first, by=world.lena, why="Not so")
    back = actions.expect_again(occurrence=first, by=world.lena, why="It was another one")
    assert (back.state, back.done_on) == ("expected", None)


def test_an_occurrence_to_come_is_not_missed_and_a_day_to_come_is_not_done(world):
    last = set_up(world).occurrences.order_by("day").last()
    with pytest.raises(NotAllowedNow, match="still to come"):
        actions.miss_occurrence(occurrence=last, by=world.lena, why="It will be")
    with pytest.raises(NotAllowedNow, match="future"):
        actions.hold_occurrence(occurrence=last, by=world.lena, done_on=TODAY() + timedelta(days=1))
    with pytest.raises(NotAllowedNow, match="to the day or to the month"):
        actions.hold_occurrence(occurrence=last, by=world.lena, done_on=TODAY(), precision="year")


def test_an_occurrence_known_to_the_month_says_so(world):
    first = set_up(world).occurrences.order_by("day")[0]
    row = actions.hold_occurrence(
        occurrence=first, by=world.lena, done_on=first.day, precision="month"
    )
    assert (row.done_precision, row.done_on.month) == ("month", first.day.month)
    assert row.done_on > first.day


def test_each_occurrence_has_evidence_of_its_own_and_a_new_version_stays_with_it(world):
    first, second, *_ = set_up(world).occurrences.order_by("day")
    test = world.action.tests.first()
    made = actions.file_evidence(
        action=world.action, tests=[test], by=world.lena, occurrence=first, **EXTRACT
    )
    assert [link.version.evidence for link in first.links.all()] == [made]
    assert not second.links.exists()
    version = actions.new_version(evidence=made, by=world.lena, extract="Thirteen files.")
    assert version.links.get().occurrence == first


def test_evidence_is_not_filed_for_another_actions_occurrence(world):
    theirs = of_another_action(world).occurrences.first()
    test = world.action.tests.first()
    with pytest.raises(NotAllowedNow, match="is no occurrence of"):
        actions.file_evidence(
            action=world.action, tests=[test], by=world.lena, occurrence=theirs, **EXTRACT
        )


def test_the_next_phase_takes_over_on_its_first_day(world):
    every = set_up(world, what="Every one, by the team manager")
    begins = TODAY() + timedelta(days=7)
    sample = set_up(
        world,
        Recurs(frequency="monthly", first_day=begins),
        what="Sample",
        sample=5,
        follows=every,
    )
    every.refresh_from_db()
    assert every.last_day == begins - timedelta(days=1)
    assert states(every)[-1] == "called off" or every.occurrences.last().day < begins
    assert sample.occurrences.get().day == begins
    making(world, begins + timedelta(days=95))
    assert not every.occurrences.filter(day__gte=begins).exclude(state="called off").exists()
    assert sample.occurrences.count() > 3


def test_it_is_called_off_from_a_day_with_a_reason_and_what_was_missed_stays(world):
    made = set_up(world)
    with pytest.raises(NotAllowedNow, match="Say why"):
        actions.call_off(recurrence=made, by=world.cast.alice, last_day=TODAY(), why=" ")
    yesterday = TODAY() - timedelta(days=1)
    with pytest.raises(NotAllowedNow, match="today or later"):
        actions.call_off(recurrence=made, by=world.cast.alice, last_day=yesterday, why="Enough")
    actions.call_off(recurrence=made, by=world.cast.alice, last_day=TODAY(), why="Enough")
    assert states(made) == ["expected"] * 4 + ["called off"]
    with pytest.raises(NotAllowedNow, match="ended already"):
        actions.call_off(recurrence=made, by=world.cast.alice, last_day=TODAY(), why="Enough")
    assert facts_of([world.action], TODAY())[world.action.pk].missed is not None


@pytest.mark.parametrize(
    ("recurs", "more", "said"),
    [
        (Recurs(frequency="now and then", first_day=date(2026, 1, 1)), {}, "how often"),
        (Recurs(frequency="weeks", number=0, first_day=date(2026, 1, 1)), {}, "how often"),
        (monthly(last_day=date(2012, 1, 1)), {}, "before its first"),
        (monthly(), {"sample": 0}, "one or more"),
    ],
)
def test_what_makes_no_sense_is_not_set_up(world, recurs, more, said):
    with pytest.raises(NotAllowedNow, match=said):
        set_up(world, recurs, **more)


def test_it_is_not_set_up_twice_nor_on_what_is_closed(world):
    set_up(world)
    with pytest.raises(NotAllowedNow, match="like this already"):
        set_up(world)
    actions.set_delivery(action=world.action, by=world.lena, state="in progress")
    actions.complete(action=world.action, by=world.lena, completed_on=TODAY())
    with pytest.raises(NotAllowedNow, match="is closed"):
        set_up(world, what="Another")


def test_a_phase_follows_one_of_the_same_action_that_began_earlier(world):
    first = set_up(world)
    with pytest.raises(NotAllowedNow, match="begins earlier"):
        set_up(world, monthly(5), what="Earlier", follows=first)
    with pytest.raises(NotAllowedNow, match="today or later"):
        set_up(world, monthly(1), what="Back in time", follows=first)


def test_a_lead_sets_up_nothing_and_a_stranger_says_nothing(world):
    with pytest.raises(NotAllowed):
        actions.set_recurrence(action=world.action, by=world.lena, recurs=monthly())
    first = set_up(world).occurrences.first()
    with pytest.raises(NotAllowed):
        actions.hold_occurrence(occurrence=first, by=world.carl, done_on=TODAY())


def test_the_database_keeps_days_reasons_and_what_was_called_off(world):
    made = set_up(world)
    first = made.occurrences.order_by("day")[0]
    rows = DatedOccurrence.objects.filter(pk=first.pk)
    for changed in (
        {"due": first.due + timedelta(days=1)},
        {"day": first.day + timedelta(days=1)},
        {"state": "done"},
        {"state": "missed", "said_by": world.lena, "said_at": NOW},
        {"state": "excused", "why": "Busy", "said_by": world.lena, "said_at": NOW},
    ):
        refused_by_the_database(lambda given=changed: rows.update(**given))
    refused_by_the_database(rows.delete)
    refused_by_the_database(Recurrence.objects.filter(pk=made.pk).delete)
    new = {"recurrence": made, "day": date(2012, 1, 1), "due": date(2012, 1, 1)}
    told = new | {"state": "done", "done_on": TODAY()}
    said = {"done_precision": "day", "said_by": world.lena, "said_at": NOW}
    refused_by_the_database(lambda: DatedOccurrence.objects.create(**told, **said))


def test_the_database_makes_no_occurrence_of_a_day_twice(world):
    first = set_up(world).occurrences.order_by("day")[0]
    again = {"recurrence": first.recurrence, "day": first.day, "due": first.due}
    refused_by_the_database(lambda: DatedOccurrence.objects.create(**again))


def test_the_database_lets_a_recurrence_only_be_called_off(world):
    made = set_up(world)
    rows = Recurrence.objects.filter(pk=made.pk)
    refused_by_the_database(lambda: rows.update(frequency="yearly"))
    refused_by_the_database(lambda: rows.update(first_day=date(2012, 1, 1)))
    actions.call_off(recurrence=made, by=world.cast.alice, last_day=TODAY(), why="Enough")
    refused_by_the_database(lambda: rows.update(last_day=None))
    off = DatedOccurrence.objects.filter(recurrence=made, state="called off")
    refused_by_the_database(lambda: off.update(state="expected"))


def test_the_database_keeps_evidence_with_the_occurrences_of_its_action(world):
    theirs = of_another_action(world)
    ours = set_up(world).occurrences.first()
    test = world.action.tests.first()
    made = actions.file_evidence(
        action=world.action, tests=[test], by=world.lena, occurrence=ours, **EXTRACT
    )
    link = EvidenceLink.objects.get(version__evidence=made)
    refused_by_the_database(lambda: EvidenceLink.objects.filter(pk=link.pk).update(occurrence=None))
    second = actions.add_test(of=world.action, by=world.cast.alice, text="Seen", kind="done")
    told = {"shows": "As asked.", "linked_by": world.lena, "linked_at": NOW}
    first = theirs.occurrences.first()
    refused_by_the_database(
        lambda: EvidenceLink.objects.create(
            version=link.version, test=second, occurrence=first, **told
        )
    )


def test_what_was_missed_needs_a_reason(world):
    first = set_up(world).occurrences.order_by("day")[0]
    with pytest.raises(NotAllowedNow, match="Say why"):
        actions.miss_occurrence(occurrence=first, by=world.lena, why=" ")
    assert first.authority == world.cast.aldermere


def test_a_phase_that_ended_before_the_next_begins_stays_as_it_is(world):
    until = TODAY() - timedelta(days=40)
    before = set_up(world, monthly(5, last_day=until))
    set_up(world, monthly(0), what="Sample", follows=before)
    before.refresh_from_db()
    assert (before.last_day, before.called_off_why) == (until, "")


def test_evidence_is_not_filed_on_what_was_called_off(world):
    made = set_up(world)
    actions.call_off(recurrence=made, by=world.cast.alice, last_day=TODAY(), why="It is over")
    off = made.occurrences.get(state="called off")
    test = world.action.tests.first()
    with pytest.raises(NotAllowedNow, match="was called off"):
        actions.file_evidence(
            action=world.action, tests=[test], by=world.lena, occurrence=off, **EXTRACT
        )
