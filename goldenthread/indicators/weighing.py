"""Sources that carry numbers and no rows: their numbers as weighted cases."""

import ibis
import ibis.expr.types as ir

from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET


def in_two(rows: ir.Table, *, of: ir.NumericValue, met: ir.NumericValue) -> ir.Table:
    """Rows that carry numbers, each as two weighted cases: those that met, and the rest.

    The cases have `weight`, and `has_met` to tell them apart; a number that is missing leaves
    one case whose weight is empty.
    """
    known = of.notnull() & met.notnull()
    part = rows.mutate(weight=met.cast("float64"), has_met=known.ifelse(1, None))
    rest = rows.mutate(weight=(of - met).cast("float64"), has_met=known.ifelse(0, None))
    return part.union(rest.filter(rest.has_met.notnull()))


def by_numbers(cases: ir.Table) -> ir.StringValue:
    """What the numbers say: the part that met, and the rest; without them nobody knows."""
    return ibis.cases(
        (cases.month.isnull() | cases.has_met.isnull(), CANNOT),
        (cases.has_met == 1, MET),
        else_=NOT_MET,
    )
