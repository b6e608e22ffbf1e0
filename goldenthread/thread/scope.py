"""What belongs to one chain: recommendations, links, items and actions, as a user sees them."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q, QuerySet

from goldenthread.inspections.models import FindingLink, Recommendation
from goldenthread.people.models import User
from goldenthread.plans.models import Action, ActionItem, Item, ItemRecommendation, Plan
from goldenthread.plans.seeing import Sight, recommendations_for


@dataclass(frozen=True, kw_only=True)
class Scope:
    """The rows of a chain; `actions` are ids of the actions that rows lead to, in their order."""

    recommendations: tuple[Recommendation, ...]
    links: tuple[ItemRecommendation, ...]
    items: tuple[Item, ...]
    actions: tuple[int, ...]
    serving: frozenset[int]
    citations: tuple[FindingLink, ...]
    whole: bool

    @cached_property
    def unlinked(self) -> tuple[Item, ...]:
        """Items that are linked to no recommendation."""
        linked = {link.item_id for link in self.links}
        return tuple(item for item in self.items if item.pk not in linked)

    @cached_property
    def without_action(self) -> tuple[Item, ...]:
        return tuple(item for item in self.items if item.pk not in self.serving)

    def cited(self, one: Recommendation) -> list[FindingLink]:
        """The paragraphs that a recommendation rests on."""
        return [row for row in self.citations if row.recommendation_id == one.pk]


def scope_of(thing: Recommendation | Item | Action, by: User) -> Scope:
    """The rows of the chain of a thing. Seven queries."""
    items = list(_items(thing, by).order_by("plan_id", "order"))
    ids = [item.pk for item in items]
    links = _links(by).filter(item__in=ids)
    if isinstance(thing, Recommendation):
        links = links.filter(recommendation=thing)
    found = list(links.order_by("recommendation_id", "item__plan_id", "item__order"))
    ties = list(_ties(thing, by, ids))
    asked = {link.recommendation_id for link in found}
    if isinstance(thing, Recommendation):
        asked.add(thing.pk)
    return Scope(
        recommendations=tuple(_recommendations(asked, by)),
        links=tuple(found),
        items=tuple(items),
        actions=_led_to(thing, ties, by),
        serving=frozenset(tie.item_id for tie in ties),
        citations=tuple(_citations(asked, by)),
        whole=_sees_all(thing, items, by),
    )


def _items(thing: Recommendation | Item | Action, by: User) -> QuerySet[Item]:
    rows = Item.objects.visible_to(by).current()
    if isinstance(thing, Item):
        return rows.filter(pk=thing.pk)
    if isinstance(thing, Recommendation):
        answering = ItemRecommendation.objects.current().filter(recommendation=thing)
        return rows.filter(plan__state=Plan.State.CURRENT, pk__in=answering.values("item"))
    ties = ActionItem.objects.visible_to(by).current().filter(_at(thing))
    return rows.filter(pk__in=ties.values("item"))


def _at(thing: Action) -> Q:
    """Of ties: those of an action, of the one it points to, and of all that point to that one."""
    place = thing.same_as_id or thing.pk
    return Q(action__in=(thing.pk, place)) | Q(action__same_as=place, action__dropped_in=None)


def _links(by: User) -> QuerySet[ItemRecommendation]:
    rows = ItemRecommendation.objects.visible_to(by).current()
    return rows.select_related("item__version__recorded_by", "linked_by", "signed_off_by")


def _ties(
    thing: Recommendation | Item | Action, by: User, items: list[int]
) -> QuerySet[ActionItem]:
    rows = ActionItem.objects.visible_to(by).current().filter(action__dropped_in=None)
    rows = rows.filter(_at(thing)) if isinstance(thing, Action) else rows.filter(item__in=items)
    return rows.select_related("action").order_by("action__plan_id", "action__order")


def _led_to(
    thing: Recommendation | Item | Action, ties: list[ActionItem], by: User
) -> tuple[int, ...]:
    """The actions that the rows lead to; a row whose target the user does not see is its own."""
    rows = [tie.action for tie in ties]
    if isinstance(thing, Action):
        rows = [thing]
    targets = {row.same_as_id for row in rows if row.same_as_id is not None}
    seen = set(
        Action.objects.visible_to(by).current().filter(pk__in=targets).values_list("pk", flat=True)
    )
    places = (_place(row, seen) for row in rows)
    return tuple(dict.fromkeys(places))


def _place(row: Action, seen: set[int]) -> int:
    return row.same_as_id if row.same_as_id is not None and row.same_as_id in seen else row.pk


def _recommendations(asked: set[int], by: User) -> QuerySet[Recommendation]:
    rows = recommendations_for(by).filter(pk__in=asked)
    return rows.select_related("inspection__recorded_by").order_by("inspection_id", "order")


def _citations(asked: set[int], by: User) -> QuerySet[FindingLink]:
    """Paragraphs go with the recommendation that cites them, also for partner users."""
    seen = recommendations_for(by).filter(pk__in=asked)
    rows = FindingLink.objects.filter(recommendation__in=seen.values("pk"))
    return rows.select_related("finding").order_by("finding__order")


def _sees_all(thing: Recommendation | Item | Action, items: list[Item], by: User) -> bool:
    """Whether the user sees the whole of the plans in which the chain runs."""
    plans = Plan.objects.filter(pk__in={item.plan_id for item in items})
    if isinstance(thing, Recommendation):
        answering = ItemRecommendation.objects.current().filter(recommendation=thing)
        plans = Plan.objects.current().filter(items__pk__in=answering.values("item"))
    elif not items:
        plans = Plan.objects.filter(pk=thing.plan_id)
    return not plans.exclude(Sight(by).plan("pk", authority="authority")).exists()
