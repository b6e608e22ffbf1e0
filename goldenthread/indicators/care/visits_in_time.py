"""Children in care all of whose statutory visits of the month were in time."""

import ibis
import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.care.periods import in_care
from goldenthread.indicators.inputs import Inputs, months_later
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, Better, Drawn, Indicator, Kind

DAYS_TO_FIRST, DAYS_BETWEEN = 7, 42
MONTHS_BETWEEN, YEAR = 3, 12
# The plan is that the placement lasts until the child is 18.
TO_EIGHTEEN = ("LTF", "LTR")
WITH_PARENTS = ("P1",)
PLACED, VISITED = 0, 1


def population(inputs: Inputs) -> ir.Table:
    """Children in care on the last day of each month, with how many visits were `overdue` in it."""
    rows = inputs.with_reach(in_care(inputs), "care_visits", "known_from")
    late = _steps(inputs)
    late = late.filter(late.next_on.isnull() | (late.next_on > late.due_on)).select(
        of_authority="authority",
        of_child="child",
        due_on="due_on",
        next_on="next_on",
        unsure=((_.kind == PLACED) & _.next_on.isnull()).ifelse(1, 0),
        step_on="at",
    )
    joined = rows.join(
        late,
        [
            rows.authority == late.of_authority,
            rows.child == late.of_child,
            late.due_on < rows.last_day,
            late.next_on.isnull() | (late.next_on > rows.month),
            late.step_on >= rows.started_on,
            # A visit between two that are known may lie where the loads do not reach.
            late.next_on.isnull() | (late.due_on >= rows.known_from).fill_null(True),
        ],
    )
    found = joined.group_by(["authority", "case", "month"]).aggregate(
        overdue=joined.count(), never=joined.unsure.max(), since=joined.step_on.min()
    )
    rows = _beside(rows, found, "overdue", "never", "since")
    return _with_parents(inputs, rows)


def _beside(rows: ir.Table, found: ir.Table, *names: str) -> ir.Table:
    of = found.select(
        on_authority="authority",
        on_case="case",
        on_month="month",
        **{name: name for name in names},
    )
    joined = rows.left_join(
        of, [rows.authority == of.on_authority, rows.case == of.on_case, rows.month == of.on_month]
    )
    return joined.drop("on_authority", "on_case", "on_month")


def _steps(inputs: Inputs) -> ir.Table:
    """Each placement's first day and each visit, with the day by which the next visit is due."""
    placements = inputs["placements"].filter(_.started_on.notnull())
    begun = placements.select("authority", "child", at="started_on", kind=PLACED)
    visits = inputs["care_visits"]
    visits = visits.filter(visits.visited_on.notnull() & visits.seen.fill_null(True))
    seen = visits.select("authority", "child", at="visited_on", kind=VISITED)
    both = begun.union(seen)
    after = ibis.window(
        group_by=["authority", "child"],
        order_by=["at", "kind"],
    )
    until_now = ibis.cumulative_window(group_by=["authority", "child"], order_by=["at", "kind"])
    both = both.mutate(
        next_at=_.at.lead().over(after),
        placed_on=(_.kind == PLACED).ifelse(_.at, None).max().over(until_now),
    )
    both = _with_plan(inputs, both)
    due = ibis.cases(
        (both.kind == PLACED, (both.at + ibis.interval(days=DAYS_TO_FIRST)).cast("date")),
        (
            both.long_term & (months_later(both.placed_on, YEAR) <= both.at),
            months_later(both.at, MONTHS_BETWEEN),
        ),
        else_=(both.at + ibis.interval(days=DAYS_BETWEEN)).cast("date"),
    )
    return both.mutate(due_on=due, next_on=both.next_at)


def _with_plan(inputs: Inputs, rows: ir.Table) -> ir.Table:
    plans = inputs["care_plans"]
    is_long = plans.permanence.isin(TO_EIGHTEEN).fill_null(False)
    of = plans.group_by(["authority", "child"]).aggregate(long=is_long.ifelse(1, 0).max())
    of = of.select(plan_authority="authority", plan_child="child", long="long")
    joined = rows.left_join(of, [rows.authority == of.plan_authority, rows.child == of.plan_child])
    return joined.mutate(long_term=(joined.long == 1).fill_null(False)).drop(
        "plan_authority", "plan_child", "long"
    )


def _with_parents(inputs: Inputs, rows: ir.Table) -> ir.Table:
    placements = inputs["placements"]
    home = placements.filter(placements.placement_type.isin(WITH_PARENTS)).select(
        home_authority="authority", home_child="child", home_from="started_on", home_to="ended_on"
    )
    joined = rows.join(
        home,
        [
            rows.authority == home.home_authority,
            rows.child == home.home_child,
            home.home_from <= rows.last_day,
            home.home_to.isnull() | (home.home_to > rows.month),
        ],
    )
    found = joined.group_by(["authority", "case", "month"]).aggregate(at_home=joined.count())
    return _beside(rows, found, "at_home")


def outcome(children: ir.Table) -> ir.StringValue:
    """No visit was overdue on any day of the month; the due day itself is in time."""
    known, last_day = children.known_from, children.last_day
    before = (known > last_day).fill_null(False)
    unsure = ((children.never == 1) & (children.since < known) & (known < last_day)).fill_null(
        False
    )
    return ibis.cases(
        (children.month.isnull() | before, CANNOT),
        (children.at_home.fill_null(0) > 0, CANNOT),
        (unsure, CANNOT),
        (children.overdue.fill_null(0) > 0, NOT_MET),
        else_=MET,
    )


CARE_VISITS_IN_TIME = Indicator(
    id="CLA_VISIT",
    version=1,
    title="Statutory visits to children in care in time",
    kind=Kind.SHARE,
    better=Better.HIGHER,
    numerator="of these, those of whom no visit was overdue on any day of the month",
    denominator="children looked after on the last day of the month",
    unit="children",
    clock="within 7 days of the start of a placement, then every 42 days; after a year 3 months "
    "where the placement is to last until 18 (K3, K4); the due day is in time",
    needs={
        "care_episodes": ("child", "started_on", "ended_on"),
        "placements": ("child", "started_on"),
        "care_visits": ("child", "visited_on"),
    },
    population=population,
    outcome=outcome,
    source="Care Planning, Placement and Case Review (England) Regulations 2010, SI 2010/959, "
    "reg 28; Annex A list 8",
    limits="A child placed with parents, whose rule depends on the order and the first review, "
    "cannot be worked out, nor weekly visits under regulations 19 and 24. Where a list tells the "
    "latest visit only, earlier visits of the month are not asked.",
    not_drawn={Drawn.HOLIDAY: "Calendar days; a bank holiday counts like any day."},
)
