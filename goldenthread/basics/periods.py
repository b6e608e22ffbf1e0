"""A span of days, both ends included: years, quarters and months to report on."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from goldenthread.basics.days import add_months, last_of_month, without_weekday

ONE_DAY = timedelta(days=1)
MONTHS_IN_YEAR, MONTHS_IN_QUARTER, APRIL = 12, 3, 4


@dataclass(frozen=True, order=True)
class Period:
    """A span of days; `first_day` and `last_day` both belong to it.

    Raises:
        ValueError: the last day lies before the first.
    """

    first_day: date
    last_day: date

    def __post_init__(self) -> None:
        if self.last_day < self.first_day:
            raise ValueError(
                f"A period ends on or after its first day, got {self.first_day} to {self.last_day}"
            )

    @classmethod
    def month(cls, year: int, month: int) -> Self:
        """One calendar month; February has its 29th day in a leap year."""
        return cls(date(year, month, 1), last_of_month(year, month))

    @classmethod
    def quarter(cls, year: int, number: int) -> Self:
        """A quarter of the calendar year: 1 is January to March."""
        return cls._quarter_from(date(year, 1, 1), number)

    @classmethod
    def financial_quarter(cls, year: int, number: int) -> Self:
        """A quarter of the financial year that begins in April of `year`: 1 is April to June."""
        return cls._quarter_from(date(year, APRIL, 1), number)

    @classmethod
    def financial_year(cls, year: int) -> Self:
        """April of `year` to March of the next: 2016 is 2016-17."""
        return cls(date(year, APRIL, 1), last_of_month(year + 1, APRIL - 1))

    @classmethod
    def financial_year_of(cls, day: date) -> Self:
        """The financial year in which a day lies."""
        return cls.financial_year(day.year if day.month >= APRIL else day.year - 1)

    @classmethod
    def year_ending(cls, last_day: date) -> Self:
        """The twelve months that end on `last_day`, for example 31 March.

        A year that ends on 28 February of a leap year begins on 1 March: the year
        before it ended on 28 February too, and had no 29th.
        """
        day_after = last_day + ONE_DAY
        if (day_after.month, day_after.day) == (2, 29):
            day_after += ONE_DAY
        return cls(day_after.replace(year=day_after.year - 1), last_day)

    @property
    def days(self) -> int:
        """How many days, both ends included."""
        return (self.last_day - self.first_day).days + 1

    def __contains__(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day

    def __str__(self) -> str:
        return f"{without_weekday(self.first_day)} to {without_weekday(self.last_day)}"

    @classmethod
    def _quarter_from(cls, first_day_of_year: date, number: int) -> Self:
        if not 1 <= number <= MONTHS_IN_YEAR // MONTHS_IN_QUARTER:
            raise ValueError(f"A quarter is 1, 2, 3 or 4, got {number}")
        first_day = add_months(first_day_of_year, MONTHS_IN_QUARTER * (number - 1))
        return cls(first_day, add_months(first_day, MONTHS_IN_QUARTER) - ONE_DAY)
