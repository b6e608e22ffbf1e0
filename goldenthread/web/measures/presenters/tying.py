"""What the page says on which measures are tied to an action or an item."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from goldenthread.people.models import User
from goldenthread.plans.models import Action, Item, MeasureLink, Plan
from goldenthread.plans.models.impact import links_of
from goldenthread.results.models import Value
from goldenthread.web import words
from goldenthread.web.components import Cell, Column, Table
from goldenthread.web.measures import wording
from goldenthread.web.pages import Crumb, Page
from goldenthread.web.plans import addresses
from goldenthread.web.ways import Ways


@dataclass(frozen=True)
class OfThing:
    """An action or item with the measures that are to show what it achieves."""

    page: Page
    text: str
    back: str
    back_words: str
    table: Table | None
    is_in_force: bool
    impact_href: str


def of_thing(thing: Action | Item, user: User) -> OfThing:
    """The page of an action or an item; its measures with their latest figures."""
    plan, is_action = thing.plan, isinstance(thing, Action)
    ways = Ways(user, **{"actions" if is_action else "items": [thing.pk]})
    back = ways.action(thing.pk) if is_action else ways.item(thing.pk)
    links = links_between(thing, user)
    at = [plan.authority.code, thing.public_id]
    impact = [one for one in links if one.kind == "impact"]
    name = f"{'Action' if is_action else 'Item'} {thing.public_id}"
    crumbs = [Crumb("Plans", reverse("plans:index")), Crumb(str(plan), addresses.of_plan(plan))]
    return OfThing(
        page=Page(
            heading=f"Measures of {thing.public_id}",
            caption=name,
            crumbs=[*crumbs, Crumb(name, back)],
        ),
        text=thing.text,
        back=back,
        back_words=f"Back to {name[0].lower()}{name[1:]}",
        table=_table(links, user) if links else None,
        is_in_force=plan.state == Plan.State.CURRENT and thing.dropped_in_id is None,
        impact_href=reverse("measures:impact", args=at) if is_action and impact else "",
    )


def links_between(thing: Action | Item, user: User) -> list[MeasureLink]:
    """The standing links of an item; of an action also those of the items that it serves."""
    if isinstance(thing, Action):
        rows = links_of(thing)
    else:
        rows = MeasureLink.objects.standing().filter(item=thing)
    seen = rows.visible_to(user).order_by("pk")
    return list(seen.select_related("measure", "action__plan", "item__plan"))


def _table(links: Sequence[MeasureLink], user: User) -> Table:
    latest = _latest(links, user)
    columns = (
        Column(heading="Measure"),
        Column(heading="Tied to"),
        Column(heading="Expected"),
        Column(heading="Latest figure", numeric=True),
        Column(heading="As at"),
    )
    rows = [_row(one, latest.get(one.measure_id)) for one in links]
    return Table(caption="Measures", columns=columns, rows=rows, caption_is_hidden=True)


def _latest(links: Sequence[MeasureLink], user: User) -> dict[int, Value]:
    """The approved figure over everybody of the latest period, by measure."""
    rows = Value.objects.visible_to(user).approved().filter(team=None, group="")
    of = rows.filter(measure__in=[one.measure_id for one in links]).select_related("measure")
    return {one.measure_id: one for one in of.order_by("period_to", "pk")}


def _row(link: MeasureLink, latest: Value | None) -> list[Cell]:
    return [
        Cell(link.measure.name, href=reverse("measures:show", args=[link.measure_id])),
        Cell(wording.public_id_of(link)),
        Cell(wording.tie_of(link)),
        Cell(wording.figure_of(latest), note=wording.parts_of(latest))
        if latest
        else Cell("no value"),
        Cell(words.day(latest.as_at) if latest else "–"),
    ]
