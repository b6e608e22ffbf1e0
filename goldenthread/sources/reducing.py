"""Loads whose children are no longer kept: their figures stay, and say that they cannot be opened."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from goldenthread.basics.days import add_months
from goldenthread.engine import measuring, opening
from goldenthread.engine.measuring import Figure
from goldenthread.indicators.catalogue import INDICATORS
from goldenthread.indicators.inputs import Span
from goldenthread.people.models import Authority
from goldenthread.sources import known as knowing
from goldenthread.sources import loads
from goldenthread.sources.models import Load

FIGURES = "figures.json"
MONTHS_KEPT = 36


def due(authority: Authority, *, today: date, months: int) -> list[Load]:
    """The loads whose children are no longer to be kept: as at more than so many months ago."""
    oldest = add_months(today, -months)
    rows = Load.objects.filter(authority=authority, as_at__lt=oldest, reduced_at__isnull=True)
    return list(rows.select_related("authority").newest_first())


def figures_of(load: Load) -> list[Figure]:
    """Each figure of the load alone, by month and team, that its tables carry."""
    found = knowing.of_loads([load])
    span = Span(load.as_at, MONTHS_KEPT)
    rules = knowing.rules_of([load.authority])
    inputs = knowing.inputs(opening.duckdb(), found, span, rules)
    return [
        figure
        for indicator in INDICATORS.values()
        if not found.lacks(indicator, load.authority.code)
        for figure in measuring.figures(indicator, inputs, by_team=True)
    ]


def keep(load: Load, figures: Sequence[Figure]) -> None:
    """Write the figures beside what the load said of itself."""
    rows = [asdict(figure) for figure in figures]
    (loads.folder_of(load) / FIGURES).write_text(json.dumps(rows, default=str))


def kept(authority: Authority, *, as_at: date, months: int) -> Iterator[dict[str, Any]]:
    """The figures of the newest reduced load as at a day or before, each of them saying so."""
    rows = Load.objects.filter(
        authority=authority,
        reduced_at__isnull=False,
        withdrawn_at__isnull=True,
        as_at__lte=as_at,
    )
    first = Span(as_at, months).first_day.isoformat()
    seen: set[str] = set()
    for load in rows.select_related("authority").newest_first():
        told = json.loads((loads.folder_of(load) / FIGURES).read_text())
        new = {row["indicator"] for row in told} - seen
        for row in told:
            if row["indicator"] in new and (row["month"] is None or row["month"] >= first):
                yield {**row, "reason": reason(load), "load": load.pk}
        seen |= new


def reason(load: Load) -> str:
    """Why the children behind a figure can no longer be listed."""
    day = load.reduced_at.date().isoformat() if load.reduced_at else ""
    return f"Load {load.pk} was reduced to its figures on {day}: its children are no longer kept."
