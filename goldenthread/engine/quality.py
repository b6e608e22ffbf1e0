"""Asks the checks of the data, and shows which figures stand on rows that failed one."""

from dataclasses import dataclass
from typing import Any

import ibis

from goldenthread.engine import measuring
from goldenthread.indicators.inputs import Inputs
from goldenthread.indicators.kinds import CANNOT, Indicator
from goldenthread.indicators.quality.checks import Check


@dataclass(frozen=True, kw_only=True)
class Found:
    """What a check found in an authority, or in one of its teams.

    Attributes:
        team:      as the extract calls it, "" for rows of no team, None for the whole.
        looked_at: how many rows it looked at.
        failing:   how many of them do not fit.
    """

    check: str
    authority: str
    team: str | None
    looked_at: int
    failing: int


@dataclass(frozen=True, kw_only=True)
class Effect:
    """What a check says of an indicator's latest month.

    Attributes:
        cases:    how many cases the indicator has.
        touched:  how many of them are of a child with a row that failed.
        unworked: how many of those cannot be worked out.
    """

    check: str
    indicator: str
    cases: int
    touched: int
    unworked: int


def found(check: Check, inputs: Inputs, *, authority: str) -> list[Found]:
    """What the check found, the whole of the authority first and then its teams by name."""
    rows = check.rows(inputs)
    rows = rows.filter(rows.authority == authority)
    counted = rows.group_by("team").aggregate(
        looked_at=rows.count(), failing=rows.fails.ifelse(1, 0).sum()
    )
    teams = [
        Found(check=check.id, authority=authority, **{**row, "team": row["team"] or ""})
        for row in counted.to_pyarrow().to_pylist()
    ]
    whole = Found(
        check=check.id,
        authority=authority,
        team=None,
        looked_at=sum(one.looked_at for one in teams),
        failing=sum(one.failing for one in teams),
    )
    return [whole, *sorted(teams, key=lambda one: one.team or "")]


def failing(check: Check, inputs: Inputs, *, authority: str) -> list[dict[str, Any]]:
    """The rows that failed: `child`, `case`, `team`, by case."""
    rows = check.rows(inputs)
    wanted = rows.filter(rows.fails & (rows.authority == authority))
    shown = wanted.select("child", "case", "team").order_by(["case", "child"])
    return list(shown.to_pyarrow().to_pylist())


def effect(check: Check, indicator: Indicator, inputs: Inputs, *, authority: str) -> Effect:
    """How far the indicator's latest month stands on children with rows that failed."""
    rows = check.rows(inputs)
    named = rows.filter(rows.fails & (rows.authority == authority))
    children = named.select(failed_child="child", has_failed=ibis.literal(1)).distinct()
    cases = measuring.cases(indicator, inputs)
    month = ibis.literal(inputs.span.as_at.replace(day=1))
    cases = cases.filter((cases.authority == authority) & (cases.month == month))
    joined = cases.left_join(children, cases.child == children.failed_child)
    touched = joined.has_failed.notnull()
    counted = joined.aggregate(
        cases=joined.count(),
        touched=touched.ifelse(1, 0).sum(),
        unworked=(touched & (joined.outcome == CANNOT)).ifelse(1, 0).sum(),
    )
    (row,) = counted.to_pyarrow().to_pylist()
    numbers = {name: value or 0 for name, value in row.items()}
    return Effect(check=check.id, indicator=indicator.id, **numbers)
