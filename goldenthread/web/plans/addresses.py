"""Where plans, items and actions have their pages. Public ids are those of one council."""

from django.urls import reverse

from goldenthread.plans.models import Action, Item, Plan


def of_plan(plan: Plan, name: str = "plan", *more: object) -> str:
    """A page of a plan, by the name of its address."""
    return reverse(f"plans:{name}", args=[plan.authority.code, plan.public_id, *more])


def of_item(item: Item, name: str = "item", *more: object) -> str:
    """A page of an item; its plan's authority must be at hand."""
    return reverse(f"plans:{name}", args=[item.plan.authority.code, item.public_id, *more])


def of_action(action: Action) -> str:
    """The page of an action; its plan's authority must be at hand."""
    return reverse("actions:show", args=[action.plan.authority.code, action.public_id])


def of_thread(item: Item) -> str:
    """The thread of an item; its plan's authority must be at hand."""
    return reverse("thread:show", args=[item.plan.authority.code, item.public_id])
