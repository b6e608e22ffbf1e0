"""Three or more social workers in the year."""

import ibis
import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.care.periods import in_care
from goldenthread.indicators.inputs import Inputs
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, Better, Drawn, Indicator, Kind

MANY = 3
SOCIAL_WORKER = "SOCIAL_WORKER"


def population(inputs: Inputs) -> ir.Table:
    """Children in care on the last day of each month, with how many workers they had in the year."""
    rows = in_care(inputs)
    involved = inputs["involvements"]
    own = involved.filter((involved.part == SOCIAL_WORKER).fill_null(True)).select(
        of_authority="authority",
        of_child="child",
        worker="worker",
        since="started_on",
        until="ended_on",
    )
    joined = rows.select("authority", "child", "case", "month", "last_day", "year_first").join(
        own,
        [
            _.authority == own.of_authority,
            _.child == own.of_child,
            own.since <= _.last_day,
            own.until.isnull() | (own.until >= _.year_first),
        ],
    )
    found = joined.group_by(["authority", "case", "month"]).aggregate(
        workers=joined.worker.nunique()
    )
    found = found.select(
        on_authority="authority", on_case="case", on_month="month", workers="workers"
    )
    rows = rows.left_join(
        found,
        [
            rows.authority == found.on_authority,
            rows.case == found.on_case,
            rows.month == found.on_month,
        ],
    ).drop("on_authority", "on_case", "on_month")
    return inputs.with_reach(rows, "involvements", "known_from")


def outcome(cases: ir.Table) -> ir.StringValue:
    """Three different workers or more; a child of whom none is known cannot be worked out."""
    reaches = (cases.known_from <= cases.year_first).fill_null(True) | (
        cases.started_on >= cases.known_from
    ).fill_null(False)
    return ibis.cases(
        (cases.month.isnull(), CANNOT),
        ((cases.workers >= MANY).fill_null(False), MET),
        (cases.workers.isnull() | ~reaches, CANNOT),
        else_=NOT_MET,
    )


MANY_SOCIAL_WORKERS = Indicator(
    id="SW_3PLUS",
    version=1,
    title="Three or more social workers in the year",
    kind=Kind.SHARE,
    better=Better.LOWER,
    numerator=("of these, those with three or more social workers in the twelve months before"),
    denominator="children looked after on the last day of the month",
    unit="children",
    clock="the twelve months that end on the day",
    needs={
        "care_episodes": ("child", "started_on", "ended_on"),
        "involvements": ("child", "worker", "started_on", "ended_on"),
    },
    population=population,
    outcome=outcome,
    source="DfE, SSDA903, SWEpisodes (from 2023 to 2024)",
    limits="A worker who comes back is one worker.",
    not_drawn={
        Drawn.HOLIDAY: "Calendar days or months; a bank holiday counts like any day.",
    },
)
