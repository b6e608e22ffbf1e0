"""Measures with their latest figure, their targets and how they stand; a constant number of queries."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, Count, IntegerField, OuterRef, QuerySet, Subquery, When
from django.db.models import Value as Constant

from goldenthread.people.models import User
from goldenthread.results import looking
from goldenthread.results.models import Measure, Target, Value
from goldenthread.results.performance import State, expected_by

NO_TARGET = "no target"
UNLIKE = "cannot be worked out"


@dataclass(frozen=True)
class Stand:
    """A measure, its latest approved figure that the person sees, and how it stands.

    `state`: no value, stale, met, not met, no target, or cannot be worked out. Met and not
    met are those of the latest figure; over several periods the measure's own page tells.
    """

    measure: Measure
    latest: Value | None
    waiting: int
    targets: Sequence[Target]
    state: str

    @property
    def pk(self) -> int:
        return self.measure.pk


def stands_of(user: User, today: date) -> list[Stand]:
    """Every measure that the person sees, as of today. Four queries."""
    seen = Value.objects.visible_to(user)
    waits = seen.filter(measure=OuterRef("pk"), state=Value.State.ENTERED).order_by()
    counted = waits.values("measure").annotate(n=Count("pk")).values("n")
    # (Any, because the type of a queryset does not know what it is annotated with.)
    rows: Any = (
        Measure.objects.visible_to(user)
        .select_related("authority")
        .annotate(latest=Subquery(_latest(seen)), waiting=Subquery(counted))
    )
    measures = list(rows)
    pks = [one.latest for one in measures if one.latest]
    latest = seen.select_related("measure", "team", "approved_by", "entered_by").in_bulk(pks)
    targets = _targets(user)
    return [
        _stand(one, latest.get(one.latest or 0), one.waiting or 0, targets[one.pk], today)
        for one in measures
    ]


def _latest(seen: "QuerySet[Value]") -> Any:
    """The approved figure of the latest period; that over everybody before those of parts."""
    parts = Case(
        When(team=None, group="", then=Constant(0)),
        default=Constant(1),
        output_field=IntegerField(),
    )
    held = seen.filter(measure=OuterRef("pk"), state=Value.State.APPROVED)
    return held.order_by("-period_to", parts, "-pk").values("pk")[:1]


def _targets(user: User) -> dict[int, list[Target]]:
    found: dict[int, list[Target]] = defaultdict(list)
    rows = Target.objects.visible_to(user).filter(ended_on=None).order_by("pk")
    for row in rows.select_related("measure", "team", "baseline__measure", "baseline__team"):
        found[row.measure_id].append(row)
    return found


def _stand(
    measure: Measure, latest: Value | None, waiting: int, targets: list[Target], today: date
) -> Stand:
    return Stand(measure, latest, waiting, targets, _state(measure, latest, targets, today))


def _state(measure: Measure, latest: Value | None, targets: list[Target], today: date) -> str:
    if latest is None:
        return State.NO_VALUE
    if today > expected_by(
        latest.period_to, every_months=measure.every_months, settling_days=measure.settling_days
    ):
        return State.STALE
    if not targets:
        return NO_TARGET
    met = [_met(target, latest) for target in targets]
    if False in met:
        return State.NOT_MET
    return UNLIKE if None in met else State.MET


def _met(target: Target, latest: Value) -> bool | None:
    """Whether the latest figure reaches a target; None where it is of another part or kind."""
    part = str(target.team) if target.team_id else ""
    if target.each_group or latest.period_to < target.holds_from:
        return None
    if target.baseline is None and latest.part != part:
        return None
    one = looking.judged(target, latest)
    return one.met if one else None
