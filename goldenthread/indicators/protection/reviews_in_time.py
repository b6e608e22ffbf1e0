"""Child protection plans all of whose reviews were in time."""

import ibis
import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.inputs import Inputs, is_unreadable, months_later
from goldenthread.indicators.kinds import (
    CANNOT,
    MET,
    NOT_MET,
    RECENT,
    Better,
    Drawn,
    Indicator,
    Kind,
)
from goldenthread.indicators.protection.plans import open_plans

MONTHS_TO_FIRST, MONTHS_BETWEEN = 3, 6


def population(inputs: Inputs) -> ir.Table:
    """Plans open at the last day of each month, with the first due day that was missed.

    `missed` is the earliest day by which a review was due and not held, whether it was held later
    or not at all; `lost` tells of a review whose day cannot be read.
    """
    plans = inputs["cp_plans"].mutate(case=_.cp_plan)
    rows = open_plans(inputs)
    steps = _steps(inputs, plans)
    missed = steps.filter(steps.next_on.isnull() | (steps.next_on > steps.due_on))
    missed = missed.group_by(["authority", "case"]).aggregate(missed=missed.due_on.min())
    lost = steps.group_by(["authority", "case"]).aggregate(lost=steps.lost.max())
    rows = _beside(rows, missed, "missed")
    rows = _beside(rows, lost, "lost")
    return inputs.with_reach(rows, "cp_reviews", "known_from")


def _beside(rows: ir.Table, of_plans: ir.Table, name: str) -> ir.Table:
    of = of_plans.select(of_authority="authority", of_case="case", **{name: name})
    joined = rows.left_join(of, [rows.authority == of.of_authority, rows.case == of.of_case])
    return joined.drop("of_authority", "of_case")


def _steps(inputs: Inputs, plans: ir.Table) -> ir.Table:
    """The first day of each plan and its reviews, each with the due day of the next review."""
    begun = plans.select(
        "authority", "case", held_on="started_on", months_to_next=MONTHS_TO_FIRST, lost=0
    )
    reviews = _of_plans(inputs, plans)
    steps = begun.union(reviews.select(*begun.columns))
    in_order = ibis.window(group_by=["authority", "case"], order_by=["held_on", "months_to_next"])
    steps = steps.mutate(next_on=_.held_on.lead().over(in_order))
    due_on = (steps.months_to_next == MONTHS_TO_FIRST).ifelse(
        months_later(steps.held_on, MONTHS_TO_FIRST), months_later(steps.held_on, MONTHS_BETWEEN)
    )
    return steps.mutate(due_on=due_on)


def _of_plans(inputs: Inputs, plans: ir.Table) -> ir.Table:
    """The reviews of each plan held after its first day: by the plan named, else by its days."""
    reviews = inputs["cp_reviews"]
    lost = is_unreadable(reviews, "held_on")
    reviews = reviews.filter(reviews.held_on.notnull() | lost).select(
        of_authority="authority",
        of_child="child",
        of_plan="cp_plan",
        held_on="held_on",
        lost=lost.ifelse(1, 0),
    )
    span = plans.select("authority", "child", "case", begun_on="started_on", over_on="ended_on")
    named = reviews.of_plan == span.case
    within = reviews.of_plan.isnull() & (span.over_on.isnull() | (reviews.held_on <= span.over_on))
    joined = reviews.join(
        span,
        [
            reviews.of_authority == span.authority,
            reviews.of_child == span.child,
            named | within,
            reviews.held_on.isnull() | (reviews.held_on > span.begun_on),
        ],
    )
    return joined.mutate(months_to_next=MONTHS_BETWEEN)


def outcome(plans: ir.Table) -> ir.StringValue:
    """No due day was missed by the last day of the month; the due day itself is in time."""
    missed = (plans.last_day > plans.missed).fill_null(False)
    return ibis.cases(
        (plans.month.isnull(), CANNOT),
        (months_later(plans.started_on, MONTHS_TO_FIRST) > plans.last_day, RECENT),
        ((plans.lost == 1).fill_null(False), CANNOT),
        ((plans.started_on < plans.known_from).fill_null(False), CANNOT),
        (missed, NOT_MET),
        else_=MET,
    )


REVIEWS_IN_TIME = Indicator(
    id="RCPC_TIME",
    version=1,
    title="Child protection plans reviewed in time",
    kind=Kind.SHARE,
    better=Better.HIGHER,
    numerator="of these, those all of whose reviews were in time",
    denominator="plans open at the last day of the month that began three months before or earlier",
    unit="children",
    clock="calendar months, the corresponding date included (K4): the first review within 3 "
    "months of the conference, each later one within 6 months of the one before",
    needs={
        "cp_plans": ("child", "started_on", "ended_on"),
        "cp_reviews": ("child", "held_on"),
    },
    population=population,
    outcome=outcome,
    source="Working Together to Safeguard Children; DfE, children in need census, table D6 "
    "(N00105, N00116); Annex A list 7",
    limits="The plan begins on the day of its conference. A plan older than the loads reach back "
    "cannot be worked out, since reviews may be missing; Annex A tells the latest review only.",
    not_drawn={Drawn.HOLIDAY: "Calendar months; a bank holiday counts like any day."},
)
