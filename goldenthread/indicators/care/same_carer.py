"""Children in care who have lived with the same carer for two years."""

import ibis
import ibis.expr.types as ir

from goldenthread.indicators.care.periods import carer_on_last_day, in_care, is_younger, with_birth
from goldenthread.indicators.inputs import Inputs, months_later
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, Better, Drawn, Indicator, Kind

AGE, MONTHS_IN_CARE, MONTHS_WITH_CARER = 16, 30, 24


def population(inputs: Inputs) -> ir.Table:
    """Children under 16 on the last day of each month who were in care for 2½ years by then.

    Those of whom no load tells when they were born or came into care stay, not worked out.
    """
    rows = with_birth(inputs, in_care(inputs))
    young = is_younger(rows, AGE).fill_null(True)
    long = (months_later(rows.started_on, MONTHS_IN_CARE) <= rows.last_day) | (
        rows.begin_known == 0
    )
    rows = rows.filter(rows.month.isnull() | (young & long))
    return carer_on_last_day(inputs, rows)


def outcome(children: ir.Table) -> ir.StringValue:
    """With this carer for 24 months; or with adopters, and with the carer before for 24 in all."""
    two_years_ago = months_later(children.last_day, -MONTHS_WITH_CARER)
    long = (children.carer_since <= two_years_ago).fill_null(False)
    adopting = ((children.adopts == 1) & (children.carer_before_since <= two_years_ago)).fill_null(
        False
    )
    unknown_age = children.born_on.isnull()
    unknown_care = (children.begin_known == 0) & (
        months_later(children.started_on, MONTHS_IN_CARE) > children.last_day
    )
    return ibis.cases(
        (children.month.isnull() | unknown_age | unknown_care, CANNOT),
        (long | adopting, MET),
        (children.carer_since.isnull() | (children.carer_known == 0), CANNOT),
        else_=NOT_MET,
    )


SAME_CARER = Indicator(
    id="PLACE_LT",
    version=1,
    title="Children in care with the same carer for two years",
    kind=Kind.SHARE,
    better=Better.HIGHER,
    numerator="of these, those with the same carer for two years, or with adopters and the carer "
    "before for two years in all",
    denominator="children under 16 on the last day of the month, looked after for 2½ years or more",
    unit="children",
    clock="calendar months, the corresponding date included (K4): 30 in care, 24 with the carer",
    needs={
        "care_episodes": ("child", "started_on", "ended_on"),
        "placements": ("child", "started_on", "ended_on"),
        "children": ("birth_month",),
    },
    population=population,
    outcome=outcome,
    source="DfE, SSDA903, long-term placement stability",
    limits="Where only the month of birth is held, its first day stands for the birthday. Where "
    "files begin in mid-care, a shorter stay than two years cannot be worked out.",
    not_drawn={Drawn.HOLIDAY: "Calendar months; a bank holiday counts like any day."},
)
