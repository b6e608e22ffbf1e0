"""Case files with a current chronology."""

import ibis
import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.inputs import Inputs
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, Better, Drawn, Indicator, Kind


def population(inputs: Inputs) -> ir.Table:
    """Audits of the months."""
    audits = inputs["audits"].mutate(case=_.audit)
    return inputs.counted_in_month_of(audits, "audited_on")


def outcome(cases: ir.Table) -> ir.StringValue:
    """What the auditor found; where nothing is said, nobody knows."""
    return ibis.cases(
        (cases.month.isnull() | cases.chronology.isnull(), CANNOT),
        (cases.chronology, MET),
        else_=NOT_MET,
    )


CHRONOLOGIES = Indicator(
    id="CHRONO",
    version=1,
    title="Case files with a current chronology",
    kind=Kind.SHARE,
    better=Better.HIGHER,
    numerator="of these, those whose file has a current chronology",
    denominator="audits of the month",
    unit="audits",
    clock="none",
    needs={"audits": ("child", "audited_on", "chronology")},
    population=population,
    outcome=outcome,
    source="a local programme of audits",
    limits="Of the files that were audited, which are not all files.",
    not_drawn={
        Drawn.BOUNDARY: "No days are counted.",
        Drawn.HOLIDAY: "No days are counted.",
        Drawn.NO_START: "An audit has one day.",
        Drawn.OPEN: "An audit is over on its day.",
    },
)
