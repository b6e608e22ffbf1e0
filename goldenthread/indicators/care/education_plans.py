"""Personal education plan in date."""

import ibis
import ibis.expr.types as ir

from goldenthread.indicators.care.periods import in_care, is_younger, with_birth
from goldenthread.indicators.inputs import Inputs, months_later, with_latest
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, RECENT, Better, Indicator, Kind

MONTHS, YOUNGEST, TOO_OLD, WORKING_DAYS = 6, 5, 16, 20


def population(inputs: Inputs) -> ir.Table:
    """Children of school age in care on the last day of each month, with their latest plan."""
    rows = with_birth(inputs, in_care(inputs))
    of_age = ~is_younger(rows, YOUNGEST) & is_younger(rows, TOO_OLD)
    rows = rows.filter(rows.month.isnull() | of_age.fill_null(True))
    plans = inputs["education_plans"]
    plans = plans.filter(plans.completed_on.notnull())
    rows = with_latest(rows, plans, day="completed_on", name="plan_on")
    rows = inputs.with_reach(rows, "education_plans", "known_from")
    return inputs.with_working_days(rows, start="started_on", stop="last_day", name="working_days")


def outcome(cases: ir.Table) -> ir.StringValue:
    """The latest plan was completed in the last half year; the first is due after 20 working days."""
    return ibis.cases(
        (cases.month.isnull() | cases.born_on.isnull(), CANNOT),
        ((cases.plan_on >= months_later(cases.last_day, -MONTHS)).fill_null(False), MET),
        ((cases.working_days <= WORKING_DAYS).fill_null(False), RECENT),
        ((cases.known_from > cases.last_day).fill_null(False), CANNOT),
        else_=NOT_MET,
    )


EDUCATION_PLANS = Indicator(
    id="PEP",
    version=1,
    title="Personal education plan in date",
    kind=Kind.SHARE,
    better=Better.HIGHER,
    numerator="of these, those with a plan completed in the last 6 months",
    denominator="children aged 5 to 15 looked after on the last day of the month",
    unit="children",
    clock="calendar months, the corresponding date included (K4)",
    needs={
        "care_episodes": ("child", "started_on", "ended_on"),
        "education_plans": ("child", "completed_on"),
        "children": ("birth_month",),
    },
    population=population,
    outcome=outcome,
    source=(
        "statutory guidance, promoting the education of looked-after children: reviewed "
        "each school term"
    ),
    limits=(
        "School terms are local: six months stand for a term and its holidays, so that a "
        "plan of last term is in date."
    ),
)
