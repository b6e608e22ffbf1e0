"""Children who took part in their review."""

import ibis
import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.care.periods import is_younger, with_birth
from goldenthread.indicators.inputs import Inputs
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, Better, Drawn, Indicator, Kind

TOOK_PART = ("PN1", "PN2", "PN3", "PN4", "PN5", "PN6")
UNDER_FOUR = "PN0"
AGE = 4


def population(inputs: Inputs) -> ir.Table:
    """Reviews held in the months of children of 4 years or more."""
    reviews = inputs["care_reviews"].filter(~_.cancelled.fill_null(False))
    held = inputs.counted_in_month_of(reviews.mutate(case=_.review, last_day=_.held_on), "held_on")
    held = with_birth(inputs, held.mutate(team=ibis.null("string")))
    old_enough = ~is_younger(held, AGE).fill_null(False)
    return held.filter(old_enough & (held.participation != UNDER_FOUR).fill_null(True))


def outcome(cases: ir.Table) -> ir.StringValue:
    """By the code of the review; without one nobody knows."""
    return ibis.cases(
        (cases.month.isnull() | cases.participation.isnull(), CANNOT),
        (cases.participation.isin(TOOK_PART), MET),
        else_=NOT_MET,
    )


PARTICIPATION = Indicator(
    id="CLA_PARTIC",
    version=1,
    title="Children who took part in their review",
    kind=Kind.SHARE,
    better=Better.HIGHER,
    numerator="of these, those in which the child took part, by codes PN1 to PN6",
    denominator="reviews held in the month of children aged 4 or more",
    unit="occasions",
    clock="the child's age on the day of the review",
    needs={"care_reviews": ("child", "held_on", "participation")},
    population=population,
    outcome=outcome,
    source="DfE, SSDA903, REVIEW_CODE PN0 to PN7",
    limits=("The code tells how views were given, not whether they changed anything."),
    not_drawn={
        Drawn.HOLIDAY: "No days are counted.",
        Drawn.NO_START: "A review has one day only.",
        Drawn.OPEN: "A review is over on its day.",
    },
)
