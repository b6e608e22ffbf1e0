"""What an indicator is given: the tables as they stood on a day, the months, calendars, rules."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

import ibis
import ibis.expr.types as ir

from goldenthread.basics.days import add_months, last_of_month
from goldenthread.tables.catalogue import TABLES
from goldenthread.tables.columns import Kind

# Days that lie ahead by their nature: they are not cut at the day of the figures.
AHEAD = frozenset({"due_on", "target_date"})


@dataclass(frozen=True)
class Span:
    """The months to report on: `months` of them, the last one being that of `as_at`."""

    as_at: date
    months: int

    @property
    def first_day(self) -> date:
        """The first day of the first month."""
        return add_months(self.as_at.replace(day=1), 1 - self.months)

    def rows(self) -> list[dict[str, date]]:
        """One row a month: its first day as `month`, its `last_day`, at most `as_at`; and
        `year_first`, the first day of the twelve months that end on `last_day`.
        """
        firsts = [add_months(self.first_day, number) for number in range(self.months)]
        return [_month(first, self.as_at) for first in firsts]


def _month(first: date, as_at: date) -> dict[str, date]:
    last = min(last_of_month(first.year, first.month), as_at)
    year_first = add_months(last, -12)
    year_first = date.fromordinal(year_first.toordinal() + 1)
    if last == last_of_month(last.year, last.month):
        year_first = add_months(first, -11)
    return {"month": first, "last_day": last, "year_first": year_first}


@dataclass(frozen=True)
class Inputs:
    """The tables as they stood on `span.as_at`, and what goes with them.

    Attributes:
        span:      the months to report on.
        tables:    each table of the data model that is loaded, with `authority` (its code),
                   `complete_from` (the first day that the loads tell everything of; empty where
                   they tell all there is) and `unreadable` (columns whose cells could not be read).
        months:    one row a month: `month`, `last_day`, `year_first`, as `Span.rows` gives them.
        days:      one row a day of the years for which holidays are known: `day`, `working` (how
                   many working days in England and Wales there were up to and with it) and
                   `complaints` (the same by the calendar for complaints).
        rules:     the councils' own rules: `authority`, `rule`, `value`, `from_day`, `to_day`
                   (the last day, or empty).
        reach:     from which day the loads tell everything of a table: `authority`, `of_table`,
                   `known_from` (empty where they tell all there is).
        known_from: the same, by authority and table.
        known_to:  the day that the newest load of a table is of, by authority and table.
        keep:      has the engine work a table out and keep it under a name.
        kept:      what it has kept so far.
    """

    span: Span
    tables: Mapping[str, ir.Table]
    months: ir.Table
    days: ir.Table
    rules: ir.Table
    reach: ir.Table
    known_from: Mapping[tuple[str, str], date | None]
    known_to: Mapping[tuple[str, str], date]
    keep: Callable[[str, ir.Table], ir.Table]
    kept: dict[str, ir.Table] = field(default_factory=dict)

    def once(self, name: str, build: Callable[[], ir.Table]) -> ir.Table:
        """What several indicators ask for, worked out by the engine when it is first asked for."""
        if name not in self.kept:
            self.kept[name] = self.keep(name, build())
        return self.kept[name]

    def __getitem__(self, name: str) -> ir.Table:
        """A table as it stood on the day: what came after is not known yet.

        A row that began later is left out; any other day that came later is empty.
        """
        return self.once(name, lambda: self._on_the_day(name))

    def _on_the_day(self, name: str) -> ir.Table:
        table = self.tables[name]
        as_at = ibis.literal(self.span.as_at)
        begins = TABLES[name].begins
        if begins:
            table = table.filter(table[begins].isnull() | (table[begins] <= as_at))
        days = [
            column.name
            for column in TABLES[name].columns
            if column.kind is Kind.DAY and column.name not in AHEAD | {begins}
        ]
        return table.mutate(**{day: (table[day] <= as_at).ifelse(table[day], None) for day in days})

    def counted_in_month_of(self, rows: ir.Table, day: str) -> ir.Table:
        """The rows whose `day` lies in the months, with its `month`.

        A row whose day stood there and could not be read stays, with no month.
        """
        lost = rows[day].isnull() & is_unreadable(rows, day)
        within = rows[day].between(self.span.first_day, self.span.as_at)
        return rows.filter(within | lost).mutate(month=rows[day].truncate("M").cast("date"))

    def open_at_month_ends(self, rows: ir.Table, *, start: str, end: str) -> ir.Table:
        """A row for each month at whose last day it was open, with `month` and `last_day`.

        It is open if it began by then and did not end by then: one that ends on the day is over.
        A row whose start or end stood there and could not be read stays, with no month.
        """
        months = self.months
        was_open = rows.join(
            months,
            [
                rows[start] <= months.last_day,
                rows[end].isnull() | (rows[end] > months.last_day),
                ~_lost(rows, start, end),
            ],
        )
        lost = rows.filter(_lost(rows, start, end)).mutate(
            month=ibis.null("date"), last_day=ibis.null("date"), year_first=ibis.null("date")
        )
        return was_open.union(lost.select(*was_open.columns))

    def month_of_figures(self) -> ir.DateValue:
        """The month of `as_at`, for cases that are open now and belong to no month before."""
        return ibis.literal(self.span.as_at.replace(day=1))

    def with_rule(self, rows: ir.Table, rule: str, day: str, name: str) -> ir.Table:
        """The rows with the council's own value of a rule on a day, as column `name`.

        It is empty where the council has not set the rule for that day.
        """
        rules = self.rules.filter(self.rules.rule == rule).select(
            rule_authority="authority", rule_from="from_day", rule_to="to_day", **{name: "value"}
        )
        joined = rows.left_join(
            rules,
            [
                rows.authority == rules.rule_authority,
                rows[day] >= rules.rule_from,
                rules.rule_to.isnull() | (rows[day] <= rules.rule_to),
            ],
        )
        return joined.drop("rule_authority", "rule_from", "rule_to")

    def with_reach(self, rows: ir.Table, table: str, name: str) -> ir.Table:
        """The rows with the day from which the loads tell everything of a table, as `name`."""
        reach = self.reach.filter(self.reach.of_table == table)
        reach = reach.select(reach_authority="authority", **{name: "known_from"})
        joined = rows.left_join(reach, rows.authority == reach.reach_authority)
        return joined.drop("reach_authority")

    def with_working_days(
        self, rows: ir.Table, *, start: str, stop: str, name: str, calendar: str = "working"
    ) -> ir.Table:
        """The rows with the number of working days from `start` (day 0) to `stop`, as `name`.

        It is empty where a day is missing or lies outside the years whose holidays are known,
        and where `stop` lies before `start`.
        """
        days = self.days
        first = days.select(first_day="day", first_count=calendar)
        last = days.select(last_day_counted="day", last_count=calendar)
        joined = rows.left_join(first, rows[start] == first.first_day)
        joined = joined.left_join(last, joined[stop] == last.last_day_counted)
        in_order = joined[stop] >= joined[start]
        counted = joined.mutate(
            **{name: in_order.ifelse(joined.last_count - joined.first_count, None)}
        )
        return counted.drop("first_day", "first_count", "last_day_counted", "last_count")


def with_latest(rows: ir.Table, events: ir.Table, *, day: str, name: str) -> ir.Table:
    """The rows with the day of the child's latest event up to and with `last_day`, as `name`.

    It is empty where there was none. Rows and events are put in one order by child and day, so
    that a child with many of both costs no more than their number.
    """
    empty = {
        column: ibis.null(kind)
        for column, kind in rows.schema().items()
        if column not in ("authority", "child")
    }
    asked = rows.mutate(at=rows.last_day, happened=ibis.null("date"), place=1)
    told = events.select(
        "authority", "child", **empty, at=events[day], happened=events[day], place=0
    )
    both = asked.union(told.select(*asked.columns))
    before = ibis.cumulative_window(group_by=["authority", "child"], order_by=["at", "place"])
    found = both.mutate(**{name: both.happened.max().over(before)})
    return found.filter(found.place == 1).drop("at", "happened", "place")


def is_unreadable(rows: ir.Table, *columns: str) -> ir.BooleanValue:
    """Whether a cell of these columns stood there and could not be read."""
    marked = ibis.literal(",") + rows.unreadable.fill_null("") + ","
    found = [marked.contains(f",{column},") for column in columns]
    return ibis.or_(*found)


def _lost(rows: ir.Table, start: str, end: str) -> ir.BooleanValue:
    missing_start = rows[start].isnull() & is_unreadable(rows, start)
    return missing_start | (rows[end].isnull() & is_unreadable(rows, end))


def months_later(day: ir.DateValue, months: int) -> ir.DateValue:
    """The corresponding date some months later or, below nought, earlier (clock rule K4)."""
    step = ibis.interval(months=abs(months))
    return (day + step if months >= 0 else day - step).cast("date")


def days_between(start: ir.DateValue, stop: ir.DateValue) -> ir.IntegerValue:
    """Calendar days from `start`, day 0, to `stop`."""
    return stop.delta(start, unit="day")


def only_first(rows: ir.Table, *, of: tuple[str, ...], by: tuple[str, ...]) -> ir.Table:
    """Of the rows alike in `of`, the first in the order of `by`."""
    place = ibis.row_number().over(ibis.window(group_by=list(of), order_by=list(by)))
    return (
        rows.mutate(place_in_order=place)
        .filter(lambda t: t.place_in_order == 0)
        .drop("place_in_order")
    )
