"""Immunisations up to date."""

import ibis
import ibis.expr.types as ir

from goldenthread.indicators.care.periods import for_a_year, in_care
from goldenthread.indicators.inputs import Inputs
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, Better, Drawn, Indicator, Kind


def population(inputs: Inputs) -> ir.Table:
    """Children in care for a year in the month of the figures, with what is recorded."""
    rows = for_a_year(in_care(inputs))
    told = inputs["immunisations"]
    known = told.up_to_date.isnull().ifelse(None, told.up_to_date.ifelse(1, 0))
    of = told.group_by(["authority", "child"]).aggregate(
        up_to_date=known.max(), as_at=told.as_at.max()
    )
    of = of.select(
        on_authority="authority", on_child="child", up_to_date="up_to_date", told_on="as_at"
    )
    joined = rows.left_join(of, [rows.authority == of.on_authority, rows.child == of.on_child])
    month = inputs.month_of_figures()
    joined = joined.drop("on_authority", "on_child")
    return joined.filter(joined.month.isnull() | (joined.month == month))


def outcome(cases: ir.Table) -> ir.StringValue:
    """What the record says; where it says nothing, nobody knows."""
    return ibis.cases(
        (cases.month.isnull() | cases.up_to_date.isnull(), CANNOT),
        (cases.up_to_date == 1, MET),
        else_=NOT_MET,
    )


IMMUNISATIONS = Indicator(
    id="IMM",
    version=1,
    title="Immunisations up to date",
    kind=Kind.SHARE,
    better=Better.HIGHER,
    numerator="of these, those whose immunisations are up to date",
    denominator=("children looked after for twelve months or more on the last day of the month"),
    unit="children",
    clock="as the latest record says",
    needs={
        "care_episodes": ("child", "started_on", "ended_on"),
        "immunisations": ("child", "up_to_date"),
    },
    population=population,
    outcome=outcome,
    source="DfE, SSDA903 OC2, IMMUNISATIONS",
    limits=(
        "Of the month of the figures only, since the return tells how it stands and not since when."
    ),
    not_drawn={
        Drawn.BOUNDARY: "No days are counted.",
        Drawn.HOLIDAY: "No days are counted.",
        Drawn.OUTSIDE: "It is told for the month of the figures only.",
    },
)
