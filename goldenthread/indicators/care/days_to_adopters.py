"""Adoption: days from entering care to moving in."""

import ibis
import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.care.periods import periods
from goldenthread.indicators.inputs import Inputs, days_between, only_first
from goldenthread.indicators.kinds import CANNOT, MET, Better, Drawn, Indicator, Kind


def population(inputs: Inputs) -> ir.Table:
    """Children adopted in the months, with the days from care to the adopters."""
    orders = inputs["permanence"].mutate(case=_.permanence_row, team=ibis.null("string"))
    adopted = inputs.counted_in_month_of(orders, "order_on")
    care = periods(inputs).select(
        of_authority="authority", of_child="child", care_from="started_on", known="begin_known"
    )
    joined = adopted.left_join(
        care,
        [
            adopted.authority == care.of_authority,
            adopted.child == care.of_child,
            care.care_from <= adopted.placed_on,
        ],
    )
    latest = joined.mutate(days_back=days_between(joined.care_from, joined.placed_on))
    latest = only_first(
        latest.drop("of_authority", "of_child"),
        of=("authority", "case"),
        by=("days_back", "care_from"),
    )
    by_carer = latest.adopted_by_carer.fill_null(False)
    moved = by_carer.ifelse(
        ibis.coalesce(latest.with_foster_carer_since, latest.placed_on), latest.placed_on
    )
    entered = ibis.coalesce(latest.entered_care_on, latest.care_from)
    return latest.mutate(days=days_between(entered, moved), known=latest.known.fill_null(1))


def outcome(cases: ir.Table) -> ir.StringValue:
    """Both days are known."""
    return ibis.cases(
        (cases.month.isnull() | cases.days.isnull() | (cases.days < 0), CANNOT),
        ((cases.known == 0) & cases.entered_care_on.isnull(), CANNOT),
        else_=MET,
    )


def amount(cases: ir.Table) -> ir.NumericValue:
    """The days."""
    return cases.days


DAYS_TO_ADOPTERS = Indicator(
    id="A10",
    version=1,
    title="Adoption: days from entering care to moving in",
    kind=Kind.MEAN,
    better=Better.LOWER,
    numerator=(
        "days from entering care to moving in with the adopters, or to the start of "
        "fostering by them"
    ),
    denominator="children adopted in the month",
    unit="children",
    clock="calendar days",
    needs={"permanence": ("child", "order_on", "placed_on")},
    population=population,
    outcome=outcome,
    amount=amount,
    source=(
        "DfE adoption scorecard, A10 (in the place of A1 from 2021 to 2022); SSDA903 "
        "DECOM, AD1; Annex A list 10"
    ),
    limits=(
        "The scorecard takes three years together; a month has few children. A list tells"
        " adoptions, the return needs the day of the order."
    ),
    not_drawn={
        Drawn.BOUNDARY: "There is no limit of days.",
        Drawn.HOLIDAY: "Calendar days or months; a bank holiday counts like any day.",
        Drawn.OPEN: "Only children who were adopted are counted.",
    },
)
