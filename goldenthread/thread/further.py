"""What is late for so long that it stands on the director's weekly list."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from goldenthread.people.models import Authority, RoleHolding, User
from goldenthread.people.roles import Role
from goldenthread.plans.gathering import facts_of
from goldenthread.plans.lateness import late_since
from goldenthread.plans.models import Action, Plan, ToldLate
from goldenthread.thread import work


def late_for_long(authority: Authority, *, by: User, day: date) -> list[ToldLate]:
    """What stands on the list of an authority and is still late, the longest first."""
    return _still_late(by, [authority.pk], day)


def lines(user: User, day: date) -> Iterator[work.Line]:
    """For a director one line a plan, with the actions that stand on the list."""
    held = RoleHolding.objects.held_by(user)
    directs = [one.authority_id for one in held if one.role == Role.DIRECTOR]
    by_plan: dict[Plan, list[ToldLate]] = defaultdict(list)
    for row in _still_late(user, directs, day) if directs else ():
        by_plan[row.action.plan].append(row)
    for plan, rows in by_plan.items():
        yield _line(plan, rows)


def _still_late(user: User, authorities: list[int], day: date) -> list[ToldLate]:
    """Rows of the deadline that an action is late by now; with more time it is off the list."""
    in_force = Action.objects.in_force().filter(plan__authority__in=authorities)
    rows = ToldLate.objects.visible_to(user).listed().filter(action__in=in_force.values("pk"))
    found = list(rows.select_related("action__plan__authority").order_by("late_since", "pk"))
    facts = facts_of([row.action for row in found], day)
    return [row for row in found if late_since(facts[row.action_id]) == row.late_since]


def _line(plan: Plan, rows: list[ToldLate]) -> work.Line:
    names = ", ".join(row.action.public_id for row in rows)
    return work.Line(
        kind=work.FURTHER,
        thing="plans.plan",
        id=plan.pk,
        council=plan.authority.code,
        plan=plan.public_id,
        label=plan.public_id,
        text=f"Late for long, though whoever leads and who stands above them were told: {names}",
        why="It is on the director’s weekly list, and you are the director.",
        clock="It goes off the list once it is done or has more time.",
        verb="plans.approve_extension",
    )
