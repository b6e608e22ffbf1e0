"""Rules in plain values: is a promised frequency kept, and was a meeting quorate."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.basics.days import add_months, without_weekday


@dataclass(frozen=True)
class Kept:
    """Whether a promised frequency is kept on a day, with the words; None is too early to say."""

    is_kept: bool | None
    had: int
    words: str


def kept(*, held: Sequence[date], times: int, months: int, since: date, on: date) -> Kept:
    """Count the days on which it was looked at, over the months that end on a day.

    Args:
        held:  the days of meetings that were held and had it on their agenda.
        times: how often it was promised within `months`.
        since: the first day of the promise. Before so many months have passed since, too few
               times is no breach yet.
        on:    the last day that is counted.
    """
    begins = add_months(on, -months)
    had = sum(begins < day <= on for day in held)
    said = f"{had} of {times} in the {_months(months)} to {without_weekday(on)}"
    if had >= times:
        return Kept(True, had, f"Kept: {said}.")
    if since > begins:
        over = without_weekday(add_months(since, months))
        return Kept(None, had, f"Too early to say until {over}: {said}.")
    return Kept(False, had, f"Not kept: {said}.")


def _months(months: int) -> str:
    return "month" if months == 1 else f"{months} months"


@dataclass(frozen=True)
class Member:
    """A seat and whether whoever holds it was there."""

    who: str
    counts: bool
    required: bool
    present: bool


def quorum(members: Sequence[Member], wanted: int | None) -> tuple[bool | None, str]:
    """Whether a meeting was quorate, and in words why; None where no quorum is set.

    Those who only attend do not count. A required role that is missing makes it not quorate.
    """
    there = sum(one.counts and one.present for one in members)
    missing = [one.who for one in members if one.required and not one.present]
    said = f"{there} of {sum(one.counts for one in members)} members present"
    if missing:
        return False, f"Not quorate: {said}; required and not there: {', '.join(missing)}."
    if wanted is None:
        if any(one.required for one in members):
            return True, f"Quorate: {said}; all who are required were there."
        return None, f"{said}. No quorum is set."
    if there < wanted:
        return False, f"Not quorate: {said}, {wanted} wanted."
    return True, f"Quorate: {said}, {wanted} wanted."


def forward(
    days: Sequence[date], *, last: date | None, times: int, months: int, since: date
) -> list[date]:
    """On which of the days to come something is due, so that it is looked at as often as promised.

    The first meeting in or after the month in which it is due; due again an even share of the
    months later, in months, since a third Tuesday falls on another date each time. What is
    overdue is due at the first of the days.

    Args:
        days:  on which the body meets, in order.
        last:  the day on which it was looked at last; None where never, which counts from `since`.
        times: how often within `months`.
    """
    share = max(months // times, 1)
    due = add_months(last, share) if last is not None else since
    found = []
    for day in days:
        if day >= due.replace(day=1):
            found.append(day)
            due = add_months(day, share)
    return found
