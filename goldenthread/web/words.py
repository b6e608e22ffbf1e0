"""Dates and numbers as people read them."""

from datetime import date, datetime
from decimal import Decimal

from django.utils import timezone

Number = int | float | Decimal


def day(value: date | datetime) -> str:
    """A day as '16 May 2016'; of a moment, the day in London."""
    if isinstance(value, datetime):
        value = timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return f"{value.day} {value:%B %Y}"


def moment(value: datetime) -> str:
    """A moment as '16 May 2016, 09:05', in London."""
    local = timezone.localtime(value)
    return f"{day(local)}, {local:%H:%M}"


def number(value: Number) -> str:
    """A number with commas between thousands and a true minus sign: '1,204', '−3.5'."""
    return f"{value:,}".replace("-", "\N{MINUS SIGN}")


def percent(numerator: int, denominator: int) -> str:
    """A share with one decimal, '57.1%', or why there is none."""
    if denominator == 0:
        return "cannot be worked out: nobody to count"
    return f"{100 * numerator / denominator:.1f}%"


def counted(count: int, one: str, many: str = "") -> str:
    """A count with its noun: '1 action', '68 actions'."""
    return f"{number(count)} {one if count == 1 else many or one + 's'}"
