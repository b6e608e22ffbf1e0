"""What an indicator is: who is counted, what became of each case, and what it is called."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

import ibis.expr.types as ir

if TYPE_CHECKING:
    from goldenthread.indicators.inputs import Inputs

# What became of one case. Only the first two are in the denominator.
MET = "met"
NOT_MET = "not met"
CANNOT = "cannot be worked out"
OPEN = "still open"
RECENT = "too recent"
OUTCOMES = (MET, NOT_MET, CANNOT, OPEN, RECENT)

# The columns that every population has; `month` is empty where no day says when the case counts.
CASE_COLUMNS = ("authority", "month", "team", "child", "case")


class Kind(Enum):
    """How cases become a value."""

    SHARE = "share"  # met of met and not met
    COUNT = "count"  # how many are met
    MEAN = "mean"  # the mean of `amount` over the cases that are met


class Better(Enum):
    """Which way is good; neither is a real answer."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"


class Drawn(Enum):
    """The kinds of drawn-table test that every indicator has, or says why it has not."""

    BOUNDARY = "boundary day"
    HOLIDAY = "bank holiday"
    NO_START = "missing start"
    OUTSIDE = "outside the period"
    REPEAT = "repeat child"
    OPEN = "open record"


@dataclass(frozen=True, kw_only=True)
class Indicator:
    """A measure of what happens to children, worked out case by case.

    `id` is for ever: results are stored under it. A changed rule raises `version`.

    Attributes:
        title:      as a report prints it.
        numerator:  in words, what a case must meet.
        denominator: in words, which cases are counted.
        unit:       of what a case is one: "children", "families" or "occasions".
        clock:      how days are counted and on which calendar; "none" where nothing is counted.
        needs:      the columns without which it cannot be worked out, by table.
        population: the cases, as a table with `CASE_COLUMNS` and whatever `outcome` asks for; all
                    months at once. With `weight`, a case stands for so many. A case whose month is empty is shown apart from the months.
        outcome:    for such a table, one of `OUTCOMES` for each case.
        amount:     for a mean, the amount of each case.
        rules:      the council's own rules that it asks for, by their names in `rules.py`.
        source:     where the definition comes from, with law where there is one.
        limits:     what it is known not to tell.
        not_drawn:  why a kind of drawn-table test does not apply, in a sentence.
        also_families: whether the families behind the children are counted too.
        rate:       whether the children of the area stand beside the count, for a rate of 10,000.
    """

    id: str
    version: int
    title: str
    kind: Kind
    better: Better
    numerator: str
    denominator: str
    unit: str
    clock: str
    needs: Mapping[str, tuple[str, ...]]
    population: Callable[["Inputs"], ir.Table]
    outcome: Callable[[ir.Table], ir.StringValue]
    source: str
    limits: str
    amount: Callable[[ir.Table], ir.NumericValue] | None = None
    rules: tuple[str, ...] = ()
    not_drawn: Mapping[Drawn, str] = field(default_factory=dict)
    also_families: bool = False
    rate: bool = False
