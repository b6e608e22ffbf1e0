"""Disputes of reviewing officers settled within 20 working days."""

import ibis
import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.inputs import Inputs
from goldenthread.indicators.kinds import Better, Indicator, Kind
from goldenthread.indicators.practice.answering import waiting_and_answered, within

WORKING_DAYS = 20


def population(inputs: Inputs) -> ir.Table:
    """Formal disputes raised in the months."""
    told = inputs["disputes"].mutate(case=_.dispute, team=ibis.null("string"))
    return waiting_and_answered(inputs, told, came="raised_on", answered="settled_on")


def outcome(cases: ir.Table) -> ir.StringValue:
    """Within 20 working days; one that waits is open until they have passed."""
    return within(cases, WORKING_DAYS)


DISPUTES_SETTLED = Indicator(
    id="DISPUTE_20WD",
    version=1,
    title="Disputes of reviewing officers settled within 20 working days",
    kind=Kind.SHARE,
    better=Better.HIGHER,
    numerator="of these, those settled within 20 working days",
    denominator="formal disputes raised in the month",
    unit="occasions",
    clock=("working days in England and Wales; the day on which it was raised is day 0 (K1)"),
    needs={"disputes": ("child", "raised_on", "settled_on")},
    population=population,
    outcome=outcome,
    source="IRO Handbook, 6.2: 20 working days in all",
    limits="The clocks of its stages are local and are not asked.",
)
