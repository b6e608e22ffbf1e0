"""Days: corresponding dates, ends of months, and how a day is written for people."""

import calendar
from datetime import date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def last_of_month(year: int, month: int) -> date:
    """The last day of a month; 29 February in a leap year."""
    return date(year, month, calendar.monthrange(year, month)[1])


def add_months(day: date, months: int) -> date:
    """The corresponding date `months` later (earlier when negative).

    Where the month has no such day, its last day: 30 November and three months is
    28 February, or 29 February in a leap year.
    """
    end = _end_of_month_after(day, months)
    return end.replace(day=min(day.day, end.day))


def has_corresponding_day(day: date, months: int) -> bool:
    """Whether the month that lies `months` later has a day of that number."""
    return day.day <= _end_of_month_after(day, months).day


def apart_in_words(before: date, after: date) -> str:
    """How far apart two days are: "+3 months" where they are whole months apart, else "+14 days".

    From the end of a month to the end of another are whole months.
    """
    months = (after.year - before.year) * 12 + after.month - before.month
    both_end = all(day == last_of_month(day.year, day.month) for day in (before, after))
    if months and (both_end or add_months(before, months) == after):
        return _signed(months, "month")
    return _signed((after - before).days, "day")


def _signed(number: int, unit: str) -> str:
    return f"{number:+} {unit}{'' if abs(number) == 1 else 's'}"


def as_day(moment: date) -> date:
    """The day in London of a day or a timestamp; a timestamp without a zone is London time."""
    return in_london(moment).date() if isinstance(moment, datetime) else moment


def in_london(moment: datetime) -> datetime:
    """A timestamp in London time; one without a zone is taken to be London time already."""
    return moment.astimezone(LONDON) if moment.tzinfo else moment.replace(tzinfo=LONDON)


def in_words(day: date) -> str:
    """A day for people: "Tuesday 23 August 2016"."""
    return f"{day:%A} {day.day} {day:%B %Y}"


def without_weekday(day: date) -> str:
    """A day for people, short: "23 August 2016"."""
    return f"{day.day} {day:%B %Y}"


def _end_of_month_after(day: date, months: int) -> date:
    index = day.year * 12 + day.month - 1 + months
    return last_of_month(index // 12, index % 12 + 1)
