"""Giving a plan to a checker, who then sees it."""

from django.db import transaction
from django.utils import timezone

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.people.history import record
from goldenthread.people.models import User
from goldenthread.people.roles import Role
from goldenthread.plans.actions.rows import changeable
from goldenthread.plans.models import Checker, Plan

GIVE = "plans.give_to_checker"


@transaction.atomic
def give_to_checker(*, plan: Plan, user: User, by: User) -> Checker:
    """Give a plan to a checker of the authority, from today on.

    Raises:
        NotAllowed:    `by` may not give out plans of the authority.
        NotAllowedNow: the user is no checker there, or has the plan already.
    """
    row = changeable(plan, by, GIVE)
    roles = user.role_holdings.current().filter(authority=row.authority, role=Role.CHECKER)
    if not roles.exists():
        raise NotAllowedNow(f"{user} is no checker of {row.authority}. Give them the role first.")
    if row.checkers.filter(user=user, ended_on=None).exists():
        raise NotAllowedNow(f"{user} checks {row} already. Nothing was changed.")
    given = Checker.objects.create(plan=row, user=user, started_on=timezone.localdate())
    record(by=by, verb="gave to a checker", thing=row, after={"checker": user.pk})
    return given


@transaction.atomic
def take_from_checker(*, checker: Checker, by: User, why: str) -> Checker:
    """Take a plan from a checker: today is the last day that they see it for that reason.

    Raises:
        NotAllowed:    `by` may not give out plans of the authority.
        NotAllowedNow: it is taken already, or there is no reason.
    """
    plan = changeable(checker.plan, by, GIVE)
    row = plan.checkers.select_for_update().get(pk=checker.pk)
    if row.ended_on is not None or not why.strip():
        raise NotAllowedNow("Say why, for a checker who has the plan. Nothing was changed.")
    row.ended_on = timezone.localdate()
    row.save(update_fields=["ended_on"])
    record(by=by, verb="took from a checker", thing=plan, before={"checker": row.user_id}, why=why)
    return row
