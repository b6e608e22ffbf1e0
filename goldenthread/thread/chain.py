"""The chain of a recommendation, an item or an action, as a user sees it on a day."""

from datetime import date

from goldenthread.inspections.models import Finding, Recommendation
from goldenthread.people.models import User
from goldenthread.plans.models import Action, Item, ItemRecommendation
from goldenthread.thread import links, telling
from goldenthread.thread.below import Below, below
from goldenthread.thread.naming import ByName, Naming
from goldenthread.thread.scope import Scope, scope_of

BY_NAME = ByName()


def chain(
    thing: Recommendation | Item | Action, *, by: User, day: date, naming: Naming = BY_NAME
) -> links.Chain:
    """The links from the paragraph to the minute, in order, each with how far it is shown.

    Of a recommendation or an item, all that hangs on it; of an action, also the recommendations
    that its items answer. A row that only points to another action is told as that one.

    Args:
        day: on which evidence must be valid; all else is as known now.
        naming: what the people in it are called.

    A constant number of queries, however much hangs on it. `whole` is False where the user does
    not see the whole of the plans.
    """
    scope = scope_of(thing, by)
    under = below(scope, by, day, naming)
    return links.in_order([*_above(scope, naming), *_actions(scope, under)], whole=scope.whole)


def _above(scope: Scope, naming: Naming) -> list[links.Link]:
    """Paragraphs, recommendations and items."""
    found = [link for one in scope.recommendations for link in _asking(one, scope, naming)]
    found += [telling.item(_answered(link, naming)) for link in scope.links]
    for item in scope.unlinked:
        row = telling.Row(id=item.pk, label=_label(item), text=item.text)
        found.append(telling.no_recommendation(row, meant=item.answers))
        found.append(telling.item_alone(row))
    return found


def _asking(one: Recommendation, scope: Scope, naming: Naming) -> list[links.Link]:
    asked = _asked(one, naming)
    cited = [telling.paragraph(_paragraph(row.finding, asked)) for row in scope.cited(one)]
    found = [*(cited or [telling.paragraph_of(asked)]), telling.recommendation(asked)]
    if not any(link.recommendation_id == one.pk for link in scope.links):
        found.append(telling.no_item(asked))
    return found


def _actions(scope: Scope, under: Below) -> list[links.Link]:
    """Actions and what hangs on them."""
    found = [telling.no_action(_label(item)) for item in scope.without_action]
    for doing in under.doing:
        found.append(telling.action(doing))
        found += _tests(doing, under)
        measured = [row for row in under.measured if row.action == doing.id]
        found += [telling.measure(row) for row in measured] or [telling.no_measure(doing.id)]
        filed = [row for row in under.filed if row.action == doing.id]
        found += telling.minutes(filed, action=doing.id)
    of_items = [row for row in under.shown if row.action is None]
    return [*found, *(link for row in of_items for link in _shown(row, under))]


def _tests(doing: telling.Doing, under: Below) -> list[links.Link]:
    shown = [row for row in under.shown if row.action == doing.id]
    if not shown:
        return [telling.no_test(doing)]
    return [link for row in shown for link in _shown(row, under)]


def _shown(row: telling.Shown, under: Below) -> list[links.Link]:
    filed = [one for one in under.filed if one.test == row.id]
    return [telling.test(row), *telling.evidence(row, filed)]


def _asked(one: Recommendation, naming: Naming) -> telling.Asked:
    where = [f"page {one.page}" if one.page else "", one.section]
    return telling.Asked(
        id=one.pk,
        label=f"Recommendation {one.number}".strip(),
        text=one.text,
        by=naming.of(one.inspection.recorded_by),
        on=one.inspection.recorded_at.date(),
        printed_at=", ".join(part for part in where if part),
    )


def _paragraph(finding: Finding, asked: telling.Asked) -> telling.Row:
    label = str(finding)
    return telling.Row(
        id=finding.pk,
        label=label[:1].upper() + label[1:],
        text=finding.text,
        by=asked.by,
        on=asked.on,
    )


def _answered(link: ItemRecommendation, naming: Naming) -> telling.Answered:
    return telling.Answered(
        id=link.item_id,
        label=_label(link.item),
        text=link.item.text,
        by=naming.of(link.linked_by),
        on=link.linked_at.date(),
        link=link.pk,
        difference=link.difference,
        signed_off_by=naming.of(link.signed_off_by) if link.signed_off_by else "",
        signed_off_on=link.signed_off_at.date() if link.signed_off_at else None,
    )


def _label(item: Item) -> str:
    return f"Item {item.number or item.public_id}"
