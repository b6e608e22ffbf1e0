"""Where plans, items and actions have their pages. Public ids are those of one council."""

from django.urls import NoReverseMatch, reverse

from goldenthread.plans.models import Action, Item, Plan


def of_plan(plan: Plan, name: str = "plan", *more: object) -> str:
    """A page of a plan, by the name of its address."""
    return reverse(f"plans:{name}", args=[plan.authority.code, plan.public_id, *more])


def of_item(item: Item, name: str = "item", *more: object) -> str:
    """A page of an item; its plan's authority must be at hand."""
    return reverse(f"plans:{name}", args=[item.plan.authority.code, item.public_id, *more])


def of_action(action: Action) -> str:
    """The page of an action; empty while that area is not there."""
    return _if_there("actions:show", action.plan_id, action.public_id)


def of_thread(item: Item) -> str:
    """The thread of an item; empty while that area is not there."""
    return _if_there("thread:show", "item", item.pk)


def _if_there(name: str, *args: object) -> str:
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""
