"""Where plans, items and actions have their pages. Public ids are those of one council."""

from functools import lru_cache

from django.urls import reverse

from goldenthread.plans.models import Action, Item, Plan


def of_plan(plan: Plan, name: str = "plan", *more: object) -> str:
    """A page of a plan, by the name of its address."""
    return _at(f"plans:{name}", plan.authority.code, plan.public_id, *more)


def of_item(item: Item, name: str = "item", *more: object) -> str:
    """A page of an item; its plan's authority must be at hand."""
    return _at(f"plans:{name}", item.plan.authority.code, item.public_id, *more)


def of_action(action: Action) -> str:
    """The page of an action; its plan's authority must be at hand."""
    return _at("actions:show", action.plan.authority.code, action.public_id)


def of_thread(item: Item) -> str:
    """The thread of an item; its plan's authority must be at hand."""
    return _at("thread:show", item.plan.authority.code, item.public_id)


@lru_cache(maxsize=20_000)
def _at(name: str, *args: object) -> str:
    """An address is the same each time, and a list asks for hundreds."""
    return reverse(name, args=args)
