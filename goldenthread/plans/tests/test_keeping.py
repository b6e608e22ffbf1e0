"""Where actions stand is kept while nothing is done, and never shown when it no longer holds."""

from datetime import timedelta

import pytest
from django.utils import timezone

from goldenthread.people import actions as people
from goldenthread.people.models import HistoryHead
from goldenthread.people.remembering import roles_remembered
from goldenthread.plans import actions, keeping
from goldenthread.plans.gathering import stands_of
from goldenthread.plans.models import Action, Deadline
from goldenthread.plans.tests.factories import recorded

pytestmark = pytest.mark.usefixtures("fixed_clock")


@pytest.fixture
def plan(cast):
    keeping.forget()
    return recorded(cast)


@pytest.fixture
def worked_out(monkeypatch):
    """The ids of what was worked out, time for time."""
    times, work = [], keeping.kept_or_worked_out

    def told(ids, day, do):
        def noted(missing):
            times.append(sorted(missing))
            return do(missing)

        return work(ids, day, noted)

    monkeypatch.setattr("goldenthread.plans.gathering.keeping.kept_or_worked_out", told)
    return times


def page(day=None):
    with roles_remembered(only_reads=True):
        return stands_of(Action.objects.filter(same_as=None), day or timezone.localdate())


def keys():
    return sorted(Action.objects.filter(same_as=None).values_list("pk", flat=True))


def test_a_second_page_works_out_nothing(plan, worked_out):
    assert page() == page()
    assert worked_out == [keys()]


def test_what_was_done_to_one_action_has_that_one_worked_out_anew(plan, cast, worked_out):
    page()
    first = plan.actions.get(public_id="P1-A1")
    actions.add_update(action=first, by=cast.alice, text="Nine heads were met.")
    assert page()[first.pk].facts.updated_on == timezone.localdate()
    assert worked_out[1:] == [[first.pk]]


def test_what_does_not_say_which_action_has_all_worked_out_anew(plan, cast, worked_out):
    page()
    actions.close_first_round(plan=plan, by=cast.alice)
    page()
    assert worked_out[1:] == [keys()]


def test_what_was_done_elsewhere_has_nothing_worked_out(plan, cast, worked_out):
    page()
    people.add_person(authority=cast.aldermere, name="Nora New", by=cast.setup)
    page()
    assert len(worked_out) == 1


def test_another_day_is_worked_out_and_not_kept(plan, worked_out):
    page()
    page(timezone.localdate() - timedelta(days=1))
    page()
    assert worked_out == [keys(), keys()]


def test_what_changes_something_works_out_each_time(plan, worked_out):
    for _ in range(2):
        with roles_remembered():
            stands_of(Action.objects.filter(same_as=None), timezone.localdate())
    assert worked_out == [keys(), keys()]


def test_a_history_that_went_another_way_is_not_trusted(plan, cast, worked_out):
    """As after a copy was brought back: the same number of lines, but other ones."""
    page()
    HistoryHead.objects.update(hash="0" * 64)
    page()
    HistoryHead.objects.update(count=10**6)
    page()
    assert worked_out == [keys()] * 3


def test_without_a_history_nothing_is_kept(plan, worked_out):
    HistoryHead.objects.all().delete()
    page()
    page()
    assert worked_out == [keys(), keys()]


def test_what_went_on_while_it_was_worked_out_is_not_kept(plan, cast, monkeypatch, worked_out):
    first = plan.actions.get(public_id="P1-A1")

    def meanwhile(ids):
        keeping.forget()
        return {}

    with roles_remembered(only_reads=True):
        assert keeping.kept_or_worked_out([first.pk], timezone.localdate(), meanwhile) == {}
    page()
    assert worked_out == [[first.pk], keys()]


def test_no_more_is_kept_than_a_worker_has_room_for(plan, monkeypatch, worked_out):
    page()
    monkeypatch.setattr(keeping, "MOST", 1)
    new = Action.objects.create(plan=plan, public_id="P1-A99", order=99, text="New", kind="one-off")
    page()
    assert worked_out[1:] == [[new.pk]]
    page()
    assert len(worked_out) == 3


def test_a_row_that_is_of_no_single_action_names_none(plan):
    of_item = Deadline.objects.filter(action=None).first()
    assert keeping._actions_of("plans.deadline", {str(of_item.pk)}) is None
    assert keeping._actions_of("plans.deadline", {"999999"}) is None
    assert keeping._actions_of("results.measure", {"1"}) is None
