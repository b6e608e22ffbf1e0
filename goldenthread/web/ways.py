"""Ways from one area's pages to another's: the address of what the reader sees, else none."""

from collections.abc import Iterable

from django.urls import reverse

from goldenthread.people.models import User
from goldenthread.plans.models import Action, EvidenceLink, Item


def way_to(name: str, /, *args: object) -> str:
    """The address of the page called `name`, such as "evidence:check".

    Raises:
        NoReverseMatch: there is no such page; a link is never left out unnoticed.
    """
    return reverse(name, args=args)


class Ways:
    """The addresses of the pages of actions, items and evidence, by the ids of their rows.

    Args:
        by: who reads the page; what they do not see has no address.

    Three queries, fewer where nothing of a kind is asked for.
    """

    def __init__(
        self,
        by: User,
        *,
        actions: Iterable[int | None] = (),
        items: Iterable[int | None] = (),
        evidence_links: Iterable[int | None] = (),
    ) -> None:
        seen = Action.objects.visible_to(by).filter(pk__in=_ids(actions))
        self._actions = {
            pk: at for pk, *at in seen.values_list("pk", "plan__authority__code", "public_id")
        }
        rows = Item.objects.visible_to(by).filter(pk__in=_ids(items))
        self._items = {
            pk: at for pk, *at in rows.values_list("pk", "plan__authority__code", "public_id")
        }
        links = EvidenceLink.objects.visible_to(by).filter(pk__in=_ids(evidence_links))
        self._evidence = dict(links.values_list("pk", "version__evidence_id"))

    def action(self, pk: int | None, deed: str = "show", *more: object) -> str:
        """The page of an action, or the form of a thing that is done there."""
        at = self._actions.get(pk or 0)
        return way_to(f"actions:{deed}", *at, *more) if at else ""

    def thread(self, pk: int | None) -> str:
        """The thread of an action."""
        at = self._actions.get(pk or 0)
        return way_to("thread:show", *at) if at else ""

    def item(self, pk: int | None) -> str:
        """The page of an item."""
        at = self._items.get(pk or 0)
        return way_to("plans:item", *at) if at else ""

    def evidence(self, link: int | None) -> str:
        """The page of the evidence of a link to a test."""
        evidence = self._evidence.get(link or 0)
        return way_to("evidence:show", evidence) if evidence else ""


def _ids(given: Iterable[int | None]) -> set[int]:
    return {pk for pk in given if pk is not None}
