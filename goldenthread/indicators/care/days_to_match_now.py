"""Adoption: days from placement order to match, matched now."""

import ibis
import ibis.expr.types as ir

from goldenthread.indicators.care.matching import days_to_match
from goldenthread.indicators.inputs import Inputs
from goldenthread.indicators.kinds import CANNOT, MET, Better, Drawn, Indicator, Kind


def population(inputs: Inputs) -> ir.Table:
    """Children matched in the months who had a placement order."""
    return days_to_match(inputs, "matched_on")


def outcome(cases: ir.Table) -> ir.StringValue:
    """Both days are known."""
    return ibis.cases((cases.month.isnull() | cases.days.isnull(), CANNOT), else_=MET)


def amount(cases: ir.Table) -> ir.NumericValue:
    """The days."""
    return cases.days


DAYS_TO_MATCH_NOW = Indicator(
    id="A20",
    version=1,
    title="Adoption: days from placement order to match, matched now",
    kind=Kind.MEAN,
    better=Better.LOWER,
    numerator=("days from the placement order to the match; none where the match came first"),
    denominator="children matched in the month who had a placement order",
    unit="children",
    clock="calendar days; below nought counts as nought",
    needs={"permanence": ("child", "placement_order_on", "matched_on")},
    population=population,
    outcome=outcome,
    amount=amount,
    source=(
        "adoption and special guardianship leadership board, A20; its definition is to be checked"
    ),
    limits=(
        "Of children matched, whether adopted yet or not; those who wait for a match are not in it."
    ),
    not_drawn={
        Drawn.BOUNDARY: "There is no limit of days.",
        Drawn.HOLIDAY: "Calendar days or months; a bank holiday counts like any day.",
        Drawn.OPEN: "Only children who were matched are counted.",
    },
)
