"""Whether the latest visit or meeting lies within the interval that the council set itself."""

import ibis
import ibis.expr.types as ir

from goldenthread.indicators.inputs import days_between, is_unreadable
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, RECENT


def with_lost(rows: ir.Table, events: ir.Table, day: str) -> ir.Table:
    """The rows with the number of the child's events whose day cannot be read, as `lost`."""
    events = events.filter(events[day].isnull() & is_unreadable(events, day))
    found = events.group_by(["authority", "child"]).aggregate(lost=events.count())
    found = found.select("lost", of_authority="authority", of_child="child")
    joined = rows.left_join(
        found, [rows.authority == found.of_authority, rows.child == found.of_child]
    )
    return joined.drop("of_authority", "of_child")


def in_interval(
    rows: ir.Table, *, began: ir.DateValue, latest: ir.DateValue, allowed: ir.NumericValue
) -> ir.StringValue:
    """The latest one since the case began lies at most `allowed` days before `last_day`.

    A case that is not older than that is too recent, so that one within it came after the case
    began. Where the latest one is not told, and one may lie before `known_from` or is `lost`, it
    cannot be worked out.
    """
    since = days_between(latest, rows.last_day)
    age = days_between(began, rows.last_day)
    return ibis.cases(
        (rows.month.isnull() | allowed.isnull(), CANNOT),
        (age <= allowed, RECENT),
        ((since <= allowed).fill_null(False), MET),
        ((rows.lost > 0).fill_null(False) | _is_unknown(rows, latest, allowed), CANNOT),
        else_=NOT_MET,
    )


def _is_unknown(rows: ir.Table, latest: ir.DateValue, allowed: ir.NumericValue) -> ir.BooleanValue:
    """Whether one may lie where the loads do not reach."""
    known, last_day = rows.known_from, rows.last_day
    never = latest.isnull() & (known < last_day)
    short = days_between(known, last_day) < allowed
    return ((known > last_day) | (never & short)).fill_null(False)
