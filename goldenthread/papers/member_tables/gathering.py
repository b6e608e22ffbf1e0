"""Fetches what the tables for members print, as far as a person sees it; a constant number of queries."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from goldenthread.basics.days import add_months, without_weekday
from goldenthread.governance.models import Meeting, Oversight
from goldenthread.papers.highlight_report.posts import Posts
from goldenthread.papers.member_tables.sorting import EXTENDED, Standing, in_words, table_of
from goldenthread.papers.stand import notes_of
from goldenthread.people.models import User
from goldenthread.plans.gathering import stands_of
from goldenthread.plans.models import Action, DeadlineMove, Delivery, Plan
from goldenthread.plans.standing import Stands

STATEMENT = "annual governance statement"
MONTHS = 3  # so far back where no meeting is known
OPEN_ROUND = (
    "The first round of updates is not closed: nobody here has taken over what the document calls "
    "completed, so such actions stand in table A or D."
)
AS_TODAY = "Deadlines are told as at {day}; what else was recorded stands as it does on {today}."


@dataclass(frozen=True, kw_only=True)
class Line:
    """A row of a table: the action, who leads it by post, when it is due, and what is said.

    `for_statement`: its workstream is the annual governance statement.
    """

    table: str
    public_id: str
    text: str
    lead: str
    due: date | None
    said: str
    for_statement: bool


@dataclass(frozen=True, kw_only=True)
class Tables:
    """All lines, since when they are counted and why, and how they are to be read."""

    since: date
    since_words: str
    sentence: str
    lines: tuple[Line, ...]
    notes: tuple[str, ...]

    def of(self, table: str) -> list[Line]:
        """The lines of a table, in the order of the plan."""
        return [one for one in self.lines if one.table == table]

    @property
    def for_statement(self) -> list[Line]:
        """Those of the annual governance statement, wherever else they stand."""
        return [one for one in self.lines if one.for_statement]


def gather(plan: Plan, *, by: User, as_at: date) -> Tables:
    """The tables of what a person sees of a plan, as at a day."""
    rows = Action.objects.visible_to(by).current().filter(plan=plan, same_as=None)
    actions = {row.pk: row for row in rows.select_related("workstream").order_by("order", "pk")}
    stands = stands_of(actions.values(), as_at)
    steps = {
        row.action_id: row
        for row in Delivery.objects.visible_to(by).filter(action__in=list(actions))
    }
    moves = _moves(list(actions), by, as_at)
    posts = Posts(plan, (), by=by, as_at=as_at)
    since, words = _since(plan, as_at)
    lines = tuple(
        _line(
            row,
            stands[pk],
            steps.get(pk),
            moves.get(pk),
            lead=posts.of_action(pk),
            since=since,
            as_at=as_at,
        )
        for pk, row in actions.items()
    )
    return Tables(
        since=since,
        since_words=words,
        sentence=in_words(one.table for one in lines),
        lines=lines,
        notes=notes_of(plan, by, as_at, open_round=OPEN_ROUND, as_today=AS_TODAY),
    )


def _since(plan: Plan, as_at: date) -> tuple[date, str]:
    """The last meeting before the day of a board that watches the plan; else three months."""
    watching = Oversight.objects.filter(plan=plan, ended_on=None)
    held = Meeting.objects.held().filter(forum__in=watching.values("forum"), day__lt=as_at)
    last = held.select_related("forum").order_by("-day").first()
    if last is not None:
        return last.day, f"Since the last meeting of {last.forum}, {without_weekday(last.day)}."
    since = add_months(as_at, -MONTHS)
    said = f"No board that watches the plan has met: since {without_weekday(since)}, three months."
    return since, said


def _moves(actions: list[int], by: User, as_at: date) -> Mapping[int, DeadlineMove]:
    """The last time that more time was asked for an action by then, and not refused by then."""
    rows = DeadlineMove.objects.visible_to(by).filter(
        action__in=actions, kind=DeadlineMove.Kind.AGREED, milestone=None
    )
    asked = (row for row in rows.order_by("pk") if _day(row.asked_at) <= as_at)
    return {row.action_id: row for row in asked if not _is_refused(row, as_at)}


def _is_refused(row: DeadlineMove, as_at: date) -> bool:
    return row.state == DeadlineMove.State.REFUSED and _is_decided(row, as_at)


def _is_decided(row: DeadlineMove, as_at: date) -> bool:
    return row.decided_at is not None and _day(row.decided_at) <= as_at


def _day(at: datetime) -> date:
    return timezone.localtime(at).date()


def _line(
    row: Action,
    stands: Stands,
    step: Delivery | None,
    move: DeadlineMove | None,
    *,
    lead: str,
    since: date,
    as_at: date,
) -> Line:
    completed = step.completed_on if step else None
    standing = Standing(
        delivery=stands.delivered,
        completed_on=completed,
        late=stands.is_late,
        asked_on=_day(move.asked_at) if move else None,
        waiting=move is not None and not _is_decided(move, as_at),
    )
    table = table_of(standing, since=since)
    return Line(
        table=table,
        public_id=row.public_id,
        text=row.text,
        lead=lead,
        due=stands.last_day,
        said=_said(stands, completed, move if table == EXTENDED else None, as_at),
        for_statement=STATEMENT in (row.workstream.name.lower() if row.workstream else ""),
    )


def _said(stands: Stands, completed: date | None, move: DeadlineMove | None, as_at: date) -> str:
    """How it stands; when it was completed, or until when time is asked for."""
    if move is not None:
        reason = " ".join(move.reason.split()).rstrip(".")
        decided = "approved" if _is_decided(move, as_at) else "not decided"
        said = f"until {without_weekday(move.to)}, {decided}"
        return f"{said}: {reason}" if reason else said
    if completed is not None:
        return f"completed on {without_weekday(completed)}; {stands.ladder.name}"
    return stands.delivered
