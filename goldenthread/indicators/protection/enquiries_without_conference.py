"""Enquiries in which a conference was found unnecessary."""

import ibis
import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.inputs import Inputs
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, Better, Drawn, Indicator, Kind


def population(inputs: Inputs) -> ir.Table:
    """Enquiries begun in the months."""
    enquiries = inputs["s47_enquiries"].mutate(case=_.enquiry)
    return inputs.counted_in_month_of(enquiries, "started_on")


def outcome(cases: ir.Table) -> ir.StringValue:
    """What the record says; where it says nothing, nobody knows."""
    return ibis.cases(
        (cases.month.isnull() | cases.conference_not_needed.isnull(), CANNOT),
        (cases.conference_not_needed, MET),
        else_=NOT_MET,
    )


ENQUIRIES_WITHOUT_CONFERENCE = Indicator(
    id="S47_NOICPC",
    version=1,
    title="Enquiries in which a conference was found unnecessary",
    kind=Kind.SHARE,
    better=Better.NEITHER,
    numerator="of these, those in which no initial conference was needed",
    denominator="enquiries begun in the month",
    unit="occasions",
    clock="none",
    needs={"s47_enquiries": ("child", "started_on", "conference_not_needed")},
    population=population,
    outcome=outcome,
    source="DfE, children in need census (N00111)",
    limits=("By the day on which the enquiry began, since the census has no day of its end."),
    not_drawn={
        Drawn.BOUNDARY: "No days are counted.",
        Drawn.HOLIDAY: "No days are counted.",
        Drawn.OPEN: "The end of an enquiry is not carried by the census.",
    },
)
