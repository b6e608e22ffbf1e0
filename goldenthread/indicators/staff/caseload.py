"""Average caseload."""

import ibis
import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.inputs import Inputs
from goldenthread.indicators.kinds import CANNOT, MET, Better, Drawn, Indicator, Kind


def population(inputs: Inputs) -> ir.Table:
    """Workers who hold cases on the day of the figures."""
    workers = inputs["workers"]
    holding = workers.filter((workers.cases > 0).fill_null(True) & workers.left_on.isnull())
    return holding.mutate(
        case=_.worker,
        child=ibis.null("string"),
        team=_.department,
        month=inputs.month_of_figures(),
        weight=_.full_time_share.fill_null(1.0),
    )


def outcome(cases: ir.Table) -> ir.StringValue:
    """The number of cases is known."""
    return ibis.cases((cases.cases.isnull(), CANNOT), else_=MET)


def amount(cases: ir.Table) -> ir.NumericValue:
    """The cases of each, not divided: the share of full time is the weight of the worker."""
    return cases.cases


CASELOAD = Indicator(
    id="CASELOAD",
    version=1,
    title="Average caseload",
    kind=Kind.MEAN,
    better=Better.LOWER,
    numerator="cases held by workers who hold any",
    denominator="workers who hold cases, as full-time equivalents",
    unit="workers",
    clock="as told on the day of the figures",
    needs={"workers": ("worker", "cases")},
    population=population,
    outcome=outcome,
    amount=amount,
    source=(
        "DfE, children's social work workforce census: cases divided by the full-time "
        "equivalents who hold any"
    ),
    limits=(
        "Of the day of the figures only. A worker whose share of full time is not told "
        "counts as one."
    ),
    not_drawn={
        Drawn.BOUNDARY: "There is no limit of days.",
        Drawn.HOLIDAY: "No days are counted.",
        Drawn.NO_START: "It is told of a day.",
        Drawn.OUTSIDE: "It is told of the day of the figures only.",
        Drawn.REPEAT: "It is not about children.",
    },
)
