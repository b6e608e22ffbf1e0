"""Fetches how actions are planned, for the rule in `quality`; a constant number of queries."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import Q
from django.utils import timezone

from goldenthread.plans import aims, deadlines, promising
from goldenthread.plans.models import (
    Action,
    ActionItem,
    Commitment,
    Deadline,
    DeadlineMove,
    Delivery,
    Item,
    ItemRecommendation,
    MeasureLink,
    Standing,
    Test,
)
from goldenthread.plans.quality import Asked, TestAsked


def asked_of(actions: Iterable[Action], day: date) -> dict[int, Asked]:
    """How each action is planned, by its id.

    Ten queries, however many actions. Rows that only point to another one are to be left out
    by whoever asks.
    """
    ids = [row.pk for row in actions]
    items = _items(ids)
    led = _led(ids, day)
    to_be_agreed = _to_be_agreed(ids)
    local, agreed = _local(ids), _agreed(ids)
    tests, unkept = _tests(ids), _unkept(ids, day)
    answering = _answering({item for served in items.values() for item in served})
    measured = _measured(ids, answering.keys())
    return {
        pk: Asked(
            led=pk in led,
            agreed=pk not in to_be_agreed,
            due=agreed.get(pk) or _day(local[pk]),
            urgent=_urgent(local[pk]),
            unset=next(filter(None, (deadlines.no_day_set(row, day) for row in local[pk])), ""),
            unkept=unkept.get(pk, ""),
            tests=tuple(tests[pk]),
            answers=any(answering[item] for item in items[pk]),
            measured=("action", pk) in measured
            or any(("item", item) in measured for item in items[pk]),
        )
        for pk in ids
    }


def _items(ids: Sequence[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    ties = ActionItem.objects.current().filter(action__in=ids)
    for action, item in ties.values_list("action", "item"):
        found[action].append(item)
    return found


def _led(ids: Sequence[int], day: date) -> set[int]:
    rows = Standing.objects.current().on(day).filter(action__in=ids, rank=Standing.Rank.LEAD)
    return set(rows.values_list("action", flat=True))


def _to_be_agreed(ids: Sequence[int]) -> set[int]:
    rows = Delivery.objects.filter(action__in=ids, state=Delivery.State.TO_BE_AGREED)
    return set(rows.values_list("action", flat=True))


def _local(ids: Sequence[int]) -> dict[int, list[Deadline]]:
    found: dict[int, list[Deadline]] = defaultdict(list)
    rows = Deadline.objects.current().filter(action__in=ids, source=Deadline.Source.LOCAL)
    for row in rows.order_by("pk"):
        found[row.action_id or 0].append(row)
    return found


def _agreed(ids: Sequence[int]) -> dict[int, date]:
    """The last extension of each that was approved."""
    rows = DeadlineMove.objects.filter(
        action__in=ids, kind=DeadlineMove.Kind.AGREED, state=DeadlineMove.State.APPROVED
    )
    return dict(rows.order_by("pk").values_list("action", "to"))


def _day(rows: Sequence[Deadline]) -> date | None:
    return next((row.due for row in rows if row.due), None)


def _urgent(rows: Sequence[Deadline]) -> str:
    return next((row.printed for row in rows if deadlines.is_vague(row.printed)), "")


def _tests(ids: Sequence[int]) -> dict[int, list[TestAsked]]:
    found: dict[int, list[TestAsked]] = defaultdict(list)
    for row in Test.objects.current().filter(action__in=ids).order_by("number"):
        lacks = ""
        if aims.asks_for_change(row.text) and not row.aim:
            lacks = f"“{row.text[:80]}” does not say from which figure, by how much and by when"
        found[row.action_id or 0].append(TestAsked(row.kind, lacks))
    return found


def _unkept(ids: Sequence[int], day: date) -> dict[int, str]:
    """The first promised frequency of each that was not kept in the months up to a day."""
    found: dict[int, str] = {}
    rows = Commitment.objects.filter(action__in=ids).prefetch_related("occurrences")
    for row in rows.order_by("pk"):
        days = [one.day for one in row.occurrences.all()]
        since = timezone.localtime(row.at).date()
        said = promising.not_kept(row.times, row.months, days, day, since=since)
        if said:
            found.setdefault(row.action_id, f"“{row.printed}”: {said}")
    return found


def _answering(items: Iterable[int]) -> dict[int, bool]:
    """Whether each item answers a recommendation, or is said to be the council's own."""
    ids = list(items)
    linked = set(
        ItemRecommendation.objects.current().filter(item__in=ids).values_list("item", flat=True)
    )
    rows = Item.objects.filter(pk__in=ids).values_list("pk", "answers")
    return {pk: pk in linked or answers == Item.Answers.ADDITIONAL for pk, answers in rows}


def _measured(actions: Iterable[int], items: Iterable[int]) -> set[tuple[str, int]]:
    of = Q(action__in=list(actions)) | Q(item__in=list(items))
    rows = MeasureLink.objects.standing().filter(of).values_list("action", "item")
    return {("action", action) if action else ("item", item) for action, item in rows}
