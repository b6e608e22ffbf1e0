"""Moderators who agree with the auditor."""

import ibis
import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.inputs import Inputs, is_unreadable
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, OPEN, Better, Drawn, Indicator, Kind


def population(inputs: Inputs) -> ir.Table:
    """Audits of the months."""
    audits = inputs["audits"].mutate(case=_.audit)
    return inputs.counted_in_month_of(audits, "audited_on")


def outcome(cases: ir.Table) -> ir.StringValue:
    """The same grade before and after moderation."""
    lost = is_unreadable(cases, "grade", "moderated_grade")
    return ibis.cases(
        (cases.month.isnull() | lost, CANNOT),
        (cases.moderated_grade.isnull(), OPEN),
        (cases.grade.isnull(), CANNOT),
        (cases.grade.lower() == cases.moderated_grade.lower(), MET),
        else_=NOT_MET,
    )


MODERATORS_AGREE = Indicator(
    id="AUDIT_AGREE",
    version=1,
    title="Moderators who agree with the auditor",
    kind=Kind.SHARE,
    better=Better.HIGHER,
    numerator="of these, those in which both gave the same grade",
    denominator="audits of the month that were moderated",
    unit="audits",
    clock="none",
    needs={"audits": ("child", "audited_on", "grade", "moderated_grade")},
    population=population,
    outcome=outcome,
    source="a local programme of audits",
    limits="Agreement can mean that both are wrong.",
    not_drawn={
        Drawn.BOUNDARY: "No days are counted.",
        Drawn.HOLIDAY: "No days are counted.",
        Drawn.NO_START: "An audit has one day.",
        Drawn.OPEN: "An audit is over on its day.",
    },
)
