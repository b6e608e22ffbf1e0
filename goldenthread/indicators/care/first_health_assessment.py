"""Initial health assessment in time."""

import ibis
import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.care.periods import periods
from goldenthread.indicators.inputs import Inputs
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, OPEN, Better, Indicator, Kind

WORKING_DAYS = 20
HEALTH = "HEALTH"


def population(inputs: Inputs) -> ir.Table:
    """Children who came into care in the months, with their first health assessment in care."""
    begun = inputs.counted_in_month_of(periods(inputs), "started_on")
    checks = inputs["health_checks"]
    checks = checks.filter((checks.check_type == HEALTH) & checks.checked_on.notnull()).select(
        of_authority="authority", of_child="child", checked_on="checked_on"
    )
    joined = begun.select("authority", "child", "case", "started_on", "ended_on").join(
        checks,
        [
            _.authority == checks.of_authority,
            _.child == checks.of_child,
            checks.checked_on >= _.started_on,
        ],
    )
    first = joined.group_by(["authority", "case"]).aggregate(first_on=joined.checked_on.min())
    first = first.select(on_authority="authority", on_case="case", first_on="first_on")
    begun = begun.left_join(
        first, [begun.authority == first.on_authority, begun.case == first.on_case]
    ).drop("on_authority", "on_case")
    begun = begun.mutate(as_at=ibis.literal(inputs.span.as_at))
    begun = begun.mutate(until=ibis.coalesce(begun.ended_on, begun.as_at))
    begun = inputs.with_working_days(begun, start="started_on", stop="until", name="in_care_for")
    begun = begun.filter(
        begun.ended_on.isnull() | (begun.in_care_for > WORKING_DAYS).fill_null(True)
    )
    begun = inputs.with_reach(begun, "health_checks", "known_from")
    return inputs.with_working_days(begun, start="started_on", stop="first_on", name="working_days")


def outcome(cases: ir.Table) -> ir.StringValue:
    """The first assessment came within 20 working days; until they have passed it is open."""
    return ibis.cases(
        (cases.month.isnull() | (cases.begin_known == 0), CANNOT),
        ((cases.working_days <= WORKING_DAYS).fill_null(False), MET),
        (cases.in_care_for.isnull(), CANNOT),
        (cases.in_care_for <= WORKING_DAYS, OPEN),
        ((cases.known_from > cases.started_on).fill_null(False), CANNOT),
        else_=NOT_MET,
    )


FIRST_HEALTH_ASSESSMENT = Indicator(
    id="IHA_20WD",
    version=1,
    title="Initial health assessment in time",
    kind=Kind.SHARE,
    better=Better.HIGHER,
    numerator="of these, those with a health assessment within 20 working days",
    denominator=(
        "children who came into care in the month and were still in care 20 working days later"
    ),
    unit="children",
    clock=("working days in England and Wales; the first day in care is day 0 (K1)"),
    needs={
        "care_episodes": ("child", "started_on", "ended_on"),
        "health_checks": ("child", "check_type", "checked_on"),
    },
    population=population,
    outcome=outcome,
    source=(
        "Care Planning, Placement and Case Review (England) Regulations 2010, reg 7: "
        "before the first review"
    ),
    limits=(
        "Counted to the day of the assessment, not of its report. A list that tells the "
        "latest assessment only cannot say that the first was late."
    ),
)
