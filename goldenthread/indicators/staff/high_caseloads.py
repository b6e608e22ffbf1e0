"""Social workers above the caseload limit."""

import ibis
import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.inputs import Inputs
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, Better, Drawn, Indicator, Kind

RULE = "caseload_limit"


def population(inputs: Inputs) -> ir.Table:
    """Workers who hold cases on the day of the figures."""
    workers = inputs["workers"]
    holding = workers.filter((workers.cases > 0).fill_null(True) & workers.left_on.isnull())
    holding = holding.mutate(
        case=_.worker,
        child=ibis.null("string"),
        team=_.department,
        month=inputs.month_of_figures(),
        last_day=ibis.literal(inputs.span.as_at),
    )
    return inputs.with_rule(holding, RULE, "last_day", "allowed")


def outcome(cases: ir.Table) -> ir.StringValue:
    """More cases than the limit."""
    return ibis.cases(
        (cases.cases.isnull() | cases.allowed.isnull(), CANNOT),
        (cases.cases > cases.allowed, MET),
        else_=NOT_MET,
    )


HIGH_CASELOADS = Indicator(
    id="CASELOAD_HIGH",
    version=1,
    title="Social workers above the caseload limit",
    kind=Kind.SHARE,
    better=Better.LOWER,
    numerator="of these, those with more cases than the council's limit",
    denominator="workers who hold cases",
    unit="workers",
    clock="as told on the day of the figures",
    needs={"workers": ("worker", "cases")},
    population=population,
    outcome=outcome,
    source="a local standard",
    limits=("One limit for all; a lower one for those in their first year is not told apart."),
    not_drawn={
        Drawn.BOUNDARY: "Cases are counted, no days.",
        Drawn.HOLIDAY: "No days are counted.",
        Drawn.NO_START: "It is told of a day.",
        Drawn.OUTSIDE: "It is told of the day of the figures only.",
        Drawn.REPEAT: "It is not about children.",
    },
    rules=("caseload_limit",),
)
