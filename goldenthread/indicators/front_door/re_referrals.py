"""Re-referrals within 12 months."""

import ibis
import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.inputs import Inputs, is_unreadable, months_later, only_first
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, Better, Drawn, Indicator, Kind

MONTHS = 12
# A list that counts the referrals of a child counts those before the latest one.
LATEST_OF_CHILD = ibis.window(group_by=["authority", "child"])


def population(inputs: Inputs) -> ir.Table:
    """Referrals received in the months, each beside the child's referral before it.

    Two of one child on one day are one. The one before may lie before the months, so all are put
    in order first and the months are cut afterwards.
    """
    referrals = inputs["referrals"]
    each = only_first(
        referrals, of=("authority", "child", "referral_date", "unreadable"), by=("referral",)
    )
    in_order = ibis.window(group_by=["authority", "child"], order_by=["referral_date"])
    each = each.mutate(
        before=_.referral_date.lag().over(in_order),
        latest=_.referral_date.max().over(LATEST_OF_CHILD),
        case=_.referral,
    )
    return inputs.counted_in_month_of(each, "referral_date")


def outcome(referrals: ir.Table) -> ir.StringValue:
    """The referral before this one was received at most 12 months earlier, the day included.

    Where the loads do not reach back so far, the count that a list carries answers for the
    child's latest referral, and nothing for an earlier one.
    """
    earliest = months_later(referrals.referral_date, -MONTHS)
    latest = referrals.referral_date == referrals.latest
    told = referrals.referrals_in_12_months
    return ibis.cases(
        (is_unreadable(referrals, "referral_date"), CANNOT),
        ((referrals.before >= earliest).fill_null(False), MET),
        ((referrals.complete_from <= earliest).fill_null(True), NOT_MET),
        ((latest & (told > 0)).fill_null(False), MET),
        ((latest & (told == 0)).fill_null(False), NOT_MET),
        else_=CANNOT,
    )


RE_REFERRALS = Indicator(
    id="REREF_12M",
    version=1,
    title="Re-referrals within 12 months",
    kind=Kind.SHARE,
    better=Better.LOWER,
    numerator="referrals whose child had an earlier referral within the 12 months before",
    denominator="referrals received in the month; two of one child on one day are one",
    unit="occasions",
    clock="calendar months back from this referral, the corresponding date included (K4)",
    needs={"referrals": ("child", "referral_date")},
    population=population,
    outcome=outcome,
    source="DfE, children in need census, measure C1; CIN census N00100; Annex A list 3",
    limits="An Annex A workbook reaches back six months only: its own count answers for each "
    "child's latest referral, and an earlier one cannot be worked out.",
    not_drawn={
        Drawn.HOLIDAY: "Calendar months; a bank holiday counts like any day.",
        Drawn.OPEN: "A referral has no end that is asked for.",
    },
)
