"""Children in need at month ends: all of them, and those who are on no plan and not in care."""

import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.care.periods import periods
from goldenthread.indicators.inputs import Inputs, is_unreadable

CHILD_AND_MONTH = ("authority", "child", "month")


def open_episodes(inputs: Inputs) -> ir.Table:
    """A row for each referral and each month at whose last day its episode of need was open.

    A referral that was closed without further action began none.
    """
    return inputs.once("open_episodes_of_need", lambda: _open_episodes(inputs))


def _open_episodes(inputs: Inputs) -> ir.Table:
    referrals = inputs["referrals"]
    began = ~referrals.no_further_action.fill_null(False)
    unsure = referrals.closed_on.isnull() & is_unreadable(referrals, "no_further_action")
    referrals = referrals.mutate(
        case=_.referral,
        unreadable=_.unreadable.fill_null("") + unsure.ifelse(",closed_on", ""),
    ).filter(began)
    return inputs.open_at_month_ends(referrals, start="referral_date", end="closed_on")


def in_need_only(inputs: Inputs) -> ir.Table:
    """Of the open episodes, those whose child is on no protection plan and not in care on the day.

    `elsewhere` is 0 where that cannot be told, since a day of a plan or of care cannot be read;
    else it is empty.
    """
    return inputs.once("children_in_need_only", lambda: _in_need_only(inputs))


def _in_need_only(inputs: Inputs) -> ir.Table:
    on_plan = standing(inputs, inputs["cp_plans"])
    in_care = standing(inputs, periods(inputs))
    rows = with_standing(open_episodes(inputs), on_plan.union(in_care), "elsewhere")
    return rows.filter((rows.elsewhere != 1).fill_null(True))


def standing(inputs: Inputs, rows: ir.Table) -> ir.Table:
    """For each month the children with a row open at its last day: `authority`, `child`, `month`.

    `sure` is 1 where it was open, and 0 where it may have been: its first day is missing, or one
    of its days cannot be read.
    """
    rows = rows.select("authority", "child", "started_on", "ended_on", "unreadable")
    without = rows.started_on.isnull().ifelse(",started_on", "")
    rows = rows.mutate(unreadable=rows.unreadable.fill_null("") + without)
    at_ends = inputs.open_at_month_ends(rows, start="started_on", end="ended_on")
    surely = at_ends.filter(at_ends.month.notnull()).select(*CHILD_AND_MONTH, sure=1)
    lost = at_ends.filter(at_ends.month.isnull()).drop("month", "last_day", "year_first")
    months = inputs.months
    perhaps = lost.join(
        months,
        [
            lost.started_on.isnull() | (lost.started_on <= months.last_day),
            lost.ended_on.isnull() | (lost.ended_on > months.last_day),
        ],
    )
    return surely.union(perhaps.select(*CHILD_AND_MONTH, sure=0))


def with_standing(rows: ir.Table, stood: ir.Table, name: str) -> ir.Table:
    """The rows with what `standing` says of the child and month, as `name`; empty where nothing."""
    of = stood.group_by(list(CHILD_AND_MONTH)).aggregate(sure=stood.sure.max())
    of = of.select(of_authority="authority", of_child="child", of_month="month", **{name: "sure"})
    joined = rows.left_join(
        of,
        [rows.authority == of.of_authority, rows.child == of.of_child, rows.month == of.of_month],
    )
    return joined.drop("of_authority", "of_child", "of_month")
