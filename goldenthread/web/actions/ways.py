"""Addresses of this page and of others, which may not be there yet."""

from django.urls import NoReverseMatch, reverse

from goldenthread.plans.models import Action


def address(name: str, *args: object) -> str:
    """The address of a page of another area; empty while that page is not there."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


def of_action(action: Action, *more: object, deed: str = "show") -> str:
    """The address of an action, or of something that is done there."""
    return reverse(f"actions:{deed}", args=[action.plan_id, action.public_id, *more])
