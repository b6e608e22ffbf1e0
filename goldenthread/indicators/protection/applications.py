"""Applications to the court under section 31, one for the children of a family together."""

import ibis
import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.inputs import Inputs, is_unreadable


def applications(inputs: Inputs) -> ir.Table:
    """One row for each application: `case`, its days, and how its children were offered a meeting.

    It was issued on the earliest day that its children's rows name, and is concluded when it is
    for the last of them. `without_offer` counts children who were offered no meeting before it was
    issued, without a reason on record; `offer_lost` those of whom that cannot be told.
    """
    rows = inputs["care_proceedings"].mutate(case=ibis.coalesce(_.application, _.proceedings_row))
    of_application = ibis.window(group_by=["authority", "case"])
    rows = rows.mutate(first_issued_on=rows.issued_on.min().over(of_application))
    told = _offer_told(rows)
    found = rows.group_by(["authority", "case"]).aggregate(
        child=rows.child.min(),
        team=rows.team.min(),
        issued_on=rows.issued_on.min(),
        last_concluded_on=rows.concluded_on.max(),
        open_children=_count(rows.concluded_on.isnull() & ~is_unreadable(rows, "concluded_on")),
        begin_lost=_count(is_unreadable(rows, "issued_on")),
        end_lost=_count(is_unreadable(rows, "concluded_on")),
        without_offer=_count(~told & ~_offer_unread(rows)),
        offer_lost=_count(~told & _offer_unread(rows)),
    )
    return _with_end(found)


def _count(which: ir.BooleanValue) -> ir.IntegerScalar:
    return which.ifelse(1, 0).sum()


def _with_end(found: ir.Table) -> ir.Table:
    is_over = found.open_children == 0
    end_lost = is_over & (found.end_lost > 0)
    unreadable = (found.begin_lost > 0).ifelse("issued_on,", "") + end_lost.ifelse(
        "concluded_on", ""
    )
    ended = found.mutate(
        concluded_on=(is_over & ~end_lost).ifelse(found.last_concluded_on, None),
        unreadable=unreadable,
    )
    return ended.drop("last_concluded_on", "open_children", "begin_lost", "end_lost")


def _offer_told(rows: ir.Table) -> ir.BooleanValue:
    offered = (rows.meeting_offered_on < rows.first_issued_on).fill_null(False)
    return offered | rows.meeting_against_interests.fill_null(False)


def _offer_unread(rows: ir.Table) -> ir.BooleanValue:
    return is_unreadable(rows, "meeting_offered_on", "meeting_against_interests")
