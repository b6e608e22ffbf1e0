"""The card of a backlog that is reported in an item: by age, its standard, how it burns down."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils import timezone

from goldenthread.people.models import User
from goldenthread.plans.backlog import OUTSTANDING, Backlog, backlog, burn_down
from goldenthread.plans.models import Action, AsReported, Item, Update
from goldenthread.plans.query_facts import facts_of
from goldenthread.plans.querying import looser
from goldenthread.plans.querying.facts import Facts
from goldenthread.plans.querying.standards import lengths
from goldenthread.web import words
from goldenthread.web.components import Cell, Column, Table

LOCAL = "local deadline"
NO_DAY = "Its burn-down cannot be worked out: the item has no local day to be cleared by."
NO_START = "Its burn-down cannot be worked out: nobody says on which day they were counted."


@dataclass(frozen=True, kw_only=True)
class Card:
    """What is outstanding, the words it is read from, the warnings, and week by week what is left."""

    words: str
    quote: str
    place: str
    warnings: Sequence[str]
    burn_down: Table | None
    why_none: str


def card_of(item: Item, user: User) -> Card | None:
    """The last backlog that somebody reported on an action of an item that the user sees."""
    rows = Action.objects.visible_to(user).current().filter(served__item=item)
    actions = list(rows.filter(served__dropped_in=None, same_as=None).order_by("order"))
    told = [(found, row) for row in _said(actions, user) if (found := backlog(row.text))]
    if not told:
        return None
    found, row = told[-1]
    facts = list(facts_of(actions, timezone.localdate()).values())
    since, until = _counted_on(row), _until(facts)
    return Card(
        words=f"{found.words} ({found.what})",
        quote=row.text,
        place=str(row.action.public_id) if row.action else "",
        warnings=[one.words for fact in facts for one in looser.find(fact)],
        burn_down=_burn_down(found, since, until) if since and until else None,
        why_none="" if since and until else NO_START if until else NO_DAY,
    )


def _said(actions: Sequence[Action], user: User) -> list[AsReported | Update]:
    """What documents and then people said of something outstanding, oldest first."""
    naming = Q(action__in=actions, text__icontains=OUTSTANDING)
    printed = AsReported.objects.visible_to(user).current().filter(naming)
    told = Update.objects.visible_to(user).standing().filter(naming)
    return [
        *printed.select_related("action", "version").order_by("pk"),
        *told.select_related("action").order_by("pk"),
    ]


def _counted_on(row: AsReported | Update) -> date | None:
    return row.version.day if isinstance(row, AsReported) else row.said_on


def _until(facts: Sequence[Facts]) -> date | None:
    """By when it is to be cleared: the last local day, of what names a length where there is one."""
    timed = [fact for fact in facts if lengths(" ".join((fact.text, *fact.tests)))]
    days = [fact.days[LOCAL] for fact in timed or facts if LOCAL in fact.days]
    return max(days, default=None)


def _burn_down(found: Backlog, since: date, until: date) -> Table:
    return Table(
        caption=f"To be cleared by {words.day(until)}, in equal steps from {words.day(since)}",
        columns=[Column(heading="On"), Column(heading="Left at most", numeric=True)],
        rows=[
            [Cell(words.day(day)), Cell(words.number(left))]
            for day, left in burn_down(found.total, since, until)
        ],
    )
