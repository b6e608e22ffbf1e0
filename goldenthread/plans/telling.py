"""What the updates of actions come to, asked of the database without fetching the updates."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Exists, Max, OuterRef, Q
from django.utils import timezone

from goldenthread.plans.models import Update


@dataclass(frozen=True)
class Told:
    """The last day something was said of an action, and how often 'no change' came since."""

    on: date | None = None
    no_changes: int = 0


def told_of(ids: Collection[int]) -> dict[int, Told]:
    """What is told of actions by their ids, in two queries; one never told of is left out."""
    rows = Update.objects.standing().filter(action__in=ids).order_by()
    days = rows.values("action_id").annotate(
        day=Max("said_on"), entered=Max("at", filter=Q(said_on=None))
    )
    unchanged = _unchanged(ids)
    return {
        action: Told(_last(day, entered), unchanged.get(action, 0))
        for action, day, entered in days.values_list("action_id", "day", "entered")
    }


def _last(day: date | None, entered: datetime | None) -> date | None:
    """The later day: what has no day of its own was said on the day it was entered."""
    own = timezone.localtime(entered).date() if entered else None
    return max((one for one in (day, own) if one), default=None)


def _unchanged(ids: Collection[int]) -> dict[int, int]:
    """How many updates at the end say that nothing has changed, by action."""
    told = Update.objects.standing()
    later = told.filter(action=OuterRef("action"), pk__gt=OuterRef("pk")).exclude(
        kind=Update.Kind.NO_CHANGE
    )
    rows = told.filter(~Exists(later), action__in=ids, kind=Update.Kind.NO_CHANGE)
    found = rows.order_by().values("action_id").annotate(many=Count("pk"))
    return dict(found.values_list("action_id", "many"))
