"""What was superseded or found ineffective counts until what took its place is checked (ADR 0019)."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from django.db.models.functions import Coalesce

from goldenthread.plans.gathering import stands_of
from goldenthread.plans.models import Action, Delivery
from goldenthread.plans.standing import Stands


class Successor(NamedTuple):
    """An action at the end of a chain, to ask where it stands."""

    pk: int
    same_as_id: int | None = None


def last_of(action: int, chain: Mapping[int, int]) -> int | None:
    """What stands at the end of a chain of actions that took one another's place.

    Args:
        chain: what took the place of each action that was replaced.

    Returns:
        None where nothing took its place, or where the chain runs in a circle.
    """
    seen = {action}
    at = action
    while at in chain:
        at = chain[at]
        if at in seen:
            return None
        seen.add(at)
    return at if at != action else None


def no_longer_counted(stands: Mapping[int, Stands], day: date) -> set[int]:
    """Which of the actions have left the count: replaced, and what took their place is checked.

    Costs a constant number of queries, and none where nothing was replaced. Whoever took a place
    may stand in another plan of the authority, or be none that the reader sees.

    Args:
        stands: of each action, by its id.
        day:    as of when.
    """
    replaced = [pk for pk, one in stands.items() if one.is_replaced]
    if not replaced:
        return set()
    chain = _chain(replaced)
    ends = {pk: last_of(pk, chain) for pk in replaced}
    asked = [Successor(end) for end in sorted({end for end in ends.values() if end is not None})]
    checked = {pk for pk, one in stands_of(asked, day).items() if one.is_checked}
    return {pk for pk, end in ends.items() if end in checked}


def _chain(actions: Iterable[int]) -> dict[int, int]:
    """What took the place of each replaced action of the same authorities.

    A row that only points to another counts as that one.
    """
    authorities = Action.objects.filter(pk__in=list(actions)).values("plan__authority")
    rows = Delivery.objects.filter(
        replaced_by__isnull=False, action__plan__authority__in=authorities
    )
    end = Coalesce("replaced_by__same_as_id", "replaced_by_id")
    return dict(rows.values_list("action_id", end))
