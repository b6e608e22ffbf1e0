"""Contacts with a decision within 1 working day."""

import ibis
import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.inputs import Inputs, is_unreadable
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, OPEN, Better, Indicator, Kind

WORKING_DAYS = 1


def population(inputs: Inputs) -> ir.Table:
    """Contacts received in the months."""
    contacts = inputs["contacts"].mutate(case=_.contact, team=ibis.null("string"))
    counted = inputs.counted_in_month_of(contacts, "contact_date")
    return inputs.with_working_days(
        counted, start="contact_date", stop="decision_date", name="working_days"
    )


def outcome(cases: ir.Table) -> ir.StringValue:
    """Decided at most one working day after receipt; without a decision it is open."""
    undecided = cases.decision_date.isnull() & ~is_unreadable(cases, "decision_date")
    return ibis.cases(
        (cases.month.isnull(), CANNOT),
        (undecided, OPEN),
        (cases.working_days.isnull(), CANNOT),
        (cases.working_days <= WORKING_DAYS, MET),
        else_=NOT_MET,
    )


CONTACTS_DECIDED_IN_A_DAY = Indicator(
    id="CON_1WD",
    version=1,
    title="Contacts with a decision within 1 working day",
    kind=Kind.SHARE,
    better=Better.HIGHER,
    numerator="of these, those decided at the latest on the first working day after",
    denominator="contacts received in the month",
    unit="occasions",
    clock="working days in England and Wales; the day of receipt is day 0 (K1)",
    needs={"contacts": ("child", "contact_date", "decision_date")},
    population=population,
    outcome=outcome,
    source=(
        "Working Together to Safeguard Children: a decision on a referral within one working day"
    ),
    limits=(
        "Annex A does not carry the day of the decision. A contact without one stays open"
        " however old it is."
    ),
)
