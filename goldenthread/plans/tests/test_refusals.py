"""What the verbs refuse, in the words that say what to do; nothing is changed by them."""

from datetime import date

import pytest

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.basics.periods import Period
from goldenthread.people.models import HistoryLine
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.plans import actions
from goldenthread.plans.actions import Forecast, Step
from goldenthread.plans.models import Deadline
from goldenthread.plans.tests.factories import recorded

pytestmark = pytest.mark.usefixtures("fixed_clock")
TODAY = date(2026, 3, 16)
YESTERDAY, TOMORROW = date(2026, 3, 15), date(2026, 3, 17)


def refused(words, verb, /, **given):
    """The verb says so, and leaves no line of history."""
    before = HistoryLine.objects.count()
    with pytest.raises(NotAllowedNow, match=words):
        verb(**given)
    assert HistoryLine.objects.count() == before


@pytest.mark.parametrize(
    ("verb", "given", "words"),
    [
        (
            actions.raise_risk,
            {"kind": "issue", "text": " ", "review_on": TOMORROW},
            "Say what the risk or issue is",
        ),
        (
            actions.raise_risk,
            {"kind": "issue", "text": "Two posts are empty.", "review_on": YESTERDAY},
            "on which day to come",
        ),
        (actions.promise, {"printed": "Yearly", "times": 0}, "Say what is promised, how often"),
        (actions.reopen, {"why": "Begun again."}, "P1-A3 is open"),
        (actions.set_delivery, {"state": "halfway"}, "no step of delivery"),
        (
            actions.complete,
            {"completed_on": TODAY, "precision": "year"},
            "to the day or to the month",
        ),
        (
            actions.ask_extension,
            {"to": Forecast(day=TOMORROW, cause="capacity", reason="Posts.")},
            "no deadline to extend",
        ),
        (actions.end_judged_status, {}, "is the one worked out"),
        (
            actions.record_period,
            {"period": Period.month(2026, 1), "in_standard": True, "standard": " "},
            "what the standard is",
        ),
        (
            actions.record_period,
            {
                "period": Period.month(2026, 1),
                "in_standard": True,
                "standard": "18 of 20",
                "counted": (21, 20),
            },
            "how many were in standard, of how many",
        ),
    ],
)
def test_what_an_action_is_told_must_be_whole(cast, action, verb, given, words):
    by = cast.bob if verb is actions.end_judged_status else cast.alice
    refused(words, verb, action=action, by=by, **given)


def test_a_milestone_counts_from_an_update_of_its_own_action(cast, plan, action):
    other = plan.actions.get(public_id="P1-A1")
    told = actions.add_update(action=other, by=cast.alice, text="Begun.")
    given = {"action": action, "by": cast.alice, "printed": "within 4 weeks", "update": told}
    refused("not one of P1-A3", actions.add_milestone, **given)


def test_a_milestone_is_reached_once_on_a_day_or_in_a_month(cast, action):
    row = actions.add_milestone(action=action, by=cast.alice, printed="April 2026")
    given = {"milestone": row, "by": cast.alice, "done_on": TODAY}
    refused("neither a day nor a month", actions.reach_milestone, **given, precision="year")
    actions.reach_milestone(**given)
    refused("reached already", actions.reach_milestone, **given)


def test_the_next_review_of_a_risk_is_on_a_day_to_come(cast, action):
    risk = actions.raise_risk(
        action=action, by=cast.alice, kind="risk", text="Posts are empty.", review_on=TOMORROW
    )
    given = {"risk": risk, "by": cast.alice, "why": "Looked at.", "again_on": TODAY}
    refused("on a day to come", actions.review_risk, **given)


def test_an_action_needs_another_one_of_its_own_plan(cast, action):
    foreign = recorded(cast).actions.get(public_id="P2-A1")
    for needs in (action, foreign):
        refused("another action of the same plan", actions.need_first, action=action,
                needs=needs, by=cast.alice)  # fmt: skip


def test_what_is_done_is_reopened_with_a_reason(cast, action):
    actions.set_delivery(action=action, by=cast.alice, state="in progress")
    actions.complete(action=action, by=cast.alice, completed_on=TODAY)
    refused("Say why it is opened again", actions.reopen, action=action, by=cast.alice, why=" ")


def test_no_action_takes_its_own_place(cast, action):
    given = {"action": action, "by": cast.alice, "state": "superseded"}
    step = Step(why="The hub does it.", replaced_by=action)
    refused("another action of the same authority", actions.set_delivery, **given, step=step)


