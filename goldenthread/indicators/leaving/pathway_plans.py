"""Pathway plan in date."""

import ibis
import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.inputs import Inputs, is_unreadable, months_later
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, Better, Drawn, Indicator, Kind

MONTHS = 6
ENTITLED = ("ELIGIBLE", "RELEVANT", "FORMER_RELEVANT")


def population(inputs: Inputs) -> ir.Table:
    """Young people entitled to a plan on the day of the figures."""
    told = inputs["care_leavers"].mutate(case=_.care_leaver, month=inputs.month_of_figures())
    entitled = told.eligibility.isin(ENTITLED).fill_null(True)
    return told.filter(entitled).mutate(last_day=ibis.literal(inputs.span.as_at))


def outcome(cases: ir.Table) -> ir.StringValue:
    """Reviewed at most six months ago; no plan is not met."""
    since = months_later(cases.last_day, -MONTHS)
    return ibis.cases(
        (cases.eligibility.isnull() | is_unreadable(cases, "pathway_plan_on"), CANNOT),
        ((cases.pathway_plan_on >= since).fill_null(False), MET),
        else_=NOT_MET,
    )


PATHWAY_PLANS = Indicator(
    id="PATHWAY",
    version=1,
    title="Pathway plan in date",
    kind=Kind.SHARE,
    better=Better.HIGHER,
    numerator="of these, those whose pathway plan was reviewed in the last 6 months",
    denominator=("young people entitled to a pathway plan: eligible, relevant and former relevant"),
    unit="young people",
    clock="calendar months, the corresponding date included (K4)",
    needs={"care_leavers": ("child", "eligibility", "pathway_plan_on")},
    population=population,
    outcome=outcome,
    source="Care Leavers (England) Regulations 2010; Annex A list 9 (from 2024)",
    limits=(
        "Of the day of the figures only, since the sources tell how it stands. The lists "
        "of 2019 do not carry the day of the review."
    ),
    not_drawn={
        Drawn.HOLIDAY: "Calendar days or months; a bank holiday counts like any day.",
        Drawn.REPEAT: "Each young person stands once in the source.",
    },
)
