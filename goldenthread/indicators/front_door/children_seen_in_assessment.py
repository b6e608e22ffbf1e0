"""Child seen during the assessment."""

import ibis
import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.inputs import Inputs
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, Better, Drawn, Indicator, Kind


def population(inputs: Inputs) -> ir.Table:
    """Assessments authorised in the months."""
    assessments = inputs["assessments"].mutate(case=_.assessment)
    return inputs.counted_in_month_of(assessments, "authorised_on")


def outcome(cases: ir.Table) -> ir.StringValue:
    """The record says that the child was seen; where it says nothing, nobody knows."""
    return ibis.cases(
        (cases.month.isnull() | cases.child_seen.isnull(), CANNOT),
        (cases.child_seen, MET),
        else_=NOT_MET,
    )


CHILDREN_SEEN_IN_ASSESSMENT = Indicator(
    id="ASMT_SEEN",
    version=1,
    title="Child seen during the assessment",
    kind=Kind.SHARE,
    better=Better.HIGHER,
    numerator="of these, those in which the child was seen",
    denominator="assessments authorised in the month",
    unit="occasions",
    clock="none",
    needs={"assessments": ("child", "authorised_on", "child_seen")},
    population=population,
    outcome=outcome,
    source="Ofsted, Annex A list 4",
    limits="The census does not carry it.",
    not_drawn={
        Drawn.BOUNDARY: "No days are counted.",
        Drawn.HOLIDAY: "No days are counted.",
        Drawn.NO_START: "The first day is not asked for.",
    },
)