def test_a_row_of_a_plan_that_is_put_aside_is_no_longer_worked_on(cast, plan, action):
    actions.archive_plan(plan=plan, by=cast.alice, why="Closed.")
    refused("no longer in force", actions.add_update, action=action, by=cast.alice, text="News.")


def test_more_time_says_why_is_asked_for_once_and_refused_with_a_reason(cast, action):
    actions.set_local_deadline(action=action, by=cast.alice, due=date(2026, 4, 30))
    given = {"action": action, "by": cast.alice}
    unsaid = Forecast(day=date(2026, 6, 30), cause="capacity", reason=" ")
    refused("what causes it and why", actions.ask_extension, **given, to=unsaid)
    to = Forecast(day=date(2026, 6, 30), cause="capacity", reason="Two posts are empty.")
    move = actions.ask_extension(**given, to=to)
    refused("asked for already", actions.ask_extension, **given, to=to)
    refused("Say why", actions.refuse_extension, move=move, by=cast.bob, words=" ")


def test_only_a_deadline_of_an_action_without_a_day_waits_for_an_event(cast, plan, action):
    of_item = plan.items.get(number="1").deadlines.get()
    given = {"by": cast.alice, "name": "The visit"}
    refused("Only an action's", actions.await_event, deadline=of_item, **given)
    dated = plan.actions.get(public_id="P1-A1").deadlines.get()
    refused("has its day", actions.await_event, deadline=dated, **given)
    row = Deadline.objects.create(action=action, source="local", printed="after the visit")
    actions.await_event(deadline=row, **given)
    refused("waits for an event already", actions.await_event, deadline=row, **given)


def test_a_local_deadline_is_not_after_one_that_stands_for_an_item(cast, plan):
    hub = plan.actions.get(public_id="P1-A2")
    refused("due by 30 September 2013 for one of its items", actions.set_local_deadline,
            action=hub, by=cast.alice, due=date(2014, 1, 31))  # fmt: skip


def test_who_stands_beside_is_a_co_lead_or_delegate_of_here_who_has_not_left(cast, action):
    ben = make_user("Ben Brown", cast.aldermere, Role.LEAD).persons.get()
    given = {"action": action, "by": cast.alice}
    refused("Choose one of the two", actions.let_stand, **given, to=ben, rank="lead")
    foreign = cast.charlie.persons.get()
    refused("Nothing crosses", actions.let_stand, **given, to=foreign, rank="delegate")
    ben.left_on = YESTERDAY
    ben.save()
    refused("no longer there", actions.give_lead, **given, to=ben)


def test_a_standing_ends_once_and_with_a_reason(cast, action):
    ben = make_user("Ben Brown", cast.aldermere, Role.LEAD).persons.get()
    made = actions.let_stand(action=action, to=ben, rank="delegate", by=cast.alice)
    refused("Say why", actions.end_standing, standing=made, by=cast.alice, why=" ")
    actions.end_standing(standing=made, by=cast.alice, why="Moved.")
    refused("still stands", actions.end_standing, standing=made, by=cast.alice, why="Moved.")


def test_a_leaver_hands_over_to_somebody_else(cast, action, ann):
    leaver = ann.persons.get()
    refused("to somebody else", actions.hand_over, leaver=leaver, to=leaver, by=cast.alice)


def test_a_period_is_taken_back_once_and_with_a_reason(cast, action):
    made = actions.record_period(
        action=action, by=cast.alice, period=Period.month(2026, 1), in_standard=False,
        standard="18 of 20",
    )  # fmt: skip
    given = {"period": made, "by": cast.alice}
    refused("Say why", actions.withdraw_period, **given, why=" ")
    actions.withdraw_period(**given, why="The wrong month.")
    refused("a period that stands", actions.withdraw_period, **given, why="Again.")


def test_a_manager_sets_no_status_that_is_worked_out_so_nor_raises_their_own(cast, action):
    actions.set_local_deadline(action=action, by=cast.alice, due=YESTERDAY)
    given = {"action": action, "by": cast.bob}
    refused("red as worked out", actions.judge_status, **given, colour="red")
    actions.give_lead(action=action, to=cast.bob.persons.get(), by=cast.alice)
    told = {"colour": "amber", "reason": "Tomorrow."}
    refused("somebody else raises its status", actions.judge_status, **given, **told)
    assert not action.judgedstatuss.exists()
