"""How long children with a placement order waited for a match with adopters."""

import ibis
import ibis.expr.types as ir

from goldenthread.indicators.inputs import Inputs, days_between, is_unreadable


def days_to_match(inputs: Inputs, month_of: str) -> ir.Table:
    """Children with a placement order in the months of a day, with `days` to the match.

    A match before the order counts as no days.
    """
    orders = inputs["permanence"]
    orders = orders.mutate(case=orders.permanence_row, team=ibis.null("string"))
    had_one = orders.placement_order_on.notnull() | is_unreadable(orders, "placement_order_on")
    counted = inputs.counted_in_month_of(orders.filter(had_one), month_of)
    days = days_between(counted.placement_order_on, counted.matched_on)
    return counted.mutate(days=(days < 0).ifelse(0, days))
