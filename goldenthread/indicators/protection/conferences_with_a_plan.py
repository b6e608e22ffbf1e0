"""Initial conferences that led to a plan."""

import ibis
import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.inputs import Inputs
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, Better, Drawn, Indicator, Kind


def population(inputs: Inputs) -> ir.Table:
    """Conferences held in the months."""
    conferences = inputs["conferences"].mutate(case=_.conference)
    return inputs.counted_in_month_of(conferences, "held_on")


def outcome(cases: ir.Table) -> ir.StringValue:
    """A plan began on the day, or the list says so."""
    return ibis.cases(
        (cases.month.isnull() | cases.led_to_plan.isnull(), CANNOT),
        (cases.led_to_plan, MET),
        else_=NOT_MET,
    )


CONFERENCES_WITH_A_PLAN = Indicator(
    id="ICPC_CPP",
    version=1,
    title="Initial conferences that led to a plan",
    kind=Kind.SHARE,
    better=Better.NEITHER,
    numerator="of these, those that led to a child protection plan",
    denominator="initial conferences held in the month",
    unit="occasions",
    clock="none",
    needs={"conferences": ("child", "held_on", "led_to_plan")},
    population=population,
    outcome=outcome,
    source=(
        "DfE, children in need census (N00110, N00105): a plan begins on the day of its "
        "conference; Annex A list 5"
    ),
    limits=("A plan recorded as beginning on another day is not found in the census."),
    not_drawn={
        Drawn.BOUNDARY: "No days are counted.",
        Drawn.HOLIDAY: "No days are counted.",
        Drawn.OPEN: "A conference is over on its day.",
    },
)
