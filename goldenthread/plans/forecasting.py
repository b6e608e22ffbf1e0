"""How forecasts turned out, by service and by workstream, never by person. No table is asked."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

# A group of fewer people would be a figure about a person.
FEWEST_PEOPLE = 3


@dataclass(frozen=True)
class Ended:
    """An action that is done: its group, who led it, its last forecast, the day it was done."""

    group: str
    person: int | None
    forecast: date
    done: date


@dataclass(frozen=True, kw_only=True)
class TurnedOut:
    """How many actions of a group were done by their last forecast, and how many after it."""

    group: str
    by_then: int
    later: int


def turned_out(rows: Iterable[Ended]) -> tuple[list[TurnedOut], int]:
    """The groups in alphabetical order, and how many are not shown for having too few people.

    An action that nobody led adds to the counts and to no number of people.
    """
    groups: dict[str, list[Ended]] = defaultdict(list)
    for row in rows:
        groups[row.group].append(row)
    shown = {name: found for name, found in groups.items() if _people(found) >= FEWEST_PEOPLE}
    told = [
        TurnedOut(
            group=name,
            by_then=sum(one.done <= one.forecast for one in found),
            later=sum(one.done > one.forecast for one in found),
        )
        for name, found in sorted(shown.items())
    ]
    return told, len(groups) - len(shown)


def _people(rows: Iterable[Ended]) -> int:
    return len({row.person for row in rows if row.person is not None})
