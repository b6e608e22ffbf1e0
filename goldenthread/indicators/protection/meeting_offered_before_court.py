"""Applications before which a family group decision-making meeting was offered."""

import ibis
import ibis.expr.types as ir

from goldenthread.indicators.inputs import Inputs
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, Better, Drawn, Indicator, Kind
from goldenthread.indicators.protection.applications import applications


def population(inputs: Inputs) -> ir.Table:
    """Applications issued in the months."""
    return inputs.counted_in_month_of(applications(inputs), "issued_on")


def outcome(issued: ir.Table) -> ir.StringValue:
    """Each child was offered a meeting on an earlier day, or a reason why not is on record."""
    return ibis.cases(
        (issued.month.isnull(), CANNOT),
        (issued.without_offer > 0, NOT_MET),
        (issued.offer_lost > 0, CANNOT),
        else_=MET,
    )


MEETING_OFFERED_BEFORE_COURT = Indicator(
    id="FGDM_OFFER",
    version=1,
    title="Family group decision-making offered before proceedings",
    kind=Kind.SHARE,
    better=Better.HIGHER,
    numerator="of these, those before which a meeting was offered for each child, or for whom it is "
    "on record that an offer would not be in the child's best interests",
    denominator="applications for care or supervision orders (section 31) issued in the month",
    unit="occasions",
    clock="the day of the offer lies before the day on which the application was issued",
    needs={"care_proceedings": ("child", "issued_on", "meeting_offered_on")},
    population=population,
    outcome=outcome,
    source="Children Act 1989 section 31ZA, inserted by the Children's Wellbeing and Schools Act "
    "2026 section 1: an offer before the application",
    limits="The duty holds from the day on which section 31ZA comes into force; applications of "
    "earlier months are counted all the same. Children of one application are one occasion; where "
    "no application is named, each child is one. Whether the offer stood in the letter is not told.",
    not_drawn={
        Drawn.HOLIDAY: "Days are put in order, none are counted.",
        Drawn.OPEN: "Whether the application is concluded is not asked.",
    },
)
