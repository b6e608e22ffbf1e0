"""Fetches what the rules of queries look at: a constant number of queries for any number of actions."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from goldenthread.inspections.models import FindingLink
from goldenthread.plans.models import (
    Action,
    ActionItem,
    AsReported,
    Check,
    Deadline,
    DeadlineMove,
    Delivery,
    EvidenceLink,
    ItemRecommendation,
    Test,
    Update,
)
from goldenthread.plans.querying.facts import Facts, Quote

# What tells how far something is, by column of a document.
_TELLS = (
    AsReported.Column.PROGRESS,
    AsReported.Column.UPDATE,
    AsReported.Column.EVIDENCE,
)
_EVIDENCE = (AsReported.Claims.PART, AsReported.Claims.FULL)
Told = Mapping[int, list[Quote]]


def facts_of(actions: Collection[Action], day: date) -> dict[int, Facts]:
    """The facts of each action, by its id, as of a day."""
    sources = _Sources(actions, day)
    return {row.pk: sources.facts(row) for row in actions}


class _Sources:
    """All rows that the facts of some actions follow from."""

    def __init__(self, actions: Collection[Action], day: date) -> None:
        ids = [row.pk for row in actions]
        ties = list(ActionItem.objects.current().filter(action__in=ids).select_related("item"))
        self.items = _grouped((tie.action_id, tie.item) for tie in ties)
        items = {tie.item_id for tie in ties}
        self.said = _said(items)
        self.cited, self.inspected = _cited(items)
        of_action = {"action__in": ids}
        self.tests = _grouped(
            (row.action_id, row.text)
            for row in Test.objects.current().filter(**of_action).order_by("number")
        )
        self.done = {row.action_id: row for row in Delivery.objects.filter(**of_action)}
        claims = AsReported.objects.current().filter(**of_action)
        self.claims = _grouped((row.action_id, row.claims) for row in claims)
        completed = AsReported.objects.says_completed().filter(**of_action)
        self.reported_done = set(completed.values_list("action_id", flat=True))
        self.evidence = _grouped((_of(row), row) for row in _links(ids))
        own = Deadline.objects.current().filter(**of_action).exclude(due=None)
        self.deadlines = _grouped((row.action_id, row) for row in own)
        moves = DeadlineMove.objects.filter(
            **of_action, kind=DeadlineMove.Kind.FORECAST, item=None, milestone=None
        )
        self.forecasts = _grouped((row.action_id, row) for row in moves.order_by("pk"))
        self.day = day

    def facts(self, row: Action) -> Facts:
        pk, items = row.pk, self.items[row.pk]
        delivery = self.done.get(pk)
        forecasts = self.forecasts[pk]
        inspected = [day for item in items for day in self.inspected[item.pk]]
        links = self.evidence[pk]
        return Facts(
            text=row.text,
            about=" ".join(item.text for item in items),
            tests=tuple(self.tests[pk]),
            said=tuple(_unique(quote for item in items for quote in self.said[item.pk])),
            cited=tuple(_unique(quote for item in items for quote in self.cited[item.pk])),
            done=delivery is not None and delivery.state == Delivery.State.DONE,
            reported_done=pk in self.reported_done,
            reported_evidence=any(claim in _EVIDENCE for claim in self.claims[pk]),
            filed=sum(_supports(link) for link in links),
            expired=_expired(links, self.day),
            contradicted=tuple(_contradicting(links)),
            days=_days(delivery, self.deadlines[pk]),
            inspected=min(inspected, default=None),
            due=forecasts[0].before if forecasts else None,
            forecasts=tuple(move.to for move in forecasts),
        )


def _grouped(pairs: Iterable[tuple[Any, Any]]) -> dict[Any, list[Any]]:
    found: dict[Any, list[Any]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return found


def _unique(quotes: Iterable[Quote]) -> list[Quote]:
    return list(dict.fromkeys(quotes))


def _said(items: Collection[int]) -> Told:
    """What documents and then people said in each item, oldest first."""
    ties = ActionItem.objects.current().filter(item__in=items).filter(action__dropped_in=None)
    serving = _grouped((tie.action_id, tie.item_id) for tie in ties)
    printed = AsReported.objects.current().filter(action__in=serving, column__in=_TELLS)
    told = Update.objects.standing().exclude(kind=Update.Kind.STEP).filter(action__in=serving)
    found: dict[int, list[Quote]] = defaultdict(list)
    for row in [
        *printed.select_related("action").order_by("pk"),
        *told.select_related("action").order_by("pk"),
    ]:
        what = row.get_column_display().lower() if isinstance(row, AsReported) else "update"
        label = row.action.public_id if row.action else ""
        for item in serving[row.action_id]:
            found[item].append(Quote(f"{label}, {what}", row.text))
    return found


def _cited(items: Collection[int]) -> tuple[Told, Mapping[int, list[date]]]:
    """Of each item: the paragraphs behind its recommendations, and when these inspections ended."""
    ties = list(
        ItemRecommendation.objects.current()
        .filter(item__in=items)
        .select_related("recommendation__inspection")
    )
    asked = {tie.recommendation_id for tie in ties}
    links = FindingLink.objects.filter(recommendation__in=asked).select_related("finding")
    behind = _grouped((link.recommendation_id, link.finding) for link in links.order_by("pk"))
    cited = _grouped(
        (tie.item_id, Quote(_paragraph(one.number), one.text))
        for tie in ties
        for one in behind[tie.recommendation_id]
    )
    ended = _grouped(
        (tie.item_id, tie.recommendation.inspection.last_day)
        for tie in ties
        if tie.recommendation.inspection.last_day is not None
    )
    return cited, ended


def _paragraph(number: int | None) -> str:
    return "the report" if number is None else f"paragraph {number}"


def _links(ids: Collection[int]) -> "QuerySet[EvidenceLink]":
    """The links that count, each with what its last check said."""
    last = Check.objects.filter(link=OuterRef("pk")).order_by("-pk")
    rows = EvidenceLink.objects.newest().filter(test__action__in=ids, test__dropped_in=None)
    rows = rows.annotate(outcome=Subquery(last.values("outcome")[:1]))
    return rows.select_related("version__evidence", "test").order_by("pk")


def _of(link: EvidenceLink) -> int | None:
    return link.test.action_id


def _supports(link: EvidenceLink) -> bool:
    return link.direction == EvidenceLink.Direction.SUPPORTS


def _expired(links: Iterable[EvidenceLink], day: date) -> dict[str, date]:
    ended = {
        link.version.evidence.public_id: link.version.expires_on
        for link in links
        if _supports(link)
    }
    return {label: last for label, last in ended.items() if last is not None and last < day}


def _contradicting(links: Iterable[EvidenceLink]) -> list[str]:
    """What says that a test is not met, unless a checker found that wrong."""
    return [
        link.version.evidence.public_id
        for link in links
        if not _supports(link) and vars(link)["outcome"] != Check.Outcome.RETURNED
    ]


def _days(delivery: Delivery | None, rows: Iterable[Deadline]) -> dict[str, date]:
    found = {f"{row.get_source_display()} deadline".lower(): row.due for row in rows if row.due}
    if delivery is not None and delivery.completed_on is not None:
        found["completion"] = delivery.completed_on
    return found
