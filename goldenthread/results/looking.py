"""Questions about figures and targets that the pure rules answer; approved figures only."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from goldenthread.basics.periods import Period
from goldenthread.results import judging, performance, sustained
from goldenthread.results.models import Outcome, Target, Value

DAYS_IN_MONTH = Fraction(1461, 48)


def level_of(target: Target) -> Fraction:
    """The level a target comes to; that of a change follows from its baseline."""
    if target.baseline is None:
        return Fraction(target.level or 0)
    return judging.level_after(
        target.baseline.exact,
        target.comparator,
        Fraction(target.minimum_change or 0),
        in_per_cent=target.change_in == Target.ChangeIn.PER_CENT,
    )


def why_unlike(baseline: Value, value: Value) -> str:
    """Why a figure cannot be held against a baseline; "" where it can."""
    if value.definition_id != baseline.definition_id:
        return "the definition changed since the baseline"
    if value.part != baseline.part:
        return "the baseline is of another part"
    if _months(value.period) != _months(baseline.period):
        return "its period is not as long as the baseline's"
    return ""


def judged(target: Target, value: Value) -> judging.Judged | None:
    """A figure against a target; None where it cannot be held against the baseline."""
    if target.baseline is not None and why_unlike(target.baseline, value):
        return None
    return judging.judge(value.exact, target.comparator, level_of(target))


def groups_in(target: Target, period: Period) -> judging.Groups:
    """What each group has in a period, against a target that asks each of them (S15)."""
    return _groups(target, (one for one in _values(target) if one.period == period))


def periods_of(target: Target) -> list[sustained.PeriodMet]:
    """Each period with approved figures since the target holds, and whether it was met, oldest first."""
    by_period: dict[Period, list[Value]] = {}
    for value in _values(target):
        by_period.setdefault(value.period, []).append(value)
    return [
        sustained.PeriodMet(period, _met(target, values))
        for period, values in sorted(by_period.items())
    ]


def performance_of(target: Target, today: date) -> performance.Performance:
    """How a measure stands to its target, apart from how the work on it stands (E-19)."""
    why = "some group has no figure" if target.each_group else "the figure and the baseline differ"
    return performance.performance(
        periods_of(target),
        today=today,
        every_months=target.measure.every_months,
        settling_days=target.measure.settling_days,
        why_unknown=why,
    )


def sustained_of(target: Target, *, wanted: int, since: date | None = None) -> sustained.Sustained:
    """Whether a target was met in so many consecutive periods up to the latest (E-23).

    Args:
        since: the day from which periods count; all do without one.
    """
    periods = periods_of(target)
    counted = [one for one in periods if since is None or one.period.first_day >= since]
    return sustained.sustained(counted, wanted=wanted)


def was_met(target: Target) -> bool | None:
    """The recorded outcome over all parts that were asked for; None while one is open (E-22)."""
    outcomes = list(Outcome.objects.filter(target=target).select_related("value__team"))
    if any(not one.met for one in outcomes):
        return False
    missing = set(target.groups) - {one.value.part for one in outcomes}
    return True if outcomes and not missing else None


def _values(target: Target) -> Iterable[Value]:
    rows = (
        Value.objects.approved()
        .filter(measure=target.measure_id, period_to__gte=target.holds_from)
        .select_related("team")
    )
    if not target.each_group:
        group = target.baseline.group if target.baseline else ""
        rows = rows.filter(team=target.team_id, group=group)
    return [one for one in rows.order_by("period_from", "pk") if one.part or not target.each_group]


def _met(target: Target, values: list[Value]) -> bool | None:
    if target.each_group:
        return _groups(target, values).met
    one = judged(target, values[0])
    return one.met if one else None


def _groups(target: Target, values: Iterable[Value]) -> judging.Groups:
    figures = {value.part: value.exact for value in values}
    return judging.each_group(figures, target.comparator, level_of(target), expected=target.groups)


def _months(period: Period) -> int:
    return round(period.days / DAYS_IN_MONTH)
