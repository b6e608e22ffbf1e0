"""Private fostering visits on time."""

import ibis
import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.inputs import Inputs, days_between, is_unreadable, months_later
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, OPEN, Better, Drawn, Indicator, Kind

WORKING_DAYS, WEEKS, WEEKS_LATER, WEEK, YEAR = 7, 6, 12, 7, 12


def population(inputs: Inputs) -> ir.Table:
    """Arrangements open on the day of the figures, with the latest visit."""
    told = inputs["private_fostering"].mutate(case=_.arrangement, team=ibis.null("string"))
    is_open = told.ended_on.isnull() & ~is_unreadable(told, "ended_on")
    rows = told.filter(is_open).mutate(
        month=inputs.month_of_figures(), last_day=ibis.literal(inputs.span.as_at)
    )
    return inputs.with_working_days(rows, start="notified_on", stop="last_day", name="working_days")


def outcome(cases: ir.Table) -> ir.StringValue:
    """The latest visit is recent enough; before the first it is open for 7 working days."""
    first_year = months_later(cases.notified_on, YEAR) > cases.last_day
    allowed = first_year.ifelse(WEEKS * WEEK, WEEKS_LATER * WEEK)
    since = days_between(cases.visited_on, cases.last_day)
    never = cases.visited_on.isnull() & ~is_unreadable(cases, "visited_on")
    return ibis.cases(
        (cases.working_days.isnull(), CANNOT),
        (never & (cases.working_days <= WORKING_DAYS), OPEN),
        (never, NOT_MET),
        (since.isnull(), CANNOT),
        (since <= allowed, MET),
        else_=NOT_MET,
    )


PRIVATE_FOSTERING_VISITS = Indicator(
    id="PF_VISIT",
    version=1,
    title="Private fostering visits on time",
    kind=Kind.SHARE,
    better=Better.HIGHER,
    numerator="of these, those visited within the time",
    denominator="private fostering arrangements open on the day of the figures",
    unit="children",
    clock=(
        "7 working days to the first visit, then 6 weeks in the first year and 12 weeks "
        "after (K1, K3)"
    ),
    needs={"private_fostering": ("child", "notified_on", "visited_on")},
    population=population,
    outcome=outcome,
    source=("Children (Private Arrangements for Fostering) Regulations 2005, SI 2005/1533, reg 8"),
    limits=(
        "The extract tells the latest visit only, so whether earlier ones were in time is"
        " not asked."
    ),
    not_drawn={
        Drawn.OUTSIDE: "It is told of the day of the figures only.",
    },
)
