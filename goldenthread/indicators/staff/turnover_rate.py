"""Turnover rate."""

import ibis.expr.types as ir

from goldenthread.indicators.inputs import Inputs, months_later
from goldenthread.indicators.kinds import Better, Drawn, Indicator, Kind
from goldenthread.indicators.staff.posts import posts_of_month
from goldenthread.indicators.weighing import by_numbers, in_two

MONTHS = 12


def population(inputs: Inputs) -> ir.Table:
    """The posts of each month with those who left in the year."""
    posts = posts_of_month(inputs)
    every = inputs["posts"]
    left = every.select(
        of_authority="authority", of_team="team", told_on="as_at", leavers_told="leavers"
    )
    joined = posts.left_join(
        left,
        [
            posts.authority == left.of_authority,
            posts.team.fill_null("") == left.of_team.fill_null(""),
            left.told_on <= posts.as_at,
            left.told_on > months_later(posts.as_at, -MONTHS),
        ],
    )
    counted = joined.group_by(
        ["authority", "month", "team", "child", "case", "filled", "unreadable"]
    ).aggregate(left_in_year=joined.leavers_told.sum())
    return in_two(counted, of=counted.filled, met=counted.left_in_year)


def outcome(cases: ir.Table) -> ir.StringValue:
    """By the numbers of the team."""
    return by_numbers(cases)


TURNOVER_RATE = Indicator(
    id="TURNOVER",
    version=1,
    title="Turnover rate",
    kind=Kind.SHARE,
    better=Better.LOWER,
    numerator="workers who left in the twelve months before",
    denominator="posts filled on the day",
    unit="full-time posts",
    clock="the twelve months that end with the month",
    needs={"posts": ("as_at", "filled", "leavers")},
    population=population,
    outcome=outcome,
    source="DfE, children's social work workforce census, year to 30 September",
    limits=(
        "Needs what is told of each of the twelve months; months that are missing count "
        "nobody as having left."
    ),
    not_drawn={
        Drawn.HOLIDAY: "No days are counted.",
        Drawn.REPEAT: "It is not about children.",
        Drawn.OPEN: "It is told of a day.",
    },
)
