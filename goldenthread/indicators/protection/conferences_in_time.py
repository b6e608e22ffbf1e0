"""Initial child protection conferences held within 15 working days."""

import ibis
import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.inputs import Inputs
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, OPEN, Better, Indicator, Kind

WORKING_DAYS = 15


def population(inputs: Inputs) -> ir.Table:
    """Conferences held in the months with their enquiry, and enquiries that still wait for one.

    A conference of a child who moved in on a plan is not counted.
    """
    enquiries = inputs["s47_enquiries"]
    began = enquiries.select(
        of_enquiry="enquiry", of_authority="authority", strategy_on="started_on"
    )
    conferences = inputs["conferences"]
    held = inputs.counted_in_month_of(conferences, "held_on")
    held = held.filter(~held.transfer_in.fill_null(False))
    held = held.left_join(
        began, [held.enquiry == began.of_enquiry, held.authority == began.of_authority]
    )
    columns = ("authority", "month", "team", "child", "case", "strategy_on", "held_on", "waits")
    held = held.mutate(case=_.conference, waits=ibis.literal(False)).select(*columns)
    counted = held.union(_waiting(inputs, enquiries, conferences).select(*columns))
    return inputs.with_working_days(
        counted, start="strategy_on", stop="held_on", name="working_days"
    )


def _waiting(inputs: Inputs, enquiries: ir.Table, conferences: ir.Table) -> ir.Table:
    """Enquiries that go on, for which no conference was held nor found unnecessary."""
    is_open = enquiries.ended_on.isnull() & ~enquiries.conference_not_needed.fill_null(False)
    told = enquiries.conference_not_needed.notnull()
    with_one = conferences.filter(conferences.enquiry.notnull()).select("authority", "enquiry")
    waiting = enquiries.filter(is_open & told).anti_join(with_one, ["authority", "enquiry"])
    return waiting.mutate(
        case=_.enquiry,
        month=inputs.month_of_figures(),
        strategy_on=_.started_on,
        held_on=ibis.null("date"),
        waits=ibis.literal(True),
    )


def outcome(conferences: ir.Table) -> ir.StringValue:
    """At most 15 working days after the strategy discussion, which is day 0."""
    days = conferences.working_days
    return ibis.cases(
        (conferences.waits, OPEN),
        (days.isnull(), CANNOT),
        (days <= WORKING_DAYS, MET),
        else_=NOT_MET,
    )


CONFERENCES_IN_TIME = Indicator(
    id="ICPC_15WD",
    version=1,
    title="Initial child protection conferences held within 15 working days",
    kind=Kind.SHARE,
    better=Better.HIGHER,
    numerator="of these, those held within 15 working days of the strategy discussion",
    denominator="initial conferences held in the month, each one; transfers in are left out",
    unit="occasions",
    clock="working days in England and Wales from the strategy discussion that began the enquiry, "
    "which is day 0; day 15 is in time (K1)",
    needs={
        "conferences": ("child", "held_on", "enquiry"),
        "s47_enquiries": ("started_on",),
    },
    population=population,
    outcome=outcome,
    source="Working Together to Safeguard Children: within 15 working days of the strategy "
    "discussion at which the enquiries were initiated; CIN census N00148, N00110; Annex A list 5",
    limits="A conference that no enquiry is named for cannot be worked out. The census carries no "
    "end of an enquiry, so one without a conference is told as still open.",
)
