"""Left care for adoption or special guardianship."""

import ibis
import ibis.expr.types as ir

from goldenthread.indicators.care.periods import periods
from goldenthread.indicators.inputs import Inputs, months_later
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, Better, Drawn, Indicator, Kind

PERMANENT = ("E11", "E12", "E45", "E46", "E47", "E48")
MONTHS = 12


def population(inputs: Inputs) -> ir.Table:
    """Children who left care in the months, each for the last time in twelve."""
    ended = inputs.counted_in_month_of(periods(inputs), "ended_on")
    order = ibis.window(group_by=["authority", "child"], order_by=["ended_on", "case"])
    ended = ended.mutate(next_end=ended.ended_on.lead().over(order))
    within = (ended.next_end < months_later(ended.ended_on, MONTHS)).fill_null(False)
    return ended.filter(~within)


def outcome(cases: ir.Table) -> ir.StringValue:
    """By the reason of the last episode; without one nobody knows."""
    return ibis.cases(
        (cases.month.isnull() | cases.end_reason.isnull(), CANNOT),
        (cases.end_reason.isin(PERMANENT), MET),
        else_=NOT_MET,
    )


LEFT_FOR_PERMANENCE = Indicator(
    id="PERM_SGO",
    version=1,
    title="Left care for adoption or special guardianship",
    kind=Kind.SHARE,
    better=Better.NEITHER,
    numerator=(
        "of these, those who left by adoption (E11, E12) or special guardianship (E45 to E48)"
    ),
    denominator=(
        "children who left care in the month; of several times in twelve months only the last"
    ),
    unit="children",
    clock="none",
    needs={"care_episodes": ("child", "started_on", "ended_on", "end_reason")},
    population=population,
    outcome=outcome,
    source=("DfE, SSDA903 REC codes; only the last time that a child leaves in a year counts"),
    limits=("A child who left and came back within a year counts once, for the last time."),
    not_drawn={
        Drawn.HOLIDAY: "No days are counted.",
    },
)
