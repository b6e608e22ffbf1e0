"""The council's measures: defined, entered by the analyst, approved by the strategic lead."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from goldenthread.basics.days import add_months
from goldenthread.basics.periods import Period
from goldenthread.demonstration import texts_read
from goldenthread.demonstration.council import Council
from goldenthread.results import actions
from goldenthread.results.actions.targets import Terms
from goldenthread.results.actions.values import About
from goldenthread.results.models import Measure, Target, Value

SOURCE = "Case system, list of the first working day after the month"
ANALYST, APPROVER, OFFICER = "Owen Tate", "Ruth Calder", "Ines Hartley"


@dataclass(frozen=True)
class Measured:
    """A measure with its target and its approved figures, the oldest first."""

    measure: Measure
    target: Target
    values: Sequence[Value]


def month_before(today: date, number: int) -> Period:
    """The whole month so many months before today's; 1 is the last one."""
    day = add_months(today.replace(day=1), -number)
    return Period.month(day.year, day.month)


def measure_all(council: Council, today: date) -> dict[str, Measured]:
    """Every measure by its code; of one the last figure waits, of one it came back corrected."""
    rows = texts_read.table("measures")["measures"]
    made = {row["code"]: _measured(council, row, today) for row in rows}
    _unsettled(council, made, today)
    return made


def _measured(council: Council, row: Mapping[str, Any], today: date) -> Measured:
    measure = actions.define_measure(
        authority=council.authority,
        code=row["code"],
        name=row["name"],
        form="share",
        unit="%",
        better=row["better"],
        kind=Measure.Kind.IMPACT,
        text=row["text"],
        population=row["population"],
        by=council[ANALYST],
    )
    figures = row["figures"]
    months = [month_before(today, back) for back in range(len(figures), 0, -1)]
    values = [
        _approved(council, measure, typed, period)
        for typed, period in zip(figures, months, strict=True)
    ]
    return Measured(measure, _target(council, measure, row, today), values)


def _target(council: Council, measure: Measure, row: Mapping[str, Any], today: date) -> Target:
    first = month_before(today, 18).first_day
    return actions.set_level(
        measure=measure,
        comparator="at least" if row["better"] == Measure.Better.HIGHER else "at most",
        level=Decimal(row["level"]),
        terms=Terms(first, "Improvement Board, agreed with the plan", add_months(first, 24)),
        by=council[OFFICER],
    )


def _entered(council: Council, measure: Measure, typed: str, period: Period) -> Value:
    day = period.last_day
    about = About(period=period, as_at=day, known_on=day, source=SOURCE)
    return actions.enter_value(measure=measure, typed=typed, about=about, by=council[ANALYST])


def _approved(council: Council, measure: Measure, typed: str, period: Period) -> Value:
    value = _entered(council, measure, typed, period)
    return actions.approve_value(value=value, by=council[APPROVER])


def _unsettled(council: Council, made: Mapping[str, Measured], today: date) -> None:
    """A figure that came late into the records, one that was returned, one that waits."""
    late = made["REPEAT-PLANS"].values[-2]
    revision = actions.revise_value(
        value=late, typed="6 of 23", as_at=late.as_at, known_on=today, cause=Value.Cause.LATE_RECORDING,
        why="A plan of that month was recorded only this month.", source=SOURCE,
        by=council[ANALYST],
    )  # fmt: skip
    actions.approve_value(value=revision, by=council[APPROVER])
    same_day = made["SAME-DAY"].measure
    wrong = _entered(council, same_day, "97 of 210", month_before(today, 2))
    actions.return_value(
        value=wrong, why="The list counts referrals of two months.", by=council[APPROVER]
    )
    _entered(council, same_day, "98 of 104", month_before(today, 1))
