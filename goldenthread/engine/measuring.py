"""Counts indicators by authority, month and team, and lists who is behind a figure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import ibis
import ibis.expr.types as ir

from goldenthread.basics.days import last_of_month
from goldenthread.indicators.inputs import Inputs
from goldenthread.indicators.kinds import (
    CANNOT,
    MET,
    NOT_MET,
    OPEN,
    RECENT,
    Indicator,
    Kind,
)

PERCENT, PER = 100.0, 10_000
VALUE, NOBODY = "value", "nobody to count"
WHOLE = None
NO_TEAM = ""
COUNTED = {"met": MET, "not_met": NOT_MET, "cannot": CANNOT, "still_open": OPEN, "recent": RECENT}
SUMS = (*COUNTED, "amount")


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One figure: an indicator of an authority, or of one of its teams, in one month.

    Attributes:
        team:        the team as the extract calls it, "" for cases of no team, None for the whole.
        month:       the first day of the month; None for cases whose day cannot be read.
        numerator:   cases that met; for a mean the sum of the amounts.
        denominator: cases that met or did not; for a count the children of the area.
        value:       a percentage, a count or a mean.
        state:       "value", or why there is none.
        cannot, still_open, recent: cases that are in neither number, by why.
        per_10_000:  of a count, how many for each 10,000 children of the area, where that is known.
        families:    how many families the children who met belong to, where that is counted.
        reason:      what is missing, where no load carries what the indicator needs, or where the
                     loads do not tell everything of the month.
    """

    indicator: str
    version: int
    authority: str
    team: str | None
    month: date | None
    numerator: float | None = None
    denominator: float | None = None
    value: float | None = None
    state: str = NOBODY
    cannot: int = 0
    still_open: int = 0
    recent: int = 0
    per_10_000: float | None = None
    families: int | None = None
    reason: str = ""


def cases(indicator: Indicator, inputs: Inputs) -> ir.Table:
    """Each case with what became of it as `outcome` and, for a mean, its `amount`."""
    population = indicator.population(inputs)
    found = population.mutate(outcome=indicator.outcome(population))
    if indicator.amount is None:
        return found
    return found.mutate(amount=indicator.amount(found).cast("float64"))


def counts(indicator: Indicator, inputs: Inputs, *, by_team: bool) -> ir.Table:
    """How many cases had each outcome, by authority, month and, if asked for, team.

    Nothing runs until the caller executes the expression. Columns: `authority`, `month`, `team`
    (if asked for), `met`, `not_met`, `cannot`, `still_open`, `recent`, `amount` (the sum of what
    met) and `families`.
    """
    found = cases(indicator, inputs)
    by = ["authority", "month", *(["team"] if by_team else [])]
    one: Any = found.weight if "weight" in found.columns else 1
    sums = {name: _how_many(found.outcome == outcome, one) for name, outcome in COUNTED.items()}
    amount = found.amount if indicator.amount is not None else ibis.literal(0.0)
    sums["amount"] = (found.outcome == MET).ifelse(amount, 0.0).cast("float64").sum()
    if "family" in found.columns:
        sums["families"] = (found.outcome == MET).ifelse(found.family, None).nunique()
    return found.aggregate(by=by, **sums)


def _how_many(has_it: ir.BooleanValue, one: Any) -> ir.NumericValue:
    """How many cases have an outcome; a case that stands for several has a weight."""
    if isinstance(one, int):
        return has_it.ifelse(one, 0).sum()
    return has_it.ifelse(one.fill_null(1.0), 0.0).cast("float64").sum()


def figures(indicator: Indicator, inputs: Inputs, *, by_team: bool = False) -> list[Figure]:
    """The figures of the whole of each authority for each month and, if asked for, of its teams.

    A month in which a whole has no case stands with "nobody to count".
    """
    rows = counts(indicator, inputs, by_team=True).to_pyarrow().to_pylist()
    areas = _areas(indicator, inputs)
    made = [_figure(indicator, row, WHOLE, areas) for row in _wholes(indicator, inputs, rows)]
    made += _nobody(indicator, made, inputs)
    if by_team:
        made += [_figure(indicator, row, row["team"] or NO_TEAM, areas) for row in rows]
    return sorted((_within_reach(indicator, inputs, one) for one in made), key=_order)


# Tables that tell who children are and not what happened on a day.
WITHOUT_DAYS = frozenset({"children", "families", "disabilities"})


def _within_reach(indicator: Indicator, inputs: Inputs, figure: Figure) -> Figure:
    """The figure, unless the loads do not tell everything of its month."""
    if figure.month is None:
        return figure
    last_day = min(last_of_month(figure.month.year, figure.month.month), inputs.span.as_at)
    needed = [(figure.authority, table) for table in indicator.needs if table not in WITHOUT_DAYS]
    until = min((inputs.known_to.get(one, last_day) for one in needed), default=last_day)
    since = max((inputs.known_from.get(one) or date.min for one in needed), default=date.min)
    if until < last_day:
        return _unknown(figure, f"The loads tell nothing after {until.isoformat()}.")
    if last_day < since:
        return _unknown(figure, f"The loads tell everything from {since.isoformat()} on only.")
    if figure.month < since:
        reason = f"The loads tell everything from {since.isoformat()} on only, within the month."
        return replace(figure, reason=reason)
    return figure


