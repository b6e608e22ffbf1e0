"""Audit actions done."""

import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.inputs import Inputs
from goldenthread.indicators.kinds import Better, Drawn, Indicator, Kind
from goldenthread.indicators.weighing import by_numbers, in_two


def population(inputs: Inputs) -> ir.Table:
    """The actions of the audits of the months."""
    audits = inputs["audits"].mutate(case=_.audit)
    counted = inputs.counted_in_month_of(audits, "audited_on")
    return in_two(counted, of=counted.actions, met=counted.actions_done)


def outcome(cases: ir.Table) -> ir.StringValue:
    """By the numbers of each audit."""
    return by_numbers(cases)


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
