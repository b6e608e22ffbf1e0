"""Early help that stepped up to a referral within 12 months."""

import ibis
import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.inputs import Inputs, months_later
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

MONTHS = 12


def population(inputs: Inputs) -> ir.Table:
    """Episodes that ended in the months, with how many referrals followed within a year."""
    episodes = inputs["early_help"].mutate(case=_.episode, team=ibis.null("string"))
    ended = inputs.counted_in_month_of(episodes, "ended_on")
    referrals = inputs["referrals"].select(
        of_authority="authority", of_child="child", referred_on="referral_date"
    )
    joined = ended.join(
        referrals,
        [
            ended.authority == referrals.of_authority,
            ended.child == referrals.of_child,
            referrals.referred_on >= ended.ended_on,
            referrals.referred_on <= months_later(ended.ended_on, MONTHS),
        ],
    )
    found = joined.group_by(["authority", "case"]).aggregate(referrals=joined.count())
    found = found.select(on_authority="authority", on_case="case", referrals="referrals")
    ended = ended.left_join(
        found, [ended.authority == found.on_authority, ended.case == found.on_case]
    )
    return ended.drop("on_authority", "on_case").mutate(as_at=ibis.literal(inputs.span.as_at))


def outcome(cases: ir.Table) -> ir.StringValue:
    """A referral came within 12 months; a year must have passed for it to be counted."""
    return ibis.cases(
        (cases.month.isnull(), CANNOT),
        (months_later(cases.ended_on, MONTHS) > cases.as_at, RECENT),
        (cases.referrals.fill_null(0) > 0, MET),
        else_=NOT_MET,
    )


EARLY_HELP_STEPPED_UP = Indicator(
    id="EHA_STEPUP",
    version=1,
    title="Early help that stepped up to a referral within 12 months",
    kind=Kind.SHARE,
    better=Better.LOWER,
    numerator="of these, those with a referral within 12 months after the end",
    denominator="episodes of early help that ended in the month",
    unit="occasions",
    clock=(
        "calendar months, the corresponding date included (K4); until it has passed it is"
        " too recent"
    ),
    needs={
        "early_help": ("child", "started_on", "ended_on"),
        "referrals": ("child", "referral_date"),
    },
    population=population,
    outcome=outcome,
    source="a local measure; Annex A lists 2 and 3",
    limits=("A referral on the last day itself counts. Figures are a year old by their nature."),
    not_drawn={
        Drawn.HOLIDAY: "Calendar days or months; a bank holiday counts like any day.",
        Drawn.NO_START: "It is counted by its last day.",
    },
)
