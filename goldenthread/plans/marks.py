"""Marks of an action, with counts of their own; never a colour. No table is asked."""

from dataclasses import dataclass
from datetime import timedelta

from goldenthread.basics.days import without_weekday
from goldenthread.plans import rungs
from goldenthread.plans.status import SHIPPED, Facts, Rules

SILENT, NO_LOCAL_DATE, WAITING, NO_TEST, ONLY_DONE, NOT_SPECIFIED = (
    "no update",
    "no local date",
    "waiting for a check",
    "no test",
    "only done tests",
    "not specified",
)
NO_CHANGES_TOLD = 3


@dataclass(frozen=True)
class Mark:
    """A mark and its words."""

    code: str
    words: str


def marks(facts: Facts, rules: Rules = SHIPPED) -> tuple[Mark, ...]:
    """The marks of an action on a day."""
    tests = facts.standing.tests
    found = (
        (is_silent(facts, rules), Mark(SILENT, _silence(facts))),
        (not facts.local_date, Mark(NO_LOCAL_DATE, "no local date")),
        (facts.waiting_since is not None, Mark(WAITING, _waiting(facts))),
        (not tests, Mark(NO_TEST, "no test")),
        (is_only_done(facts), Mark(ONLY_DONE, "its tests show only that something was done")),
        (facts.delivery == rungs.TO_BE_AGREED, Mark(NOT_SPECIFIED, "not specified")),
    )
    return tuple(mark for holds, mark in found if holds)


def is_silent(facts: Facts, rules: Rules) -> bool:
    """Nobody said anything for too long; what is closed or not due to start need not speak."""
    waits = facts.starts_on is not None and facts.starts_on > facts.day
    if facts.delivery in (*rungs.CLOSED, rungs.TO_BE_AGREED) or waits or facts.updated_on is None:
        return False
    return facts.updated_on + timedelta(days=rules.silence_days) < facts.day


def is_only_done(facts: Facts) -> bool:
    """It has tests, and all of them ask for a product."""
    tests = facts.standing.tests
    return bool(tests) and all(test.kind == "done" for test in tests)


def no_change_words(times: int) -> str:
    """'No change' as it is printed: from the third in a row on it says so."""
    if times < NO_CHANGES_TOLD:
        return "no change, still on course"
    return f"no change, still on course (said {times} times in a row)"


def _silence(facts: Facts) -> str:
    days = (facts.day - (facts.updated_on or facts.day)).days
    return f"no update for {days} days"


def _waiting(facts: Facts) -> str:
    since = facts.waiting_since
    return f"waiting for a check since {without_weekday(since)}" if since else ""
