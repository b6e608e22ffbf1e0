"""One statutory deadline with its count."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from goldenthread.basics import obligations, rules
from goldenthread.inspections.models import Obligation
from goldenthread.web import words
from goldenthread.web.components import Cell, Column, Table
from goldenthread.web.inspections.presenters.overview import Fact, counted

TO_CHECK = "To check: "
FROM = {
    "published": "Counted from the day of publication",
    "received": "Counted from the day of receipt",
    "event": "Counted from the day of the event",
}


@dataclass(frozen=True, kw_only=True)
class Deadline:
    """The duty with its source, its days, and a table for each day it is counted from.

    `can_count_first_day` says whether the first day may be counted as day 1.
    """

    duty: str
    facts: Sequence[Fact]
    warnings: Sequence[str]
    traces: Sequence[Table]
    can_count_first_day: bool
    first_day_counts: bool


def deadline_of(row: Obligation) -> Deadline:
    """A deadline as it stands."""
    duty = obligations.named(row.duty)
    rule = rules.named(duty.rule) if duty.rule else None
    return Deadline(
        duty=row.duty,
        facts=[
            Fact("Who", duty.who),
            Fact("When it arises", duty.trigger),
            Fact("Source", duty.source),
            Fact("Rule", _rule(duty), row.calendar),
            Fact("Counted", counted(row), row.basis or row.reason),
            Fact(
                "Stated",
                words.day(row.stated_on) if row.stated_on else "not entered",
                row.stated_printed,
            ),
            Fact("Difference", row.difference_words or "nothing to compare"),
        ],
        warnings=_warnings(duty, row),
        traces=[_trace(FROM.get(name, name), steps) for name, steps in row.trace.items() if steps],
        can_count_first_day=bool(rule and rule.day_one),
        first_day_counts=row.publication_day_counts,
    )


def _warnings(duty: obligations.Obligation, row: Obligation) -> list[str]:
    """What is to be checked, each once: a note of the count may repeat the duty's own."""
    notes = (str(note).removeprefix(TO_CHECK) for note in row.notes)
    return [one for one in dict.fromkeys((duty.to_check, *notes)) if one]


def _rule(duty: obligations.Obligation) -> str:
    if not duty.rule:
        return duty.reason
    return f"{duty.length} {duty.unit} ({rules.named(duty.rule).code})"


def _trace(caption: str, steps: Sequence[Mapping[str, Any]]) -> Table:
    return Table(
        caption=caption,
        columns=[
            Column(heading="Day"),
            Column(heading="Number", numeric=True),
            Column(heading="Why"),
        ],
        rows=[
            [
                Cell(
                    f"{date.fromisoformat(step['day']):%A} {words.day(date.fromisoformat(step['day']))}"
                ),
                Cell("–" if step["n"] is None else words.number(step["n"])),
                Cell(step["why"]),
            ]
            for step in steps
        ],
    )
