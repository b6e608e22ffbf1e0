"""Reviews of children in care in time."""

import ibis
import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.care.periods import in_care, periods
from goldenthread.indicators.inputs import Inputs, months_later
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, RECENT, Better, Indicator, Kind

WORKING_DAYS_TO_FIRST, MONTHS_TO_SECOND, MONTHS_BETWEEN = 20, 3, 6
FIRST, SECOND = 0, 1


def population(inputs: Inputs) -> ir.Table:
    """Children in care on the last day of each month, with how many reviews were `overdue` in it."""
    rows = in_care(inputs)
    steps = reviews_and_due_days(inputs)
    late = steps.filter(steps.next_on.isnull() | (steps.next_on > steps.due_on)).select(
        on_authority="authority",
        on_case="case",
        due_on="due_on",
        next_on="next_on",
        place="place",
        at="at",
    )
    joined = rows.select("authority", "case", "month", "last_day").join(
        late,
        [
            _.authority == late.on_authority,
            _.case == late.on_case,
            late.due_on < _.last_day,
            late.next_on.isnull() | (late.next_on > _.month),
        ],
    )
    # Where only the latest review is told, nobody knows whether it was the second.
    may_be_later = (joined.place == SECOND) & (
        months_later(joined["at"], MONTHS_BETWEEN) >= joined.last_day
    )
    unsure = ((joined.place == FIRST) | may_be_later).ifelse(1, 0)
    found = joined.group_by(["authority", "case", "month"]).aggregate(
        overdue=joined.count(), unsure=unsure.max()
    )
    found = found.select(
        of_authority="authority",
        of_case="case",
        of_month="month",
        overdue="overdue",
        unsure="unsure",
    )
    rows = rows.left_join(
        found,
        [
            rows.authority == found.of_authority,
            rows.case == found.of_case,
            rows.month == found.of_month,
        ],
    ).drop("of_authority", "of_case", "of_month")
    rows = inputs.with_reach(rows, "care_reviews", "known_from")
    return inputs.with_working_days(rows, start="started_on", stop="last_day", name="working_days")


def reviews_and_due_days(inputs: Inputs) -> ir.Table:
    """The first day of each period of care and its reviews, each with the next one's due day."""
    care = periods(inputs)
    begun = care.select("authority", "case", at="started_on", kind=0)
    reviews = inputs["care_reviews"]
    held = reviews.filter(reviews.held_on.notnull() & ~reviews.cancelled.fill_null(False)).select(
        of_authority="authority", of_child="child", held_on="held_on"
    )
    span = care.select("authority", "child", "case", "started_on", "ended_on")
    within = held.join(
        span,
        [
            held.of_authority == span.authority,
            held.of_child == span.child,
            held.held_on > span.started_on,
            span.ended_on.isnull() | (held.held_on <= span.ended_on),
        ],
    )
    steps = begun.union(within.select("authority", "case", at="held_on", kind=1))
    in_order = ibis.window(group_by=["authority", "case"], order_by=["at", "kind"])
    steps = steps.mutate(place=ibis.row_number().over(in_order), next_on=_.at.lead().over(in_order))
    days = inputs.days
    counted = days.select(first_day="day", first_count="working")
    steps = steps.left_join(counted, steps["at"] == counted.first_day)
    # The first day with so many working days up to it is the working day of that number.
    due = days.group_by("working").aggregate(due_day=days.day.min())
    due = due.select(due_day="due_day", due_count="working")
    steps = steps.left_join(due, steps.first_count + WORKING_DAYS_TO_FIRST == due.due_count)
    due_on = ibis.cases(
        (steps.place == FIRST, steps.due_day),
        (steps.place == SECOND, months_later(steps.at, MONTHS_TO_SECOND)),
        else_=months_later(steps.at, MONTHS_BETWEEN),
    )
    return steps.mutate(due_on=due_on)


def outcome(cases: ir.Table) -> ir.StringValue:
    """No review was overdue on any day of the month; in the first 20 working days none is due."""
    before = (cases.known_from > cases.started_on).fill_null(False)
    only_latest = (cases.known_from == cases.last_day).fill_null(False)
    young = cases.working_days <= WORKING_DAYS_TO_FIRST
    return ibis.cases(
        (cases.month.isnull() | cases.working_days.isnull(), CANNOT),
        (young & cases.overdue.isnull(), RECENT),
        (before & ~only_latest, CANNOT),
        (only_latest & (cases.unsure == 1).fill_null(False), CANNOT),
        (cases.overdue.fill_null(0) > 0, NOT_MET),
        else_=MET,
    )


CARE_REVIEWS_IN_TIME = Indicator(
    id="CLA_REVIEW",
    version=1,
    title="Reviews of children in care in time",
    kind=Kind.SHARE,
    better=Better.HIGHER,
    numerator="of these, those of whom no review was overdue on any day of the month",
    denominator=(
        "children looked after on the last day of the month for whom a review has been due"
    ),
    unit="children",
    clock=(
        "the first within 20 working days of becoming looked after (day 0), the second "
        "within 3 months of the first, later ones within 6 months (K1, K4); the due day "
        "is in time"
    ),
    needs={
        "care_episodes": ("child", "started_on", "ended_on"),
        "care_reviews": ("child", "held_on"),
    },
    population=population,
    outcome=outcome,
    source=(
        "Care Planning, Placement and Case Review (England) Regulations 2010, SI "
        "2010/959, reg 33; SSDA903 REVIEW; Annex A list 8"
    ),
    limits=(
        "Reviews of care that began before the loads reach back cannot be worked out. "
        "Where a list tells the latest review only, the interval to it is not asked."
    ),
)
