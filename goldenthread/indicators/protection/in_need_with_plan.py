"""Children in need who have a current plan."""

import ibis
import ibis.expr.types as ir

from goldenthread.indicators.inputs import Inputs
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, RECENT, Better, Indicator, Kind
from goldenthread.indicators.protection.in_need import in_need_only, standing, with_standing

# Until then the assessment that says whether there is to be a plan may still go on.
WORKING_DAYS = 45


def population(inputs: Inputs) -> ir.Table:
    """Children in need on no protection plan and not in care at month ends, with their plan."""
    planned = standing(inputs, inputs["cin_plans"])
    rows = with_standing(in_need_only(inputs), planned, "planned")
    rows = inputs.with_working_days(
        rows, start="referral_date", stop="last_day", name="working_days"
    )
    return inputs.with_reach(rows, "cin_plans", "known_from")


def outcome(rows: ir.Table) -> ir.StringValue:
    """A child in need plan was open on the day."""
    unsure = (rows.elsewhere == 0).fill_null(False) | (rows.known_from > rows.last_day).fill_null(
        False
    )
    return ibis.cases(
        (rows.month.isnull() | rows.working_days.isnull(), CANNOT),
        (rows.working_days <= WORKING_DAYS, RECENT),
        (unsure | (rows.planned == 0).fill_null(False), CANNOT),
        (rows.planned == 1, MET),
        else_=NOT_MET,
    )


IN_NEED_WITH_PLAN = Indicator(
    id="CIN_PLAN",
    version=1,
    title="Children in need with a current plan",
    kind=Kind.SHARE,
    better=Better.HIGHER,
    numerator="of these, those with a child in need plan open on that day",
    denominator="children in need at the last day of the month, on no child protection plan and "
    "not in care, referred more than 45 working days before",
    unit="children",
    clock="a plan is open if it began by the day and did not end by it; working days in England "
    "and Wales from the referral, which is day 0, for the time of the assessment (K1)",
    needs={
        "referrals": ("child", "referral_date", "closed_on"),
        "cp_plans": ("child", "started_on", "ended_on"),
        "care_episodes": ("child", "started_on", "ended_on"),
        "cin_plans": ("child", "started_on", "ended_on"),
    },
    population=population,
    outcome=outcome,
    source="CIN census N00689, N00690; a child in need plan does not run beside a protection plan; "
    "Working Together to Safeguard Children, 45 working days for the assessment",
    limits="No return says which child requires a plan: each is counted once the time of the "
    "assessment is over. A child with two open episodes is counted twice.",
)
