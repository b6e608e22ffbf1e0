"""Child protection plans open at month ends and begun in months, as several indicators ask."""

import ibis
import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.inputs import Inputs


def open_plans(inputs: Inputs) -> ir.Table:
    """A row for each plan and each month at whose last day it was open, with `family`.

    `family` is empty where no load says to which family group a child belongs.
    """
    return inputs.once("open_plans", lambda: with_family(inputs, _open_plans(inputs)))


def _open_plans(inputs: Inputs) -> ir.Table:
    plans = inputs["cp_plans"].mutate(case=_.cp_plan)
    return inputs.open_at_month_ends(plans, start="started_on", end="ended_on")


def with_family(inputs: Inputs, rows: ir.Table) -> ir.Table:
    """The rows of children, each with the family group that the child belongs to."""
    families = inputs["families"]
    groups = families.group_by(["authority", "child"]).aggregate(family=families.family.min())
    of = groups.select(of_child="child", of_authority="authority", family="family")
    joined = rows.left_join(of, [rows.child == of.of_child, rows.authority == of.of_authority])
    return joined.drop("of_child", "of_authority")


def begun_plans(inputs: Inputs) -> ir.Table:
    """Plans begun in the months, each beside the end of the child's plan before it, as `before`.

    `earlier` is how many plans of the child began before this one, as far as the loads tell.
    """
    plans = inputs["cp_plans"].mutate(case=_.cp_plan)
    in_order = ibis.window(
        group_by=["authority", "child"], order_by=["started_on", "ended_on", "cp_plan"]
    )
    plans = plans.mutate(
        before=_.ended_on.lag().over(in_order), earlier=ibis.row_number().over(in_order)
    )
    return inputs.counted_in_month_of(plans, "started_on")
