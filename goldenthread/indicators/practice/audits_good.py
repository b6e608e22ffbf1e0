"""Audits graded good or better."""

import ibis
import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.inputs import Inputs, is_unreadable
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, OPEN, Better, Drawn, Indicator, Kind

GOOD = ("good", "outstanding")


def population(inputs: Inputs) -> ir.Table:
    """Audits of the months."""
    audits = inputs["audits"].mutate(case=_.audit)
    return inputs.counted_in_month_of(audits, "audited_on")


def outcome(cases: ir.Table) -> ir.StringValue:
    """By the grade after moderation; one that waits for it is open."""
    return ibis.cases(
        (cases.month.isnull() | is_unreadable(cases, "moderated_grade"), CANNOT),
        (cases.moderated_grade.isnull(), OPEN),
        (cases.moderated_grade.lower().isin(GOOD), MET),
        else_=NOT_MET,
    )


AUDITS_GOOD = Indicator(
    id="AUDIT_GOOD",
    version=1,
    title="Audits graded good or better",
    kind=Kind.SHARE,
    better=Better.HIGHER,
    numerator="of these, those whose moderated grade is good or outstanding",
    denominator="audits of the month that were moderated",
    unit="audits",
    clock="none",
    needs={"audits": ("child", "audited_on", "moderated_grade")},
    population=population,
    outcome=outcome,
    source="a local programme of audits, on Ofsted's four grades",
    limits="Fewer than ten audits tell little: ask for the number beside it.",
    not_drawn={
        Drawn.BOUNDARY: "No days are counted.",
        Drawn.HOLIDAY: "No days are counted.",
        Drawn.NO_START: "An audit has one day.",
        Drawn.OPEN: "An audit is over on its day.",
    },
)
