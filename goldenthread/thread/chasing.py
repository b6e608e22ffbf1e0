"""What waits for somebody else: chased on its day, and told higher up where nobody did."""

from collections.abc import Iterator, Mapping
from datetime import date

from django.db.models import Q, QuerySet

from goldenthread.basics.clocks import within_working_days
from goldenthread.basics.days import without_weekday
from goldenthread.people.models import User
from goldenthread.people.models.visibility import holds_role
from goldenthread.people.permissions import VERBS
from goldenthread.plans.models import Action, Delivery, Standing
from goldenthread.thread import mine, work

# So many working days after its chase day an unanswered block goes to whoever approves more time.
HIGHER_AFTER = 10
HIGHER = "plans.approve_extension"


def lines(user: User, standings: Mapping[int, Standing], day: date) -> Iterator[work.Line]:
    """What of their own is to be chased, and what nobody chased if they may approve more time.

    Chasing again sets another day, which takes the line off.

    Args:
        standings: the one for which each action is the user's, by the action's id.
    """
    for row in _blocked(user, standings, day):
        if (standing := standings.get(row.action_id)) is not None:
            yield _line(row, why=mine.why(standing))
        elif goes_higher(row.chase_on, day):
            yield _line(
                row, why="It was to be chased ten working days ago or more, and still waits."
            )


def goes_higher(chase_on: date | None, day: date) -> bool:
    """Whether the last of ten working days after the chase day is past."""
    last = within_working_days(chase_on, HIGHER_AFTER).date
    return last is not None and last < day


def _blocked(user: User, standings: Mapping[int, Standing], day: date) -> QuerySet[Delivery]:
    """What was to be chased by a day: the user's own, and all where they approve more time."""
    allowed = holds_role(user, VERBS[HIGHER].roles, authority="action__plan__authority")
    seen = Action.objects.visible_to(user).in_force().values("pk")
    rows = Delivery.objects.filter(state=Delivery.State.BLOCKED, chase_on__lte=day)
    rows = rows.filter(Q(action__in=standings) | Q(allowed, action__in=seen))
    return rows.select_related("action__plan__authority").order_by("chase_on", "pk")


def _line(row: Delivery, *, why: str) -> work.Line:
    action = row.action
    since = without_weekday(row.chase_on) if row.chase_on is not None else "no day"
    return work.Line(
        kind=work.DUE,
        thing="plans.delivery",
        id=row.pk,
        action=action.pk,
        council=action.plan.authority.code,
        plan=action.plan.public_id,
        label=action.public_id,
        text=f"Chase {row.blocked_on}: {row.why}",
        why=why,
        clock=f"It was to be chased on {since}.",
        verb="plans.update",
    )
