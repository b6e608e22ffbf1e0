"""Which threshold of a policy held on a day, when it has been changed (D-24)."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Protocol


class Change(Protocol):
    """A change as the rule asks of it."""

    was: Decimal
    became: Decimal
    effective_on: date


def in_force(changes: Iterable[Change], day: date) -> Decimal | None:
    """The value on a day: that of the last change by then, before the first what it was.

    None where no change is known, since nothing then says what held.
    """
    ordered = sorted(changes, key=lambda one: one.effective_on)
    by_then = [one for one in ordered if one.effective_on <= day]
    if by_then:
        return by_then[-1].became
    return ordered[0].was if ordered else None


def does_not_follow(changes: Iterable[Change], was: Decimal, effective_on: date) -> str:
    """Why a change cannot come after the others, in words; "" where it can."""
    known = list(changes)
    latest = max((one.effective_on for one in known), default=None)
    if latest is None:
        return ""
    if effective_on <= latest:
        return f"A change of {latest:%d/%m/%Y} is recorded. A new one comes after it."
    held = in_force(known, effective_on)
    if held is None or held == was:
        return ""
    return f"{held.normalize():f} holds by then, not {was.normalize():f}. Correct what it was."
