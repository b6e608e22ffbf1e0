"""Fetches what a highlight report prints, as far as a person sees it; a constant number of queries."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from django.db.models import Q
from django.utils import timezone

from goldenthread.basics.days import without_weekday
from goldenthread.papers.highlight_report.overall import overall_of
from goldenthread.papers.highlight_report.posts import Posts
from goldenthread.papers.highlight_report.rows import (
    Change,
    Decision,
    Due,
    Improved,
    Named,
    Report,
    Slip,
    Waiting,
)
from goldenthread.papers.highlight_report.shown import Accepted
from goldenthread.papers.highlight_report.slips import replaced, slips
from goldenthread.papers.stand import notes_of, stand_of, tone_of
from goldenthread.people.models import User
from goldenthread.plans import rungs
from goldenthread.plans.gathering import stands_of
from goldenthread.plans.models import (
    Action,
    DeadlineMove,
    Delivery,
    Item,
    Plan,
    Reopening,
    Update,
)
from goldenthread.plans.standing import Stands

LOOKS_BACK = timedelta(days=35)
LOOKS_AHEAD = timedelta(days=60)
NO_ROUND = (
    "The first round of updates is not closed: “reported done” counts too what the document calls "
    "completed, and nobody here has taken that over."
)
AS_TODAY = (
    "Updates and deadlines are told as at {day}; what else was recorded, checked or asked for "
    "stands as it does on {today}."
)


def gather(plan: Plan, *, by: User, as_at: date) -> Report:
    """The report on what a person sees of a plan, as at a day."""
    found = _Rows(plan, by, as_at)
    return Report(
        public_id=plan.public_id,
        title=plan.title,
        authority=plan.authority.name,
        as_at=as_at,
        overall=overall_of(plan, by=by, as_at=as_at),
        stand=stand_of(
            plan,
            found.actions.values(),
            found.stands,
            as_at=as_at,
            notes=notes_of(plan, by, as_at, open_round=NO_ROUND, as_today=AS_TODAY),
        ),
        improved=tuple(found.improved()),
        voices=found.accepted.voices(),
        changes=tuple(found.changes()),
        unchanged=found.unchanged(),
        late=found.late(),
        waiting=tuple(found.waiting()),
        decisions=(*found.to_decide(), *found.asked()),
        coming=found.coming(),
        slips=tuple(found.slips()),
        replaced=tuple(replaced(found.steps, named=found.named, seen=found.actions)),
        restricted=found.accepted.restricted,
    )


class _Rows:
    """The rows of a plan, each once; actions that only point to another are left out."""

    def __init__(self, plan: Plan, by: User, as_at: date) -> None:
        self.plan, self.by, self.as_at = plan, by, as_at
        acts = Action.objects.visible_to(by).current().filter(plan=plan, same_as=None)
        self.actions = {row.pk: row for row in acts.order_by("order", "pk")}
        items = Item.objects.visible_to(by).current().filter(plan=plan)
        self.items = {row.pk: row for row in items}
        self.stands: dict[int, Stands] = stands_of(self.actions.values(), as_at)
        self.updates = self._updates()
        self.posts = Posts(plan, self.updates, by=by, as_at=as_at)
        self.accepted = Accepted(plan, by=by, as_at=as_at)
        steps = Delivery.objects.visible_to(by).filter(action__in=list(self.actions))
        self.steps = {row.action_id: row for row in steps}

    def _updates(self) -> list[Update]:
        """Those of the last weeks, the newest first."""
        of_plan = Q(action__in=list(self.actions)) | Q(item__in=list(self.items))
        rows = Update.objects.visible_to(self.by).standing().filter(of_plan)
        first = self.as_at - LOOKS_BACK
        found = [
            row
            for row in rows.order_by("-pk")
            if first <= _said_on(row) <= self.as_at and _entered(row) <= self.as_at
        ]
        return sorted(found, key=_said_on, reverse=True)

    def named(self, pk: int) -> Named:
        """An action as each section names it."""
        row = self.actions[pk]
        return Named(public_id=row.public_id, text=row.text, lead=self.posts.of_action(pk))

    def improved(self) -> Iterator[Improved]:
        """What stands on rung 3 or above, the highest first."""
        holding = {pk for pk, one in self.stands.items() if one.facts.standing.measured}
        evidence, figures = self.accepted.evidence(), self.accepted.figures(holding=holding)
        high = [pk for pk in self.actions if self.stands[pk].is_checked]
        for pk in sorted(high, key=lambda one: -(self.stands[one].rung or 0)):
            ladder = self.stands[pk].ladder
            yield Improved(
                action=self.named(pk),
                rung=ladder.number or 0,
                words=ladder.name,
                evidence=evidence.get(pk, ()),
                figures=figures.get(pk, ()),
            )

    def changes(self) -> Iterator[Change]:
        for row in self.updates:
            if row.kind == Update.Kind.NO_CHANGE:
                continue
            of = self.actions.get(row.action_id or 0) or self.items[row.item_id or 0]
            yield Change(
                public_id=of.public_id,
                about=of.text,
                on=_said_on(row),
                post=self.posts.of_update(row),
                text=" ".join(row.text.split()),
            )

    def unchanged(self) -> int:
        """Of how many actions nothing was said but that nothing has changed."""
        same = {row.action_id for row in self.updates if row.kind == Update.Kind.NO_CHANGE}
        told = {row.action_id for row in self.updates if row.kind != Update.Kind.NO_CHANGE}
        return len(same - told)

    def late(self) -> tuple[Due, ...]:
        return self._due(pk for pk in self.actions if self.stands[pk].is_late)

    def coming(self) -> tuple[Due, ...]:
        """What is open and due within the next weeks."""
        last = self.as_at + LOOKS_AHEAD
        return self._due(
            pk
            for pk in self.actions
            if self.stands[pk].delivered not in rungs.CLOSED
            and self.as_at <= (self.stands[pk].facts.due or date.min) <= last
        )

    def _due(self, ids: Iterable[int]) -> tuple[Due, ...]:
        found = []
        for pk in ids:
            one = self.stands[pk]
            if one.last_day is None:
                continue
            found.append(
                Due(
                    action=self.named(pk),
                    due=one.last_day,
                    forecast=one.facts.forecast,
                    colour=one.colour,
                    tone=tone_of(one.colour),
                    at_once=one.facts.due is None,
                    way_forward=self._way_forward(pk),
                )
            )
        return tuple(sorted(found, key=lambda row: row.due))

    def _way_forward(self, pk: int) -> str:
        step = self.steps.get(pk)
        return " ".join(step.way_forward.split()) if step else ""

    def slips(self) -> Iterator[Slip]:
        """The days that moved of what is open."""
        open_yet = [pk for pk, one in self.stands.items() if one.delivered not in rungs.CLOSED]
        return slips(open_yet, by=self.by, as_at=self.as_at, named=self.named)

    def waiting(self) -> Iterator[Waiting]:
        """A check that was asked for, or what is done and not shown yet."""
        for pk in self.actions:
            one = self.stands[pk]
            if one.is_waiting:
                since = one.facts.waiting_since
                yield Waiting(action=self.named(pk), what="a check of its evidence", since=since)
            elif one.rung == rungs.CHECKED - 1:
                step = self.steps.get(pk)
                since = step.completed_on if step else None
                yield Waiting(action=self.named(pk), what=one.ladder.next_needs, since=since)

    def to_decide(self) -> Iterator[Decision]:
        """What is blocked, and what is still to be agreed."""
        for pk, row in self.actions.items():
            step = self.stands[pk].delivered
            if step == rungs.BLOCKED:
                yield self._decision(row, _blocked(self.steps.get(pk)))
            elif step == rungs.TO_BE_AGREED:
                yield self._decision(row, "It is to be agreed.")

    def asked(self) -> Iterator[Decision]:
        """Extensions and changed tests that somebody asked for."""
        of_plan = {"action__in": list(self.actions), "state": DeadlineMove.State.ASKED}
        for move in DeadlineMove.objects.visible_to(self.by).filter(**of_plan).order_by("pk"):
            to, cause = without_weekday(move.to), move.get_cause_display().lower()
            before = f" instead of {without_weekday(move.before)}" if move.before else ""
            said = f"More time is asked for: until {to}{before} ({cause})"
            yield self._decision(self.actions[move.action_id], _with(said, move.reason))
        rows = Reopening.objects.visible_to(self.by).waiting().filter(plan=self.plan)
        for row in rows.select_related("test").order_by("pk"):
            of = self.actions.get(row.test.action_id or 0) or self.items.get(row.test.item_id or 0)
            if of is not None:
                verb = "taken away" if row.drops else "changed"
                said = f"The test “{row.test.text}” is to be {verb}"
                yield self._decision(of, _with(said, row.why))

    def _decision(self, of: Action | Item, what: str) -> Decision:
        return Decision(public_id=of.public_id, text=of.text, what=what)


def _blocked(step: Delivery | None) -> str:
    if step is None:
        return "It is blocked."
    forward = step.way_forward.strip().rstrip(".") or "none is named"
    return f"{_with(f'It is blocked on {step.blocked_on}', step.why)} Way forward: {forward}."


def _with(said: str, reason: str) -> str:
    """A sentence with its reason."""
    reason = " ".join(reason.split()).rstrip(".")
    return f"{said}: {reason}." if reason else f"{said}."


def _entered(row: Update) -> date:
    return timezone.localtime(row.at).date()


def _said_on(row: Update) -> date:
    return row.said_on or _entered(row)
