"""Audit actions done."""

import ibis
import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.inputs import Inputs, in_two
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, Better, Drawn, Indicator, Kind


def population(inputs: Inputs) -> ir.Table:
    """The actions of the audits of the months."""
    audits = inputs["audits"].mutate(case=_.audit)
    counted = inputs.counted_in_month_of(audits, "audited_on")
    return in_two(counted, of=counted.actions, met=counted.actions_done)


def outcome(cases: ir.Table) -> ir.StringValue:
    """By the numbers of each audit."""
    return ibis.cases(
        (cases.month.isnull() | cases.has_met.isnull(), CANNOT),
        (cases.has_met == 1, MET),
        else_=NOT_MET,
    )


AUDIT_ACTIONS = Indicator(
    id="AUDIT_ACTIONS",
    version=1,
    title="Audit actions done",
    kind=Kind.SHARE,
    better=Better.HIGHER,
    numerator="actions that were done",
    denominator="actions that audits of the month asked for",
    unit="actions",
    clock="none",
    needs={"audits": ("child", "audited_on", "actions", "actions_done")},
    population=population,
    outcome=outcome,
    source="a local programme of audits",
    limits=("By the month of the audit; the due day of each action is not in the extract."),
    not_drawn={
        Drawn.BOUNDARY: "No days are counted.",
        Drawn.HOLIDAY: "No days are counted.",
        Drawn.NO_START: "An audit has one day.",
        Drawn.OPEN: "Actions not done are counted as not done.",
    },
)
