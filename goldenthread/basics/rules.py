"""The nine clock rules by name, so that a deadline can say as data which one it follows."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from goldenthread.basics import clocks
from goldenthread.basics.calendars import ACTION_PLANS, EVERY_DAY, Calendar, folded
from goldenthread.basics.due import Due
from goldenthread.basics.errors import UserFacingError
from goldenthread.basics.hours import within_hours
from goldenthread.basics.periods import Period


@dataclass(frozen=True)
class Rule:
    """A clock rule: its code, its names, how the law words it, and what it can be asked.

    `calendar` is the one used when none is chosen; None for a rule that always counts
    every day.
    """

    code: str
    name: str
    wording: str
    unit: str
    count: Callable[..., Due]
    calendar: Calendar | None = None
    backwards: bool = False
    day_one: bool = False
    always_backwards: bool = False


RULES = (
    Rule(
        code="K1",
        name="working-days",
        wording="within N working days of X",
        unit="working days",
        count=clocks.within_working_days,
        calendar=ACTION_PLANS,
        backwards=True,
        day_one=True,
    ),
    Rule(
        "K2",
        "weeks-beginning-with",
        "within N weeks beginning with X",
        "weeks",
        clocks.weeks_beginning_with,
    ),
    Rule(
        "K3",
        "weeks",
        "at intervals of not more than N weeks",
        "weeks",
        clocks.weeks_after,
        backwards=True,
    ),
    Rule(
        "K4",
        "months",
        "not more than N months after X",
        "months",
        clocks.months_after,
        backwards=True,
    ),
    Rule("K5", "hours", "within N hours of X", "hours", within_hours, backwards=True),
    Rule(
        "K6",
        "local-days",
        "N days, on a calendar chosen locally",
        "days",
        clocks.local_days,
        calendar=EVERY_DAY,
        backwards=True,
    ),
    Rule(
        "K7",
        "clear-days",
        "N clear days before X",
        "clear days",
        clocks.clear_days_before,
        calendar=EVERY_DAY,
        always_backwards=True,
    ),
    Rule(
        "K8",
        "months-beginning-with",
        "within N months beginning with X",
        "months",
        clocks.months_beginning_with,
    ),
    Rule(
        "K9",
        "event",
        "N days from an event, open until the event has a day",
        "days",
        clocks.relative_to_event,
        calendar=EVERY_DAY,
        backwards=True,
    ),
)


def named(name: str) -> Rule:
    """The rule of that code or name, in any case and punctuation.

    Raises:
        UserFacingError: there is none; the text lists those that there are.
    """
    for rule in RULES:
        if folded(name) in (folded(rule.code), folded(rule.name)):
            return rule
    known = ", ".join(f"{rule.code} ({rule.name})" for rule in RULES)
    raise UserFacingError(f"Rule “{name}”: There is none of that name. Choose one of: {known}.")


def work_out(
    rule: Rule,
    start: date | Period | None,
    length: int,
    *,
    calendar: Calendar | None = None,
    backwards: bool = False,
    day_one: bool = False,
) -> Due:
    """What the rule answers. Only K9 takes a `Period`, in which its event is expected.

    Raises:
        UserFacingError: the rule cannot be asked this, or length or year cannot be meant.
    """
    _refuse_what_it_cannot(rule, start, backwards=backwards, day_one=day_one)
    options: dict[str, Any] = {}
    if rule.calendar is not None:
        options["calendar"] = calendar or rule.calendar
    if rule.backwards:
        options["backwards"] = backwards
    if rule.day_one:
        options["day_one"] = day_one
    due = rule.count(start, length, **options)
    if calendar is not None and rule.calendar is None:
        due = replace(due, notes=(*due.notes, _not_used(rule, calendar)))
    return due


def _refuse_what_it_cannot(
    rule: Rule, start: date | Period | None, *, backwards: bool, day_one: bool
) -> None:
    where = f"Rule {rule.code} ({rule.wording})"
    if isinstance(start, Period) and rule.code != "K9":
        raise UserFacingError(f"{where}: A span of days cannot be counted from. Give one day.")
    if backwards and not (rule.backwards or rule.always_backwards):
        raise UserFacingError(f"{where}: It cannot count backwards. Choose another rule.")
    if day_one and not rule.day_one:
        raise UserFacingError(
            f"{where}: Only K1 can be told to count the first day. Leave that choice out."
        )


def _not_used(rule: Rule, calendar: Calendar) -> str:
    return f"{rule.code} counts every day: the calendar “{calendar.name}” changes nothing."
