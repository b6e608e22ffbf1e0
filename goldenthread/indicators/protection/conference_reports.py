"""Reports shared with the family before the initial conference."""

import ibis
import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.inputs import Inputs, is_unreadable
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, Better, Drawn, Indicator, Kind


def population(inputs: Inputs) -> ir.Table:
    """Initial conferences held in the months."""
    conferences = inputs["conferences"].mutate(case=_.conference)
    return inputs.counted_in_month_of(conferences, "held_on")


def outcome(held: ir.Table) -> ir.StringValue:
    """The report went to the parents on an earlier day than that of the conference."""
    shared = held.reports_shared_on
    return ibis.cases(
        (held.month.isnull(), CANNOT),
        (shared.isnull() & is_unreadable(held, "reports_shared_on"), CANNOT),
        ((shared < held.held_on).fill_null(False), MET),
        else_=NOT_MET,
    )


CONFERENCE_REPORTS = Indicator(
    id="CP_REPORT",
    version=1,
    title="Reports shared with the family before the conference",
    kind=Kind.SHARE,
    better=Better.HIGHER,
    numerator="of these, those before which the social worker's report went to the parents, at the "
    "latest on the day before",
    denominator="initial child protection conferences held in the month",
    unit="occasions",
    clock="24 hours before the meeting, told by days: an earlier calendar day (K5)",
    needs={"conferences": ("child", "held_on", "reports_shared_on")},
    population=population,
    outcome=outcome,
    source="a local standard of 24 hours before the meeting, as inspectors have named it",
    limits="To the day only: hours are not told, so a report shared late on the day before counts, "
    "and one shared on the day itself never does. Review conferences are not counted.",
    not_drawn={
        Drawn.HOLIDAY: "Days are put in order, none are counted.",
        Drawn.OPEN: "A conference is held or not; it has no end that is asked for.",
    },
)
