"""What stands around an action: milestones, risks, consultations, what comes first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from goldenthread.governance.models import Resolution
from goldenthread.people.models import User
from goldenthread.plans import deadlines, promising
from goldenthread.plans.models import (
    Action,
    Commitment,
    Consultation,
    Dependency,
    Milestone,
    Risk,
)
from goldenthread.web import words
from goldenthread.web.actions.ways import of_action


@dataclass(frozen=True)
class Line:
    """One milestone, risk or consultation: its words, a smaller line, and whether something is left to do."""

    pk: int
    text: str
    note: str
    is_open: bool


@dataclass(frozen=True)
class Need:
    """An action that comes first."""

    label: str
    text: str
    href: str


@dataclass(frozen=True, kw_only=True)
class Around:
    """All of it; `warnings` say what comes too late for this action."""

    milestones: Sequence[Line]
    risks: Sequence[Line]
    promises: Sequence[Line]
    consultations: Sequence[Line]
    needs: Sequence[Need]
    warnings: Sequence[str]
    decided: Sequence[Line]


def around(action: Action, user: User) -> Around:
    """What a user sees around an action."""
    seen = Milestone.objects.visible_to(user).filter(action=action).order_by("due", "pk")
    risks = Risk.objects.visible_to(user).filter(action=action).order_by("-pk")
    promises = Commitment.objects.visible_to(user).filter(action=action).order_by("pk")
    promises = promises.prefetch_related("occurrences")
    stages = Consultation.objects.visible_to(user).filter(action=action)
    ties = Dependency.objects.visible_to(user).filter(
        action=action, needs__in=Action.objects.visible_to(user)
    )
    needed = [tie.needs for tie in ties.select_related("needs__plan__authority").order_by("pk")]
    return Around(
        milestones=[_milestone(row) for row in seen],
        risks=[_risk(row) for row in risks.select_related("by", "measure")],
        promises=[_promise(row, timezone.localdate()) for row in promises],
        consultations=[_stage(row) for row in stages.order_by("opens_on", "pk")],
        needs=[Need(row.public_id, row.text, of_action(row)) for row in needed],
        # Whoever does not see all that comes first is told no day of it.
        warnings=deadlines.before_what_it_needs(action)
        if len(needed) == action.dependencies.count()
        else [],
        decided=[_decided(row) for row in _resolutions(action, user)],
    )


def _resolutions(action: Action, user: User) -> Iterable[Resolution]:
    """What meetings that the user sees resolved about an action."""
    rows = Resolution.objects.visible_to(user).filter(action=action)
    return rows.select_related("decision__item__meeting__forum").order_by("pk")


def _decided(row: Resolution) -> Line:
    meeting = row.decision.item.meeting
    done = f"; carried out on {words.day(row.done_at)}" if row.done_at else "; open"
    note = f"{meeting.forum}, {words.day(meeting.day)}{done}"
    return Line(row.pk, row.text, note, is_open=row.done_at is None)


def _milestone(row: Milestone) -> Line:
    by = f"by {words.day(row.due)}"
    if row.done_on is None:
        return Line(row.pk, str(row), by, is_open=True)
    month = row.done_precision == "month"
    done = f"{row.done_on:%B %Y}" if month else words.day(row.done_on)
    return Line(row.pk, str(row), f"{by}; reached {done}", is_open=False)


def _promise(row: Commitment, day: date) -> Line:
    held = [one.day for one in row.occurrences.all()]
    often = promising.how_often(row.times, row.months, held, day)
    last = f"; last {words.day(max(held))}" if held else ""
    enough = deadlines.kept(row.times, row.months, held, day)[1]
    return Line(row.pk, row.printed, f"{often[0].upper()}{often[1:]}{last}", is_open=not enough)


def _stage(row: Consultation) -> Line:
    if row.ended_on is None:
        said = row.in_words(timezone.localdate())
        return Line(row.pk, str(row), f"{said[0].upper()}{said[1:]}", is_open=True)
    held = f"{words.day(row.opens_on)} to {words.day(row.closes_on)}"
    note = f"{held}; outcome of {words.day(row.ended_on)}: {row.outcome}"
    return Line(row.pk, str(row), note, is_open=False)


def _risk(row: Risk) -> Line:
    control = f"Interim control: {row.control}. " if row.control else "No interim control. "
    text = f"{row.get_kind_display()}: {row.text}"
    if row.measure is not None:
        control = f"It keeps down: {row.measure.name}. {control}"
    if row.closed_at is not None:
        return Line(row.pk, text, f"{control}Closed {words.day(row.closed_at)}.", is_open=False)
    return Line(row.pk, text, f"{control}Review on {words.day(row.review_on)}.", is_open=True)
