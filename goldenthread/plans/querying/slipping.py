"""Forecast slipped twice, or more often."""

from itertools import pairwise

from goldenthread.basics.days import without_weekday
from goldenthread.plans.querying.facts import Facts, Finding

TWICE = 2


def find(facts: Facts) -> list[Finding]:
    """One finding from the second forecast on that is later than the day before it.

    Each further slip is new facts. A forecast that was brought forward again is no slip.
    """
    days = [*([facts.due] if facts.due else []), *facts.forecasts]
    slips = [later for earlier, later in pairwise(days) if later > earlier]
    # What is done, or forecast in time again, slips no more.
    if facts.done or len(slips) < TWICE or days[-1] != slips[-1]:
        return []
    words = (
        f"The forecast has slipped {len(slips)} times, now to {without_weekday(slips[-1])}. "
        "What is different this time?"
    )
    return [Finding(words=words, facts=tuple(day.isoformat() for day in slips))]
