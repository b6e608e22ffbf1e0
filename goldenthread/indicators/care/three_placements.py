"""Children in care with three or more placements in twelve months."""

import ibis
import ibis.expr.types as ir

from goldenthread.indicators.care.periods import carers, in_care
from goldenthread.indicators.inputs import Inputs
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, Better, Drawn, Indicator, Kind

MANY = 3


def population(inputs: Inputs) -> ir.Table:
    """Children in care on the last day of each month, with `stays` in the twelve months before.

    `told` is the number that a list gives, which counts up to the day of the figures.
    """
    rows = in_care(inputs)
    stays = carers(inputs).select(
        of_authority="authority", of_child="child", since="started_on", until="ended_on"
    )
    joined = rows.join(
        stays,
        [
            rows.authority == stays.of_authority,
            rows.child == stays.of_child,
            stays.since <= rows.last_day,
            stays.until.isnull() | (stays.until > rows.year_first),
        ],
    )
    counted = joined.group_by(["authority", "case", "month"]).aggregate(stays=joined.count())
    counted = counted.select(
        on_authority="authority", on_case="case", on_month="month", stays="stays"
    )
    rows = rows.left_join(
        counted,
        [
            rows.authority == counted.on_authority,
            rows.case == counted.on_case,
            rows.month == counted.on_month,
        ],
    ).drop("on_authority", "on_case", "on_month")
    return inputs.with_reach(_with_told(inputs, rows), "placements", "known_from")


def _with_told(inputs: Inputs, rows: ir.Table) -> ir.Table:
    placements = inputs["placements"]
    told = placements.group_by(["authority", "child"]).aggregate(
        told=placements.placements_in_12_months.max()
    )
    told = told.select(told_authority="authority", told_child="child", told="told")
    joined = rows.left_join(
        told, [rows.authority == told.told_authority, rows.child == told.told_child]
    )
    return joined.drop("told_authority", "told_child")


def outcome(children: ir.Table) -> ir.StringValue:
    """Three stays or more in the twelve months that end on the day."""
    reaches = (children.known_from <= children.year_first).fill_null(True) | (
        (children.started_on >= children.known_from) & (children.begin_known == 1)
    ).fill_null(False)
    of_list = (children.known_from == children.last_day).fill_null(False) & children.told.notnull()
    return ibis.cases(
        (children.month.isnull(), CANNOT),
        ((children.stays >= MANY).fill_null(False), MET),
        (of_list & (children.told >= MANY).fill_null(False), MET),
        (of_list, NOT_MET),
        (reaches, NOT_MET),
        else_=CANNOT,
    )


THREE_PLACEMENTS = Indicator(
    id="PLACE_3PLUS",
    version=1,
    title="Children in care with three or more placements in the year",
    kind=Kind.SHARE,
    better=Better.LOWER,
    numerator="of these, those with three or more placements in the twelve months before",
    denominator="children looked after on the last day of the month; short breaks are left out",
    unit="children",
    clock="the twelve months that end on the day; a placement open on their first day counts",
    needs={
        "care_episodes": ("child", "started_on", "ended_on"),
        "placements": ("child", "started_on"),
    },
    population=population,
    outcome=outcome,
    source="DfE, SSDA903, placement stability: placements of 24 hours or more, adoption by the "
    "existing carer is no change; Annex A list 8",
    limits="Temporary placements (T0 to T4) are left out; a child who comes back from one to the "
    "same carer counts the stay twice unless the return says that the carer is the same.",
    not_drawn={Drawn.HOLIDAY: "Calendar months; a bank holiday counts like any day."},
)
