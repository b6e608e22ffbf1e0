"""Return home interviews within 72 hours."""

import ibis
import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.inputs import Inputs, days_between, is_unreadable
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, OPEN, Better, Drawn, Indicator, Kind

HOURS = 72
DAYS = 3
AWAY = "A"


def population(inputs: Inputs) -> ir.Table:
    """Missing incidents that ended in the months."""
    missing = inputs["missing_episodes"].mutate(case=_.missing_episode, team=ibis.null("string"))
    missing = missing.filter((missing.missing_type != AWAY).fill_null(True))
    ended = inputs.counted_in_month_of(missing, "ended_on")
    return ended.mutate(as_at=ibis.literal(inputs.span.as_at))


def outcome(cases: ir.Table) -> ir.StringValue:
    """Held within 72 hours; offered and not held is not met, and nothing recorded is not known."""
    said = cases.interview_offered.notnull() | cases.interview_accepted.notnull()
    return ibis.cases(
        (cases.month.isnull() | is_unreadable(cases, "hours_to_interview"), CANNOT),
        ((cases.hours_to_interview <= HOURS).fill_null(False), MET),
        (cases.hours_to_interview.notnull(), NOT_MET),
        (days_between(cases.ended_on, cases.as_at) <= DAYS, OPEN),
        (said, NOT_MET),
        else_=CANNOT,
    )


RETURN_INTERVIEWS = Indicator(
    id="RHI_72H",
    version=1,
    title="Return home interviews within 72 hours",
    kind=Kind.SHARE,
    better=Better.HIGHER,
    numerator=("of these, those with an interview completed within 72 hours of the return"),
    denominator="missing incidents that ended in the month",
    unit="occasions",
    clock="hours from the return, weekends included (K5)",
    needs={"missing_episodes": ("child", "ended_on", "hours_to_interview")},
    population=population,
    outcome=outcome,
    source=(
        "statutory guidance on children who run away or go missing, 2014: within 72 hours"
        " of the return"
    ),
    limits=(
        "An interview that the child declined counts as not held. Where nothing is "
        "recorded nobody knows."
    ),
    not_drawn={
        Drawn.HOLIDAY: "Hours run through bank holidays.",
        Drawn.NO_START: "It is counted by the day of the return.",
    },
)
