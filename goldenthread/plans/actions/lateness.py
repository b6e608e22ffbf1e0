"""Setting who is told that actions are late, and telling them: once for each deadline and step."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction
from django.utils import timezone

from goldenthread.basics.days import without_weekday
from goldenthread.basics.errors import NotAllowedNow
from goldenthread.people.actions import Message, send_notices
from goldenthread.people.history import Done, record, record_all
from goldenthread.people.models import Authority, User
from goldenthread.people.permissions import require
from goldenthread.plans import lateness
from goldenthread.plans.actions import above
from goldenthread.plans.gathering import facts_of
from goldenthread.plans.models import Action, LatenessSteps, Plan, ToldLate
from goldenthread.plans.models.lateness import steps_of

SET, TELL = "plans.set_lateness", "plans.tell_of_lateness"
# As many are named in a message; the rest are counted.
MOST = 20
_ABOUT = {
    lateness.LEAD: "late: say what has changed, or ask for more time",
    lateness.MANAGER: "late for longer, and whoever leads was told",
}


@transaction.atomic
def set_lateness(*, authority: Authority, by: User, steps: lateness.Steps) -> LatenessSteps:
    """Set after how many working days of lateness whom to tell; who was told is not told again.

    Raises:
        NotAllowed:    `by` may not set it in the authority.
        NotAllowedNow: a step takes no more working days than the one before.
    """
    require(by, SET, authority)
    if not steps.in_order:
        raise NotAllowedNow(
            "Give each step more working days than the one before. Nothing was changed."
        )
    before = steps_of(authority)
    row, _ = LatenessSteps.objects.update_or_create(authority=authority, defaults=vars(steps))
    record(
        by=by,
        verb="set who is told of lateness",
        thing=row,
        before=vars(before),
        after=vars(steps),
    )
    return row


@transaction.atomic
def tell_of_lateness(*, plan: Plan, by: User, day: date) -> list[ToldLate]:
    """Tell of each late action whom its steps have reached; twice, or by two workers, is once.

    Nobody is late for longer than the plan has been here. One message a person and step, by
    ids and days alone.

    Raises:
        NotAllowed: `by` is no timer.
    """
    require(by, TELL, None)
    row = Plan.objects.select_for_update(of=("self",)).select_related("authority").get(pk=plan.pk)
    steps, here = steps_of(row.authority), timezone.localtime(row.recorded_at).date()
    made = [
        one
        for action, since in _late(row, day)
        for step in lateness.reached(max(since, here), day, steps)
        for one in _told(action, since, step, by, day)
    ]
    _send(row, made, by)
    record_all(by=by, done=[_done(one) for one in made])
    return made


def _late(plan: Plan, day: date) -> list[tuple[Action, date]]:
    """The late actions with the day after which each is late."""
    rows = Action.objects.in_force().filter(plan=plan, same_as=None)
    actions = list(rows.select_related("plan__authority").order_by("order", "pk"))
    since = {pk: lateness.late_since(one) for pk, one in facts_of(actions, day).items()}
    return [(one, late) for one in actions if (late := since[one.pk]) is not None]


def _told(
    action: Action, since: date, step: tuple[str, int], by: User, day: date
) -> list[ToldLate]:
    """The new rows of a step; none where somebody was told already."""
    who, after = step
    rows = ToldLate.objects.filter(action=action, step=who, late_since=since)
    if rows.exists():
        return []
    to: Sequence[User | None] = [None]
    if who != lateness.DIRECTOR:
        receivers = above.leads_of if who == lateness.LEAD else above.managers_of
        to = receivers(action, day)
    now = timezone.now()
    return [
        ToldLate.objects.create(
            action=action, step=who, after=after, late_since=since, to=one, by=by, at=now
        )
        for one in to
    ]


def _send(plan: Plan, made: Sequence[ToldLate], by: User) -> None:
    by_person: Mapping[tuple[User, str], list[ToldLate]] = defaultdict(list)
    for one in made:
        if one.to is not None:
            by_person[one.to, one.step].append(one)
    messages = [_message(plan, to, step, rows) for (to, step), rows in by_person.items()]
    if messages:
        send_notices(authority=plan.authority, messages=messages, by=by)


def _message(plan: Plan, to: User, step: str, rows: Sequence[ToldLate]) -> Message:
    actions = "1 action is" if len(rows) == 1 else f"{len(rows)} actions are"
    named = [f"{one.action.public_id}, due {without_weekday(one.late_since)}" for one in rows]
    more = f"\nand {len(rows) - MOST} more" if len(rows) > MOST else ""
    return Message(
        to=to,
        matters=tuple(f"plans.late:{one.action_id} {one.late_since} {step}" for one in rows),
        about=f"{plan.public_id}: {actions} {_ABOUT[step]}",
        words=f"Late by {lateness.days(rows[0].after)} or more:\n" + "\n".join(named[:MOST]) + more,
    )


def _done(one: ToldLate) -> Done:
    after = {"step": one.step, "late since": one.late_since, "to": one.to_id}
    return Done(verb="told of lateness", thing=one.action, after=after)
