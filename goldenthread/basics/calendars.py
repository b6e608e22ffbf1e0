"""Which days count: the working-day definitions of the law, and local ones, as data."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from types import MappingProxyType

import holidays

from goldenthread.basics.errors import UserFacingError
from goldenthread.basics.periods import Period

# The span for which bank holidays are certain. 2028 is the last year in the list that GOV.UK
# publishes (www.gov.uk/bank-holidays); it is added to once a year, towards the end of the
# year. When the list grows: move the last day, and the table in `tests/test_calendars.py`.
KNOWN = Period(date(2008, 1, 1), date(2028, 12, 31))
LAST_PUBLISHED_HOLIDAY = date(2028, 12, 26)

ENGLAND_AND_WALES, SCOTLAND, NORTHERN_IRELAND = "ENG", "SCT", "NIR"
SATURDAY = 5
BOXING_DAY = (12, 26, "Boxing Day")


@dataclass(frozen=True)
class Closure:
    """Days on which a place is shut, such as a school's half term."""

    period: Period
    why: str


@dataclass(frozen=True)
class Calendar:
    """Which days count towards a clock, and whose definition that is.

    Attributes:
        name:       the short name, as given at the command line.
        title:      the name for people.
        source:     the law or the practice that it comes from, with any reading we made.
        unit:       what one counted day is called: "working day" or "day".
        territory:  whose bank holidays do not count; None where bank holidays count.
        weekends:   whether Saturdays and Sundays count.
        named_days: (month, day, name) that never count, whatever the bank holidays are.
        closures:   further spans that do not count.
        also_called: other names that the command line accepts.
    """

    name: str
    title: str
    source: str
    unit: str = "working day"
    territory: str | None = None
    weekends: bool = False
    named_days: tuple[tuple[int, int, str], ...] = ()
    closures: tuple[Closure, ...] = ()
    also_called: tuple[str, ...] = ()

    def counts(self, day: date) -> bool:
        """Whether the day counts."""
        return self.why_not(day) is None

    def why_not(self, day: date) -> str | None:
        """Why the day does not count, in words; None when it counts."""
        if day.weekday() >= SATURDAY and not self.weekends:
            return f"{day:%A}"
        if self.territory and (holiday := _holidays(self.territory, day.year).get(day)):
            return holiday
        for month, number, name in self.named_days:
            if (day.month, day.day) == (month, number):
                return name
        return next((closure.why for closure in self.closures if day in closure.period), None)

    def is_certain(self, day: date) -> bool:
        """Whether the holidays around that day are known rather than expected."""
        return self.territory is None or day in KNOWN

    def with_closures(self, closures: Iterable[Closure], *, name: str, title: str) -> "Calendar":
        """This calendar without some days more, for example a school's holidays."""
        closures = (*self.closures, *closures)
        return replace(self, name=name, title=title, closures=closures, also_called=())


# The regulations say "a bank holiday in England and Wales"; Good Friday and Christmas Day are
# holidays by common law and are named, and the library lists them with the bank holidays.
ACTION_PLANS = Calendar(
    name="si-2007-462",
    title="working days for action plans, England and Wales",
    source="SI 2007/462 reg 1(2): not Saturday, Sunday, Christmas Day, Good Friday or a bank "
    "holiday in England and Wales under the Banking and Financial Dealings Act 1971",
    territory=ENGLAND_AND_WALES,
    also_called=("england-and-wales", "england", "ew", "working-days", "2007/462"),
)
COMPLAINTS = Calendar(
    name="si-2006-1738",
    title="working days for complaints, England",
    source="SI 2006/1738 reg 2: as SI 2007/462 with Boxing Day by name, and “a bank holiday "
    "under the Banking and Financial Dealings Act 1971” without a territory. Our reading: a "
    "bank holiday in England and Wales, because reg 1(2) applies the regulations to England "
    "only and the Act sets bank holidays by territory",
    territory=ENGLAND_AND_WALES,
    named_days=(BOXING_DAY,),
    also_called=("complaints", "2006/1738"),
)
WEEKDAYS = Calendar(
    name="weekdays",
    title="Monday to Friday, bank holidays count as working days",
    source="A local choice; some case systems count in this way",
    also_called=("flat", "no-holidays", "bank-holidays-count"),
)
SCOTTISH = Calendar(
    name="scotland",
    title="working days, Scotland",
    source="Bank holidays in Scotland; for comparison only",
    territory=SCOTLAND,
)
NORTHERN_IRISH = Calendar(
    name="northern-ireland",
    title="working days, Northern Ireland",
    source="Bank holidays in Northern Ireland; for comparison only",
    territory=NORTHERN_IRELAND,
)
EVERY_DAY = Calendar(
    name="every-day",
    title="every day counts, weekends and bank holidays too",
    source="Calendar days",
    unit="day",
    weekends=True,
    also_called=("calendar-days", "calendar", "days", "all-days", "local"),
)

CALENDARS = (ACTION_PLANS, COMPLAINTS, WEEKDAYS, SCOTTISH, NORTHERN_IRISH, EVERY_DAY)


def local(
    *, name: str, weekends: bool, bank_holidays: bool, closures: Iterable[Closure] = ()
) -> Calendar:
    """A council's own choice of the days that count, for a clock of its own.

    Args:
        name:          what the council calls it.
        weekends:      whether Saturdays and Sundays count.
        bank_holidays: whether bank holidays count.
        closures:      spans that do not count, such as a school's holidays.
    """
    counted = "count" if bank_holidays else "do not count"
    return Calendar(
        name=name,
        title=f"{name}: bank holidays {counted}, weekends {'' if weekends else 'do not '}count",
        source="A local choice",
        unit="day" if weekends else "working day",
        territory=None if bank_holidays else ENGLAND_AND_WALES,
        weekends=weekends,
        closures=tuple(closures),
    )


def named(name: str) -> Calendar:
    """The calendar of that name, in any case and punctuation.

    Raises:
        UserFacingError: there is none; the text lists those that there are.
    """
    for calendar in CALENDARS:
        if folded(name) in map(folded, (calendar.name, *calendar.also_called)):
            return calendar
    known = ", ".join(calendar.name for calendar in CALENDARS)
    raise UserFacingError(f"Calendar “{name}”: There is none of that name. Choose one of: {known}.")


def folded(name: str) -> str:
    """A name without case and punctuation, to compare it with another."""
    return "".join(letter for letter in name.casefold() if letter.isalnum())


@cache
def _holidays(territory: str, year: int) -> Mapping[date, str]:
    """The bank holidays of a year with their names.

    Built whole before anybody sees it: the library fills itself on first look, and a
    second thread that looked meanwhile would miss a holiday.
    """
    found = holidays.country_holidays("GB", subdiv=territory, years=year, language="en_GB")
    return MappingProxyType(
        {day: name.replace("(observed)", "(substitute day)") for day, name in found.items()}
    )
