"""Periods of practice, judged statuses, rules and impact: by the verbs."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.basics.periods import Period
from goldenthread.people.models import Person
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.plans import actions, gathering, rungs, status
from goldenthread.plans.actions import Forecast
from goldenthread.plans.gathering import stands_of
from goldenthread.plans.models import Deadline, Impact

pytestmark = pytest.mark.usefixtures("fixed_clock")
TODAY = date(2026, 3, 16)
LATER = Forecast(day=date(2026, 6, 30), cause="capacity", reason="Two posts are empty.")


def month(number):
    return Period.month(2025, number)


def test_periods_are_recorded_by_somebody_who_does_not_stand_in_the_action(cast, action):
    officer = make_user("Olga Orme", cast.aldermere, Role.IMPROVEMENT_OFFICER, Role.LEAD)
    actions.give_lead(action=action, to=officer.persons.get(), by=cast.alice)
    given = {"action": action, "in_standard": True, "standard": "18 of 20", "counted": (19, 20)}
    with pytest.raises(NotAllowedNow, match="somebody else"):
        actions.record_period(by=officer, period=month(1), **given)
    done_by_new_year(action, cast)
    first = actions.record_period(by=cast.alice, period=Period.month(2026, 1), **given)
    with pytest.raises(NotAllowedNow, match="covers some of these days"):
        actions.record_period(by=cast.alice, period=Period.month(2026, 1), **given)
    last = actions.record_period(by=cast.alice, period=Period.month(2026, 2), **given)
    assert run_of(action) == 2
    with pytest.raises(NotAllowedNow, match="takes back"):
        actions.withdraw_period(period=first, by=officer, why="The wrong month.")
    actions.withdraw_period(period=last, by=cast.alice, why="The wrong month.")
    assert run_of(action) == 1


def done_by_new_year(action, cast):
    actions.set_delivery(action=action, by=cast.alice, state="in progress")
    actions.complete(action=action, by=cast.alice, completed_on=date(2025, 12, 31))


def run_of(action):
    return gathering.facts_of([action], TODAY)[action.pk].standing.run


def test_whoever_ever_stood_in_an_action_neither_records_nor_takes_back_its_periods(cast, action):
    officer = make_user("Olga Orme", cast.aldermere, Role.IMPROVEMENT_OFFICER)
    given = {"action": action, "standard": "18 of 20", "period": month(1)}
    told = actions.record_period(by=officer, in_standard=False, **given)
    stood = actions.let_stand(
        action=action, to=officer.persons.get(), by=cast.alice, rank="delegate"
    )
    actions.end_standing(standing=stood, by=cast.alice, why="Moved on.")
    with pytest.raises(NotAllowedNow, match="You are or were delegate"):
        actions.withdraw_period(period=told, by=officer, why="It looks bad.")
    with pytest.raises(NotAllowedNow, match="You are or were delegate"):
        actions.record_period(by=officer, in_standard=True, **given | {"period": month(2)})


def test_a_period_is_a_month_at_least_and_in_standard_only_where_something_was(cast, action):
    given = {"action": action, "by": cast.alice, "in_standard": True, "standard": "18 of 20"}
    with pytest.raises(NotAllowedNow, match="at least 28 days"):
        actions.record_period(period=Period(date(2026, 1, 1), date(2026, 1, 27)), **given)
    with pytest.raises(NotAllowedNow, match="None was in standard"):
        actions.record_period(period=month(1), counted=(0, 20), **given)
    with pytest.raises(NotAllowedNow, match="lies in the future"):
        actions.record_period(period=Period(date(2026, 2, 20), date(2026, 3, 20)), **given)


def test_a_manager_lowers_freely_raises_with_a_reason_and_never_to_blue(cast, action):
    actions.set_local_deadline(action=action, by=cast.alice, due=date(2026, 4, 30))
    actions.judge_status(action=action, by=cast.bob, colour="amber")
    assert stands_of([action], TODAY)[action.pk].colour == "amber"
    with pytest.raises(NotAllowedNow, match="Blue is worked out"):
        actions.judge_status(action=action, by=cast.bob, colour="blue")
    actions.end_judged_status(action=action, by=cast.bob)
    Deadline.objects.create(action=action, source="local", due=date(2026, 3, 1))
    with pytest.raises(NotAllowedNow, match="needs a reason"):
        actions.judge_status(action=action, by=cast.bob, colour="green")
    actions.judge_status(action=action, by=cast.bob, colour="green", reason="Done tomorrow.")
    shown = status.status(gathering.facts_of([action], TODAY)[action.pk])
    assert (shown.colour, shown.worked_out) == ("green", "red")
    assert "Done tomorrow." in shown.why
    with pytest.raises(NotAllowed):
        actions.judge_status(action=action, by=cast.alice, colour="red")


def test_a_council_approves_its_own_rules(cast, action):
    content = status.content_of(status.SHIPPED) | {"silence_days": 14}
    with pytest.raises(NotAllowedNow, match="approved"):
        actions.set_status_rules(
            authority=cast.aldermere, content=content, approved_in=" ", by=cast.bob
        )
    rules = actions.set_status_rules(
        authority=cast.aldermere, content=content, approved_in="Board, 9 March 2026", by=cast.bob
    )
    assert gathering.rules_of(cast.aldermere, TODAY) == status.SHIPPED
    with pytest.raises(NotAllowedNow, match="Somebody else"):
        actions.approve_status_rules(rules=rules, by=cast.bob)
    twin = make_user("Other Account", cast.aldermere, Role.DIRECTOR)
    Person.objects.filter(user=twin).update(name="BOB BAKER")
    with pytest.raises(NotAllowedNow, match="Somebody else"):
        actions.approve_status_rules(rules=rules, by=twin)
    olga = make_user("Olga Orr", cast.aldermere, Role.DIRECTOR)
    actions.approve_status_rules(rules=rules, by=olga)
    with pytest.raises(NotAllowedNow, match="already"):
        actions.approve_status_rules(rules=rules, by=olga)
    assert gathering.rules_of(cast.aldermere, TODAY).silence_days == 14
    assert gathering.rules_of(cast.bramley, TODAY) == status.SHIPPED


def test_new_rules_end_those_before_and_two_do_not_begin_on_one_day(cast, fixed_clock):
    olga = make_user("Olga Orr", cast.aldermere, Role.DIRECTOR)

    def approved(silence_days):
        content = status.content_of(status.SHIPPED) | {"silence_days": silence_days}
        given = {"authority": cast.aldermere, "content": content, "approved_in": "Board"}
        rules = actions.set_status_rules(**given, by=cast.bob)
        return actions.approve_status_rules(rules=rules, by=olga)

    approved(14)
    with pytest.raises(NotAllowedNow, match="Other rules began today"):
        approved(21)
    fixed_clock.move_to("2026-03-18 10:00Z")
    approved(28)
    held = [gathering.rules_of(cast.aldermere, date(2026, 3, day)) for day in (17, 18)]
    assert [rules.silence_days for rules in held] == [14, 28]


def test_s11_impact_is_not_progress(cast, action):
    with pytest.raises(NotAllowedNow, match="review day"):
        actions.set_impact(action=action, by=cast.alice, state="not yet measurable")
    for state in ("measured: improved", "sustained"):
        with pytest.raises(NotAllowedNow, match="numerator"):
            actions.set_impact(action=action, by=cast.alice, state=state, words="Improved.")
    with pytest.raises(NotAllowedNow, match="in words"):
        actions.set_impact(action=action, by=cast.alice, state="early signs")
    actions.set_impact(
        action=action, by=cast.alice, state="not yet measurable", until=date(2026, 9, 1)
    )
    actions.set_impact(action=action, by=cast.alice, state="early signs", words="Calls are fewer.")
    assert action.impacts.latest("pk").state == "early signs"
    with pytest.raises(IntegrityError), transaction.atomic():
        Impact.objects.update(state="measured: improved")
    assert rungs.rung(gathering.facts_of([action], TODAY)[action.pk].standing).number == 0
