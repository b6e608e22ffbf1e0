"""Contacts received."""

import ibis
import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.inputs import Inputs
from goldenthread.indicators.kinds import CANNOT, MET, Better, Drawn, Indicator, Kind


def population(inputs: Inputs) -> ir.Table:
    """Contacts received in the months."""
    contacts = inputs["contacts"].mutate(case=_.contact, team=ibis.null("string"))
    return inputs.counted_in_month_of(contacts, "contact_date")


def outcome(cases: ir.Table) -> ir.StringValue:
    """Each counts."""
    return ibis.cases((cases.month.isnull(), CANNOT), else_=MET)


CONTACTS = Indicator(
    id="CON_VOL",
    version=1,
    title="Contacts received",
    kind=Kind.COUNT,
    better=Better.NEITHER,
    numerator="contacts received in the month, one for each child and contact",
    denominator="children aged 0 to 17 in the area, for the rate",
    unit="occasions",
    clock="none",
    needs={"contacts": ("child", "contact_date")},
    population=population,
    outcome=outcome,
    source="Ofsted, Annex A list 1; there is no clock and no national collection",
    limits=("What a council calls a contact differs; an Annex A list reaches back six months."),
    not_drawn={
        Drawn.BOUNDARY: "No days are counted.",
        Drawn.HOLIDAY: "No days are counted.",
        Drawn.NO_START: "A contact has one day only.",
        Drawn.OPEN: "A contact has no end.",
    },
    rules=("population_0_17",),
    rate=True,
)
