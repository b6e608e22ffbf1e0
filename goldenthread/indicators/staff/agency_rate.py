"""Agency worker rate."""

import ibis.expr.types as ir

from goldenthread.indicators.inputs import Inputs
from goldenthread.indicators.kinds import Better, Drawn, Indicator, Kind
from goldenthread.indicators.staff.posts import posts_of_month
from goldenthread.indicators.weighing import by_numbers, in_two


def population(inputs: Inputs) -> ir.Table:
    """The posts of each month, as last told of."""
    posts = posts_of_month(inputs)
    return in_two(posts, of=posts.filled + posts.agency, met=posts.agency)


def outcome(cases: ir.Table) -> ir.StringValue:
    """By the numbers of the team."""
    return by_numbers(cases)


AGENCY_RATE = Indicator(
    id="AGENCY",
    version=1,
    title="Agency worker rate",
    kind=Kind.SHARE,
    better=Better.LOWER,
    numerator="posts filled by agency workers",
    denominator="posts filled, by the council's own staff and by agency workers",
    unit="full-time posts",
    clock="as last told of in the month",
    needs={"posts": ("as_at", "agency", "filled")},
    population=population,
    outcome=outcome,
    source="DfE, children's social work workforce census, 30 September",
    limits="In full-time equivalents where the extract has them.",
    not_drawn={
        Drawn.BOUNDARY: "There is no limit of days.",
        Drawn.HOLIDAY: "No days are counted.",
        Drawn.REPEAT: "It is not about children.",
        Drawn.OPEN: "It is told of a day.",
    },
)
