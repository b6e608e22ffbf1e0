"""Periods of care and the placements within them, as the indicators of care ask."""

import ibis
import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.inputs import Inputs, months_later, only_first

SHORT_BREAKS = ("V3", "V4")
GOES_ON = "X1"
BEGINS = "S"
TEMPORARY = ("T0", "T1", "T2", "T3", "T4")
WITH_ADOPTERS = ("A3", "A4", "A5", "A6")
YEAR = 12


def periods(inputs: Inputs) -> ir.Table:
    """One row for each period of care: `case`, `started_on`, `ended_on`, `end_reason`, `team`.

    A series of short breaks is none. `begin_known` is 0 where the files begin in mid-care, so
    that it began before `started_on`.
    """
    return inputs.once("periods_of_care", lambda: _periods(inputs))


def _periods(inputs: Inputs) -> ir.Table:
    episodes = inputs["care_episodes"]
    is_open = episodes.ended_on.isnull()
    begins = (episodes.start_reason == BEGINS).fill_null(True)
    found = episodes.group_by(["authority", "child", "care"]).aggregate(
        started_on=ibis.coalesce(episodes.entered_care_on, episodes.started_on).min(),
        last_day_ended=episodes.ended_on.max(),
        is_open=is_open.ifelse(1, 0).max(),
        end_reason=episodes.end_reason.nullif(GOES_ON).max(),
        short_breaks=episodes.legal_status.isin(SHORT_BREAKS).fill_null(False).ifelse(1, 0).max(),
        begin_known=begins.ifelse(1, 0).max(),
        team=episodes.team.max(),
        unreadable=episodes.unreadable.max(),
    )
    found = found.filter(found.short_breaks == 0).mutate(
        case=found.care.fill_null(found.child),
        ended_on=(found.is_open == 1).ifelse(None, found.last_day_ended),
    )
    return found.drop("short_breaks", "is_open", "last_day_ended", "care")


def in_care(inputs: Inputs) -> ir.Table:
    """A row for each period of care and each month at whose last day it went on."""
    return inputs.once("children_in_care", lambda: _in_care(inputs))


def _in_care(inputs: Inputs) -> ir.Table:
    return inputs.open_at_month_ends(periods(inputs), start="started_on", end="ended_on")


def for_a_year(rows: ir.Table) -> ir.Table:
    """Of the children in care, those looked after for twelve months on the last day."""
    long = months_later(rows.started_on, YEAR) <= rows.last_day
    return rows.filter(long | rows.month.isnull())


def with_birth(inputs: Inputs, rows: ir.Table) -> ir.Table:
    """The rows with the child's day of birth, or the first of the month, as `born_on`."""
    children = inputs["children"]
    born = ibis.coalesce(children.birth_day, children.birth_month)
    each = children.group_by(["authority", "child"]).aggregate(born_on=born.min())
    each = each.select(of_authority="authority", of_child="child", born_on="born_on")
    joined = rows.left_join(
        each, [rows.authority == each.of_authority, rows.child == each.of_child]
    )
    return joined.drop("of_authority", "of_child")


def is_younger(rows: ir.Table, years: int) -> ir.BooleanValue:
    """Whether the child has not reached an age by the last day; empty where no birth is known."""
    return months_later(rows.born_on, YEAR * years) > rows.last_day


def carers(inputs: Inputs) -> ir.Table:
    """One row for each stay with one carer: `started_on`, `ended_on`, `previous_on`, `adopts`.

    Temporary placements, and those of less than 24 hours, are none. `begin_known` is 0 where the
    stay began before the files do.
    """
    return inputs.once("stays_with_carers", lambda: _carers(inputs))


def _carers(inputs: Inputs) -> ir.Table:
    placements = inputs["placements"]
    counts = placements.placement_type.isin(TEMPORARY).fill_null(False) | (
        placements.ended_on <= placements.started_on
    ).fill_null(False)
    placements = placements.filter(~counts & placements.started_on.notnull())
    in_order = ibis.cumulative_window(
        group_by=["authority", "child"], order_by=["started_on", "placement"]
    )
    is_new = (~placements.same_carer.fill_null(False)).ifelse(1, 0)
    numbered = placements.mutate(is_new=is_new, stay=is_new.sum().over(in_order))
    stays = numbered.group_by(["authority", "child", "stay"]).aggregate(
        started_on=_.started_on.min(),
        last_ended=_.ended_on.max(),
        is_open=_.ended_on.isnull().ifelse(1, 0).max(),
        begin_known=_.is_new.max(),
        adopts=_.placement_type.isin(WITH_ADOPTERS).fill_null(False).ifelse(1, 0).max(),
    )
    order = ibis.window(group_by=["authority", "child"], order_by=["stay"])
    return stays.mutate(
        ended_on=(_.is_open == 1).ifelse(None, _.last_ended),
        previous_on=_.started_on.lag().over(order),
    ).drop("last_ended", "is_open")


def carer_on_last_day(inputs: Inputs, rows: ir.Table) -> ir.Table:
    """The rows with the stay in which the child is on the last day: `carer_since` and the rest.

    They are empty where no placement is known for the day.
    """
    stays = carers(inputs).select(
        of_authority="authority",
        of_child="child",
        carer_since="started_on",
        carer_until="ended_on",
        carer_before_since="previous_on",
        carer_known="begin_known",
        adopts="adopts",
    )
    joined = rows.left_join(
        stays,
        [
            rows.authority == stays.of_authority,
            rows.child == stays.of_child,
            stays.carer_since <= rows.last_day,
            stays.carer_until.isnull() | (stays.carer_until > rows.last_day),
        ],
    )
    latest = ibis.row_number().over(
        ibis.window(
            group_by=["authority", "case", "month"],
            order_by=[ibis.desc("carer_since"), "carer_until"],
        )
    )
    joined = joined.mutate(place=latest)
    first = joined.filter((joined.place == 0) | joined.month.isnull())
    return first.drop("of_authority", "of_child", "place", "carer_until")


def placed_on_last_day(inputs: Inputs) -> ir.Table:
    """Children in care on the last day of each month, each with the placement of the day.

    `placement_type` and `miles_from_home` are empty where no placement is known for the day.
    """
    return inputs.once("children_placed", lambda: _placed_on_last_day(inputs))


def _placed_on_last_day(inputs: Inputs) -> ir.Table:
    rows = in_care(inputs)
    placed = inputs["placements"].select(
        of_authority="authority",
        of_child="child",
        placement="placement",
        placed_on="started_on",
        until="ended_on",
        placement_type="placement_type",
        miles_from_home="miles_from_home",
    )
    joined = rows.left_join(
        placed,
        [
            rows.authority == placed.of_authority,
            rows.child == placed.of_child,
            placed.placed_on <= rows.last_day,
            placed.until.isnull() | (placed.until > rows.last_day),
        ],
    )
    return only_first(
        joined.drop("of_authority", "of_child"),
        of=("authority", "case", "month"),
        by=("placed_on", "placement"),
    )
