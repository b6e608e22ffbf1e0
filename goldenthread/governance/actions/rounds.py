"""Asking for updates before each meeting of a board: set, and put anew for the next meeting."""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.governance import rounds
from goldenthread.governance.actions.rows import same_authority
from goldenthread.governance.looking import days_of
from goldenthread.governance.models import Forum, RoundsBefore
from goldenthread.people.history import record
from goldenthread.people.models import User
from goldenthread.people.permissions import require
from goldenthread.plans import actions as plans
from goldenthread.plans.models import Plan, UpdateRhythm
from goldenthread.plans.rounds import Rhythm, open_on

RENEW = "governance.renew_rounds"
FURTHEST = timedelta(days=366)


@transaction.atomic
def ask_before_meetings(
    *, plan: Plan, forum: Forum, by: User, lead: rounds.Lead
) -> tuple[RoundsBefore, Rhythm]:
    """Have a plan ask for updates before each meeting of a board; with the first round.

    Raises:
        NotAllowed:         `by` may not set rounds in the authority.
        NotAllowedNow:      the plan is put aside, the board has ended or is of another
                            authority, a number is below one, or no meeting is known.
        Forum.DoesNotExist: `by` does not see it.
    """
    require(by, "plans.set_rounds", plan.authority)
    board = Forum.objects.visible_to(by).get(pk=forum.pk)
    same_authority(plan.authority, board)
    if board.ended_on is not None:
        raise NotAllowedNow(f"{board} has ended. Nothing was changed.")
    if lead.before < 1 or lead.answer < 1:
        raise NotAllowedNow("Give one working day or more. Nothing was changed.")
    rhythm = _next(board, timezone.localdate(), lead)
    if rhythm is None:
        raise NotAllowedNow(
            f"{board} has no meeting that leaves so much time. Plan one, or say how often it "
            "meets. Nothing was changed."
        )
    for row in RoundsBefore.objects.current().filter(plan=plan):
        _end(row, by)
    plans.set_rounds(plan=plan, by=by, rhythm=rhythm)
    made = RoundsBefore.objects.create(
        plan=plan, forum=board, by=by, put_at=timezone.now(), **vars(lead)
    )
    record(by=by, verb="asks before meetings", thing=made,
           after={"forum": board.pk, **vars(lead)})  # fmt: skip
    return made, rhythm


@transaction.atomic
def renew_rounds(*, rounds_before: RoundsBefore, by: User, day: date) -> Rhythm | None:
    """Put the round of the next meeting to a plan, once the one before is over or a meeting moved.

    A round that is open goes on. It ends by itself once somebody has set the plan's rounds
    otherwise, or plan or board are no more. None where nothing was put.

    Raises:
        NotAllowed: `by` is no timer.
    """
    require(by, RENEW, None)
    rows = RoundsBefore.objects.current().select_related("plan__authority", "forum")
    row = rows.select_for_update(of=("self",)).get(pk=rounds_before.pk)
    set_for = UpdateRhythm.objects.get(plan=row.plan)
    is_over = row.plan.state != Plan.State.CURRENT or row.forum.ended_on is not None
    if is_over or set_for.set_at > row.put_at:
        _end(row, by)
        return None
    rhythm = _next(row.forum, day, row.lead)
    if rhythm is None or rhythm == set_for.rhythm or open_on(set_for.rhythm, day):
        return None
    plans.end_rounds(plan=row.plan, by=by, day=day)
    plans.set_rounds(plan=row.plan, by=by, rhythm=rhythm)
    row.put_at = timezone.now()
    row.save(update_fields=["put_at"])
    record(by=by, verb="put the round of the next meeting", thing=row,
           after={"first": rhythm.first})  # fmt: skip
    return rhythm


def _next(forum: Forum, day: date, lead: rounds.Lead) -> Rhythm | None:
    planned = forum.meetings.to_come().filter(day__gte=day).values_list("day", flat=True)
    return rounds.before_meeting([*planned, *days_of(forum, day, day + FURTHEST)], day, lead)


def _end(row: RoundsBefore, by: User) -> None:
    row.ended_by, row.ended_at = by, timezone.now()
    row.save(update_fields=["ended_by", "ended_at"])
    record(by=by, verb="asks no longer before meetings", thing=row)
