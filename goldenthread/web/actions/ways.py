"""Addresses of this page: by the council's code and the public id, never by a key."""

from django.urls import reverse

from goldenthread.plans.models import Action


def of_action(action: Action, *more: object, deed: str = "show") -> str:
    """The address of an action, or of something that is done there; its plan must be at hand."""
    return reverse(f"actions:{deed}", args=[action.plan.authority.code, action.public_id, *more])
