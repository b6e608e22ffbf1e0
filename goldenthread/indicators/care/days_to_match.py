"""Adoption: days from placement order to match."""

import ibis
import ibis.expr.types as ir

from goldenthread.indicators.care.matching import days_to_match
from goldenthread.indicators.inputs import Inputs
from goldenthread.indicators.kinds import CANNOT, MET, Better, Drawn, Indicator, Kind


def population(inputs: Inputs) -> ir.Table:
    """Children adopted in the months who had a placement order."""
    return days_to_match(inputs, "order_on")


def outcome(cases: ir.Table) -> ir.StringValue:
    """Both days are known."""
    return ibis.cases((cases.month.isnull() | cases.days.isnull(), CANNOT), else_=MET)


def amount(cases: ir.Table) -> ir.NumericValue:
    """The days."""
    return cases.days


DAYS_TO_MATCH = Indicator(
    id="A2",
    version=1,
    title="Adoption: days from placement order to match",
    kind=Kind.MEAN,
    better=Better.LOWER,
    numerator=("days from the placement order to the match; none where the match came first"),
    denominator="children adopted in the month who had a placement order",
    unit="children",
    clock="calendar days; below nought counts as nought",
    needs={"permanence": ("child", "placement_order_on", "matched_on", "order_on")},
    population=population,
    outcome=outcome,
    amount=amount,
    source="DfE adoption scorecard, A2; SSDA903 AD1; Annex A list 10",
    limits=(
        "A child without a placement order is not counted. The scorecard takes three "
        "years together."
    ),
    not_drawn={
        Drawn.BOUNDARY: "There is no limit of days.",
        Drawn.HOLIDAY: "Calendar days or months; a bank holiday counts like any day.",
        Drawn.OPEN: "Only children who were matched are counted.",
    },
)
