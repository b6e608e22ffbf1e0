"""Stage 1 complaints answered on time."""

import ibis.expr.types as ir

from goldenthread.indicators.inputs import Inputs
from goldenthread.indicators.kinds import Better, Indicator, Kind
from goldenthread.indicators.practice.answering import complaints_of_stage, within

WORKING_DAYS = 10
STAGE = "1"


def population(inputs: Inputs) -> ir.Table:
    """Stage 1 complaints received in the months."""
    return complaints_of_stage(inputs, STAGE)


def outcome(cases: ir.Table) -> ir.StringValue:
    """Within the working days; one that waits is open until they have passed."""
    return within(cases, WORKING_DAYS)


COMPLAINTS_STAGE_1 = Indicator(
    id="COMP_S1",
    version=1,
    title="Stage 1 complaints answered on time",
    kind=Kind.SHARE,
    better=Better.HIGHER,
    numerator="of these, those answered within 10 working days",
    denominator="stage 1 complaints received in the month",
    unit="occasions",
    clock=(
        "working days under SI 2006/1738, which names Boxing Day too; the day of receipt "
        "is day 0 (K1)"
    ),
    needs={"complaints": ("stage", "received_on", "answered_on")},
    population=population,
    outcome=outcome,
    source=(
        "Children Act 1989 Representations Procedure (England) Regulations 2006, SI "
        "2006/1738, reg 14"
    ),
    limits=(
        "The extension to 20 working days is not in the extract: an answer after day 10 is late."
    ),
)