def _unknown(figure: Figure, reason: str) -> Figure:
    return replace(
        figure,
        numerator=None,
        denominator=None,
        value=None,
        per_10_000=None,
        families=None,
        state=CANNOT,
        reason=reason,
    )


def _wholes(
    indicator: Indicator, inputs: Inputs, rows: Sequence[dict[str, Any]]
) -> list[dict[str, Any]]:
    """The counts of each authority and month: those of its teams together.

    Families are counted anew, since one may have children with several teams.
    """
    if rows and "families" in rows[0]:
        return list(counts(indicator, inputs, by_team=False).to_pyarrow().to_pylist())
    found: dict[tuple[str, date | None], dict[str, Any]] = {}
    for row in rows:
        whole = found.setdefault(
            (row["authority"], row["month"]),
            {"authority": row["authority"], "month": row["month"], **dict.fromkeys(SUMS, 0)},
        )
        for name in SUMS:
            whole[name] += row[name]
    return list(found.values())


def _order(figure: Figure) -> tuple[str, bool, str, str]:
    team = figure.team
    return figure.authority, team is not None, team or "", str(figure.month or "")


def _nobody(indicator: Indicator, made: Iterable[Figure], inputs: Inputs) -> Iterator[Figure]:
    have = {(figure.authority, figure.month) for figure in made}
    authorities = {authority for authority, _ in have}
    for authority in sorted(authorities):
        for row in inputs.span.rows():
            if (authority, row["month"]) not in have:
                yield Figure(
                    indicator=indicator.id,
                    version=indicator.version,
                    authority=authority,
                    team=WHOLE,
                    month=row["month"],
                )


def _areas(indicator: Indicator, inputs: Inputs) -> Mapping[tuple[str, date], float]:
    """How many children live in each authority, by month, where the council has said so."""
    if not indicator.rate:
        return {}
    rule = inputs.rules.filter(inputs.rules.rule == "population_0_17")
    rules = rule.to_pyarrow().to_pylist()
    return {
        (each["authority"], row["month"]): each["value"]
        for row in inputs.span.rows()
        for each in rules
        if each["from_day"] <= row["last_day"]
        and (each["to_day"] is None or each["to_day"] >= row["last_day"])
    }


def _figure(
    indicator: Indicator,
    row: Mapping[str, Any],
    team: str | None,
    areas: Mapping[tuple[str, date], float],
) -> Figure:
    numerator, denominator, value = _value(indicator, row, areas if team is WHOLE else {})
    return Figure(
        indicator=indicator.id,
        version=indicator.version,
        authority=row["authority"],
        team=team,
        month=row["month"],
        numerator=numerator,
        denominator=denominator,
        value=value,
        state=VALUE if value is not None else _why_none(row),
        cannot=row["cannot"],
        still_open=row["still_open"],
        recent=row["recent"],
        per_10_000=PER * row["met"] / denominator if indicator.rate and denominator else None,
        families=row.get("families"),
    )


def _value(
    indicator: Indicator, row: Mapping[str, Any], areas: Mapping[tuple[str, date], float]
) -> tuple[float | None, float | None, float | None]:
    met, counted = row["met"], row["met"] + row["not_met"]
    if indicator.kind is Kind.SHARE:
        return met, counted, PERCENT * met / counted if counted else None
    if indicator.kind is Kind.MEAN:
        return row["amount"], met, row["amount"] / met if met else None
    return met, areas.get((row["authority"], row["month"])), met if counted else None


def _why_none(row: Mapping[str, Any]) -> str:
    unworked = ("cannot", "still_open", "recent")
    return next((COUNTED[name] for name in unworked if row[name]), NOBODY)


def behind(
    indicator: Indicator,
    inputs: Inputs,
    *,
    authority: str,
    month: date | None,
    team: str | None = None,
) -> list[dict[str, Any]]:
    """The cases behind a figure: `child`, `case`, `team`, `outcome`, by outcome and case.

    With `family` where families are counted, and `amount` where it is a mean.
    """
    found = cases(indicator, inputs)
    wanted = found.filter(found.authority == authority)
    wanted = wanted.filter(
        wanted.month.isnull() if month is None else wanted.month == ibis.literal(month)
    )
    if team is not None:
        wanted = wanted.filter(wanted.team.fill_null("") == team)
    more = [name for name in ("family", "amount") if name in found.columns]
    shown = ["child", "case", "team", "outcome", *more]
    return list(wanted.select(*shown).order_by(["outcome", "case"]).to_pyarrow().to_pylist())
