"""How the verbs on updates, deadlines, leads and status are tried."""

from datetime import date

from django.utils import timezone

from goldenthread.basics.periods import Period
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.plans import actions, status
from goldenthread.plans.actions.updating import Forecast
from goldenthread.plans.models import AsReported, Event, StatusRules
from goldenthread.results.tests.factories import measure
from tests.permissions.trying import tries

MARCH, JUNE = date(2026, 3, 2), date(2026, 6, 1)
LATER = Forecast(day=date(2027, 6, 1), cause="capacity", reason="Two posts are empty.")
UPDATE, OWN = "plans.update", "plans.update_own"
LEAD, DEADLINE, JUDGE = "plans.give_lead", "plans.set_deadline", "plans.judge_status"


def on_action(code, function, **words):
    """A verb on the action in which some stand."""

    def prepare(town):
        return lambda by: function(action=town.action, by=by, **words)

    tries(code, function)(prepare)


on_action(OWN, actions.add_update, text="The letters are out.")
on_action(OWN, actions.no_change)
on_action(UPDATE, actions.set_delivery, state="in progress")
on_action(OWN, actions.complete, completed_on=MARCH)
on_action(OWN, actions.ask_extension, to=LATER)
on_action(OWN, actions.set_impact, state="early signs", words="Fewer calls.")
on_action("plans.set_kind", actions.set_kind, kind="sustained")
on_action(JUDGE, actions.judge_status, colour="amber", reason="It is nearly done.")


def reported(town):
    """Another action of the plan, of which the document says when it was completed."""
    claim = AsReported.objects.filter(action__plan=town.plan, claims="completed").first()
    town.stand_in_again(claim.action)
    return claim.action


@tries(OWN, actions.take_over_completion)
def take_over_completion(town):
    row = reported(town)
    return lambda by: actions.take_over_completion(action=row, by=by)


@tries(OWN, actions.take_over_completions)
def take_over_completions(town):
    rows = [reported(town)]
    return lambda by: actions.take_over_completions(actions=rows, by=by)


@tries(OWN, actions.reopen)
def reopen(town):
    actions.complete(action=town.action, completed_on=MARCH, by=town.cast.alice)
    return lambda by: actions.reopen(action=town.action, why="Not so.", by=by)


@tries("plans.close_round", actions.close_first_round)
def close_first_round(town):
    return lambda by: actions.close_first_round(plan=town.plan, by=by)


def anybody(town):
    user = make_user("Ada Anybody", town.cast.aldermere, Role.LEAD)
    return user.persons.get()


@tries(LEAD, actions.give_lead)
def give_lead(town):
    to = anybody(town)
    return lambda by: actions.give_lead(action=town.action, to=to, by=by, why="Agreed.")


@tries(LEAD, actions.let_stand)
def let_stand(town):
    to = anybody(town)
    return lambda by: actions.let_stand(action=town.action, to=to, rank="delegate", by=by)


@tries(LEAD, actions.end_standing)
def end_standing(town):
    row = town.action.standings.filter(person__isnull=False, ended_on=None).first()
    return lambda by: actions.end_standing(standing=row, by=by, why="Moved on.")


@tries("plans.give_lead", actions.pass_on, also="to somebody else")
def pass_on(town):
    to, row = anybody(town), town.action.standings.current().filter(ended_on=None).first()
    return lambda by: actions.pass_on(standing=row, to=to, by=by)


@tries("plans.give_lead", actions.hand_over, also="of a leaver")
def hand_over(town):
    leaver, to = town.person("lead standing"), anybody(town)
    return lambda by: actions.hand_over(leaver=leaver, to=to, by=by, why="Left.")


def extension(town):
    return actions.ask_extension(action=town.action, to=LATER, by=town.cast.alice)


@tries("plans.approve_extension", actions.approve_extension)
def approve_extension(town):
    row = extension(town)
    return lambda by: actions.approve_extension(move=row, by=by, words="Agreed.")


@tries("plans.approve_extension", actions.refuse_extension)
def refuse_extension(town):
    row = extension(town)
    return lambda by: actions.refuse_extension(move=row, by=by, words="No.")


def awaited(town, by):
    deadline, _ = town.action.deadlines.get_or_create(
        source="inspectorate", printed="before the next visit"
    )
    return actions.await_event(deadline=deadline, name="The next visit", by=by)


@tries(DEADLINE, actions.set_local_deadline)
def set_local_deadline(town):
    row = reported(town)
    return lambda by: actions.set_local_deadline(action=row, due=date(2013, 9, 2), by=by)


@tries(DEADLINE, actions.await_event)
def await_event(town):
    return lambda by: awaited(town, by)


@tries(DEADLINE, actions.set_event_day, also="of an event")
def set_event_day(town):
    awaited(town, town.cast.alice)
    row = Event.objects.get()
    return lambda by: actions.set_event_day(event=row, day=JUNE, by=by, why="Announced.")


def period(town, by):
    return actions.record_period(
        action=town.action,
        by=by,
        period=Period(date(2026, 1, 1), date(2026, 1, 31)),
        in_standard=True,
        standard="In time.",
    )


@tries("plans.record_period", actions.record_period)
def record_period(town):
    return lambda by: period(town, by)


@tries("plans.record_period", actions.withdraw_period)
def withdraw_period(town):
    row = period(town, town.cast.alice)
    return lambda by: actions.withdraw_period(period=row, by=by, why="Miscounted.")


@tries(JUDGE, actions.end_judged_status)
def end_judged_status(town):
    actions.judge_status(
        action=town.action, colour="amber", reason="Nearly done.", by=town.cast.bob
    )
    return lambda by: actions.end_judged_status(action=town.action, by=by)


@tries("plans.set_rules", actions.set_status_rules)
def set_status_rules(town):
    return lambda by: actions.set_status_rules(
        authority=town.cast.aldermere,
        content=status.content_of(status.SHIPPED),
        approved_in="Cabinet, 2 March 2026",
        by=by,
    )


@tries("plans.set_rules", actions.approve_status_rules)
def approve_status_rules(town):
    proposed = StatusRules.objects.create(
        authority=town.cast.aldermere,
        started_on=timezone.localdate(),
        content=status.content_of(status.SHIPPED),
        approved_in="Cabinet, 2 March 2026",
        by=town.cast.setup,
        at=timezone.now(),
    )
    return lambda by: actions.approve_status_rules(rules=proposed, by=by)


def tied(town, by):
    of = measure(town.cast)
    return actions.link_measure(of=town.action, measure=of, kind="impact", expected="rise", by=by)


@tries("plans.link_measure", actions.link_measure)
def link_measure(town):
    of, words = measure(town.cast), {"kind": "impact", "expected": "rise"}
    return lambda by: actions.link_measure(of=town.action, measure=of, by=by, **words)


@tries("plans.link_measure", actions.unlink_measure)
def unlink_measure(town):
    row = tied(town, town.cast.alice)
    return lambda by: actions.unlink_measure(link=row, by=by, why="Another one is better.")
