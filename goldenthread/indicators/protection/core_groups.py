"""Core groups of the plans they belong to."""

import ibis.expr.types as ir

from goldenthread.indicators.inputs import Inputs, is_unreadable


def of_plans(inputs: Inputs, plans: ir.Table) -> ir.Table:
    """The plans, each with its `first_held_on` and how many `lost` days of core groups it has.

    A core group is of the plan it names, else of the child's plan on whose days it was held; one
    that was held before the plan began is none of it.
    """
    groups = inputs["core_groups"]
    lost = groups.held_on.isnull() & is_unreadable(groups, "held_on")
    groups = groups.filter(groups.held_on.notnull() | lost).select(
        of_authority="authority",
        of_child="child",
        of_plan="cp_plan",
        held_on="held_on",
        lost=lost.ifelse(1, 0),
    )
    named = groups.of_plan == plans.cp_plan
    within = groups.of_plan.isnull() & (
        plans.ended_on.isnull() | (groups.held_on <= plans.ended_on)
    )
    joined = plans.join(
        groups,
        [
            plans.authority == groups.of_authority,
            plans.child == groups.of_child,
            named | within | (groups.of_plan.isnull() & (groups.lost == 1)),
            groups.held_on.isnull() | (groups.held_on >= plans.started_on),
        ],
    )
    found = joined.group_by(["authority", "case"]).aggregate(
        first_held_on=joined.held_on.min(), lost=joined.lost.sum()
    )
    found = found.select("first_held_on", "lost", on_authority="authority", on_case="case")
    beside = plans.left_join(
        found, [plans.authority == found.on_authority, plans.case == found.on_case]
    )
    return beside.drop("on_authority", "on_case")
