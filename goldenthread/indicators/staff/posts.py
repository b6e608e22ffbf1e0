"""Posts and workers of a month, as the indicators of the workforce ask."""

import ibis
import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.inputs import Inputs, only_first


def latest_of_month(inputs: Inputs, table: str, *, of: tuple[str, ...], key: str) -> ir.Table:
    """Of what a table says of the same thing on several days of a month, the latest."""
    told = inputs[table].mutate(case=_[key], child=ibis.null("string"))
    counted = inputs.counted_in_month_of(told, "as_at")
    if "team" not in counted.columns:
        counted = counted.mutate(team=ibis.null("string"))
    counted = counted.mutate(back=ibis.date("2100-01-01").delta(counted.as_at, unit="day"))
    return only_first(counted, of=("authority", "month", *of), by=("back", key))


def posts_of_month(inputs: Inputs) -> ir.Table:
    """The posts of each team in each month, as last told of."""
    return latest_of_month(inputs, "posts", of=("team",), key="posts_row")
