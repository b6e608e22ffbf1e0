"""Days as chance gives them: by season, again and again, not at weekends."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

# Fewer children are referred in the school holidays; by month.
SEASONS = (1.0, 1.0, 1.15, 0.85, 1.0, 1.1, 1.0, 0.45, 1.0, 1.1, 1.15, 0.75)


def season_day(chance: Random, since: date, until: date) -> date:
    """A day of the span; fewer fall into the school holidays."""
    span = (until - since).days + 1
    while True:
        day = since + timedelta(days=chance.randrange(span))
        if chance.random() * 1.2 < SEASONS[day.month - 1]:
            return day


def every(chance: Random, began: date, until: date, days: int, jitter: int) -> Iterator[date]:
    """Days about so many days apart, the first after `began`, none later than `until`."""
    day = began
    while True:
        late = chance.random() < 0.08
        day += timedelta(days=days - chance.randrange(jitter) + (days if late else 0))
        if day > until:
            return
        yield day


def weekday(day: date) -> date:
    """The day, or the Monday after it where it is at a weekend."""
    return day + timedelta(days=7 - day.weekday()) if day.weekday() > 4 else day
