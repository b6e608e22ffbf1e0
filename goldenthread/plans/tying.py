"""A test that is tied to a target of a measure: its number comes from an approved figure."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from goldenthread.basics.days import without_weekday
from goldenthread.plans.evidence_kinds import day_of
from goldenthread.results import judging, looking
from goldenthread.results.kinds import Comparator
from goldenthread.results.models import Target, Value

TIED = "target"


def is_tied(aim: Mapping[str, Any]) -> bool:
    """Whether the change that a test asks for is that of a target."""
    return TIED in aim


def aim_of(target: Target, baseline: Value) -> dict[str, Any]:
    """The change that a target asks for, as `aims` keeps it, with the target's id.

    Args:
        baseline: the figure from which the target asks for the change.
    """
    before, level = baseline.exact, looking.level_of(target)
    return {
        "direction": "lower" if target.comparator == Comparator.AT_MOST else "higher",
        "baseline": _number(before),
        "baseline_on": baseline.as_at.isoformat(),
        "least": _number(abs(level - before)),
        "unit": target.measure.unit,
        "from": target.holds_from.isoformat(),
        "to": target.due_on.isoformat() if target.due_on else "",
        "measure": target.measure.code,
        TIED: target.pk,
    }


def in_words(aim: Mapping[str, Any]) -> str:
    """The change that a test asks for: "from 40 of 30 June 2025, at least 10 lower by ..."."""
    days = [day_of(aim[name]) for name in ("baseline_on", "to")]
    on, by = (without_weekday(day) if day else "" for day in days)
    unit = f" {aim['unit']}" if aim.get("unit") else ""
    return (
        f"from {aim['baseline']}{unit} on {on}, at least {aim['least']} {aim['direction']} by {by}"
    )


def figures_for(aim: Mapping[str, Any]) -> list[Value]:
    """The approved figures that can be held against the target, of its period, latest first."""
    target = _target(aim)
    rows = Value.objects.approved().filter(
        measure=target.measure_id, as_at__gte=aim["from"], as_at__lte=aim["to"]
    )
    found = rows.select_related("measure", "team", "definition").order_by("-as_at", "-pk")
    return [one for one in found if looking.judged(target, one) is not None]


def why_not_shown(aim: Mapping[str, Any], value: Value | None) -> str:
    """Why a figure does not show the change of the target, in words; empty where it does."""
    target = _target(aim)
    if value is None or value.measure_id != target.measure_id:
        return f"The test is tied to {target.measure}: file an approved figure of it."
    if value.state != Value.State.APPROVED:
        return f"{value} is not approved, or was revised. File the figure that holds."
    if target.ended_on is not None:
        return f"The target ended on {without_weekday(target.ended_on)}: {target.ended_why}"
    if not aim["from"] <= value.as_at.isoformat() <= aim["to"]:
        return f"{value} is as at {without_weekday(value.as_at)}, outside the period of the test."
    one = looking.judged(target, value)
    if one is None:
        return f"{value} cannot be held against the baseline of the target."
    if one.met:
        return ""
    words = judging.in_words(
        one,
        figure=value.exact,
        comparator=target.comparator,
        level=looking.level_of(target),
        form=target.measure.form,
    )
    return f"The test asks for a change {in_words(aim)}; {words}."


def _target(aim: Mapping[str, Any]) -> Target:
    return Target.objects.select_related("measure", "baseline__team").get(pk=aim[TIED])


def _number(figure: Fraction) -> int | float:
    """As a number that JSON knows, to four places."""
    return int(figure) if figure.denominator == 1 else round(float(figure), 4)
