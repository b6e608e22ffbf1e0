"""The chain of a recommendation, an item or an action, as a user sees it on a day."""

from datetime import date

from goldenthread.inspections.models import Recommendation
from goldenthread.people.models import User
from goldenthread.plans.models import Action, Item, ItemRecommendation
from goldenthread.thread import links, telling
from goldenthread.thread.below import Below, below
from goldenthread.thread.scope import Scope, scope_of


def chain(thing: Recommendation | Item | Action, *, by: User, day: date) -> links.Chain:
    """The links from the paragraph to the minute, in order, each with how far it is shown.

    Of a recommendation or an item, all that hangs on it; of an action, also the recommendations
    that its items answer. A row that only points to another action is told as that one.

    Args:
        day: on which evidence must be valid; all else is as known now.

    Fourteen queries at most, however much hangs on it. `whole` is False where the user does
    not see the whole of the plans.
    """
    scope = scope_of(thing, by)
    under = below(scope, by, day)
    return links.in_order([*_above(scope), *_actions(scope, under)], whole=scope.whole)


def _above(scope: Scope) -> list[links.Link]:
    """Paragraphs, recommendations and items."""
    found: list[links.Link] = []
    for one in scope.recommendations:
        asked = _asked(one)
        cited = [telling.paragraph(_paragraph(row.finding, asked)) for row in scope.cited(one)]
        found += cited or [telling.paragraph_of(asked)]
        found.append(telling.recommendation(asked))
        if not any(link.recommendation_id == one.pk for link in scope.links):
            found.append(telling.no_item())
    for link in scope.links:
        found.append(telling.item(_answered(link)))
    for item in scope.unlinked:
        row = telling.Row(id=item.pk, label=_label(item), text=item.text)
        found.append(telling.no_recommendation(row, meant=item.answers))
        found.append(telling.item_alone(row))
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
    return found


def _tests(doing: telling.Doing, under: Below) -> list[links.Link]:
    shown = [row for row in under.shown if row.action == doing.id]
    if not shown:
        return [telling.no_test(doing)]
    found: list[links.Link] = []
    for row in shown:
        found.append(telling.test(row))
        found += telling.evidence(row, [one for one in under.filed if one.test == row.id])
    return found
