"""Section 47 enquiries."""

import ibis
import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.inputs import Inputs
from goldenthread.indicators.kinds import CANNOT, MET, Better, Drawn, Indicator, Kind


def population(inputs: Inputs) -> ir.Table:
    """Enquiries begun in the months."""
    enquiries = inputs["s47_enquiries"].mutate(case=_.enquiry)
    return inputs.counted_in_month_of(enquiries, "started_on")


def outcome(cases: ir.Table) -> ir.StringValue:
    """Each counts."""
    return ibis.cases((cases.month.isnull(), CANNOT), else_=MET)


ENQUIRY_RATE = Indicator(
    id="S47_RATE",
    version=1,
    title="Section 47 enquiries",
    kind=Kind.COUNT,
    better=Better.NEITHER,
    numerator="enquiries begun in the month",
    denominator="children aged 0 to 17 in the area, for the rate",
    unit="occasions",
    clock="none",
    needs={"s47_enquiries": ("child", "started_on")},
    population=population,
    outcome=outcome,
    source="Children Act 1989 s47; DfE, measure C4 (N00148); Annex A list 5",
    limits="A child with several enquiries counts each time.",
    not_drawn={
        Drawn.BOUNDARY: "No days are counted.",
        Drawn.HOLIDAY: "No days are counted.",
        Drawn.OPEN: "Whether it goes on is not asked.",
    },
    rules=("population_0_17",),
    rate=True,
)
