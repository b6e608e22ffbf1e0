"""Search over everything that somebody may see: reports, plans, updates, evidence, measures."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from goldenthread.inspections.models import Finding, Inspection
from goldenthread.people import searching
from goldenthread.people.models import Person, User
from goldenthread.plans.models import Action, Evidence, Item, Plan, Test, Update
from goldenthread.plans.seeing import recommendations_for
from goldenthread.results.models import Measure

# How many of the newest rows with the words are looked at before all of them are.
FIRST_LOOK = 500
_PUBLIC_ID = re.compile(r"P[1-9]\d*(-(?P<part>[IAE])[1-9]\d*)?", re.IGNORECASE)


@dataclass(frozen=True)
class Kind:
    """Something that is found.

    `table` is the one whose words are asked, `rows` what a user sees of it, `also` further
    tables with words about the same row, by the path from the row to them.
    """

    code: str
    table: str
    rows: Callable[[User], "QuerySet[Any]"]
    also: Mapping[str, str]


@dataclass(frozen=True)
class Found:
    """What was found of one kind, the newest first; `before` continues where there is more."""

    kind: Kind
    rows: list[Any]
    before: int | None


def search(
    typed: str, *, by: User, most: int, only: str = "", before: int | None = None
) -> list[Found]:
    """What holds every word, by kind and the newest first; kinds without any are left out.

    Two or three queries for each kind, however many rows hold the words.

    Args:
        typed:  what somebody typed; other characters than letters and digits part words.
        by:     who asks; markings and roles hold as on every page.
        most:   how many of each kind.
        only:   a code of `KINDS`: nothing else is looked for.
        before: of that kind, only rows with a key under this one.
    """
    words = searching.words_of(typed)
    kinds = [kind for kind in KINDS if only in ("", kind.code)] if words else []
    found = [_found(kind, words, by, most, before) for kind in kinds]
    return [one for one in found if one.rows]


def named(typed: str, *, by: User) -> "Plan | Item | Action | Evidence | None":
    """What a public id such as P1-A12 names, where the user sees exactly one such thing."""
    code = _PUBLIC_ID.fullmatch(typed.strip())
    if code is None:
        return None
    rows = _NAMED[(code["part"] or "").upper()](by).filter(public_id=typed.strip().upper())
    both = list(rows.select_related(*_council(rows))[:2])
    return both[0] if len(both) == 1 else None


def _council(rows: "QuerySet[Any]") -> list[str]:
    return ["authority"] if rows.model is Plan else ["plan__authority"]


def _found(kind: Kind, words: tuple[str, ...], by: User, most: int, before: int | None) -> Found:
    rows = _rows(kind, words, by, most + 1, before)
    more = len(rows) > most
    return Found(kind, rows[:most], rows[most - 1].pk if more else None)


def _rows(kind: Kind, words: tuple[str, ...], by: User, most: int, before: int | None) -> list[Any]:
    """The newest rows that hold the words and that the user sees."""
    seen = kind.rows(by).order_by("-pk")
    if before is not None:
        seen = seen.filter(pk__lt=before)
    if kind.also:
        return list(seen.filter(_anywhere(kind, words))[:most])
    keys = searching.newest(kind.table, words, before=before, most=FIRST_LOOK)
    if not keys:
        return []
    first = list(seen.filter(pk__in=keys)[:most])
    if len(first) == most or len(keys) < FIRST_LOOK:
        return first
    # Who sees little of much: all rows with the words are asked, at one go.
    older = seen.filter(pk__lt=keys[-1], pk__in=searching.found(kind.table, words))
    return [*first, *older[: most - len(first)]]


def _anywhere(kind: Kind, words: tuple[str, ...]) -> Q:
    found = Q(pk__in=searching.found(kind.table, words))
    for path, table in kind.also.items():
        of = Evidence.objects.filter(**{f"{path}__in": searching.found(table, words)})
        found |= Q(pk__in=of.values("pk"))
    return found


def _recommendations(by: User) -> "QuerySet[Any]":
    rows = recommendations_for(by).select_related("inspection__framework")
    return rows.exclude(inspection__state=Inspection.State.WITHDRAWN)


def _findings(by: User) -> "QuerySet[Any]":
    rows = Finding.objects.visible_to(by).select_related("inspection__framework")
    return rows.exclude(inspection__state=Inspection.State.WITHDRAWN)


def _plans(by: User) -> "QuerySet[Any]":
    rows = Plan.objects.visible_to(by).select_related("authority")
    return rows.exclude(state=Plan.State.WITHDRAWN)


def _of_plans(rows: "QuerySet[Any]") -> "QuerySet[Any]":
    standing = rows.filter(dropped_in=None).select_related("plan__authority")
    return standing.exclude(plan__state=Plan.State.WITHDRAWN)


def _items(by: User) -> "QuerySet[Any]":
    return _of_plans(Item.objects.visible_to(by))


def _actions(by: User) -> "QuerySet[Any]":
    return _of_plans(Action.objects.visible_to(by))


def _hanging(rows: "QuerySet[Any]") -> "QuerySet[Any]":
    """Of rows on actions and items: those of what still stands, with their plans."""
    standing = rows.filter(action__dropped_in=None, item__dropped_in=None)
    kept = standing.exclude(action__plan__state=Plan.State.WITHDRAWN)
    kept = kept.exclude(item__plan__state=Plan.State.WITHDRAWN)
    return kept.select_related("action__plan__authority", "item__plan__authority")


def _tests(by: User) -> "QuerySet[Any]":
    return _hanging(Test.objects.visible_to(by).filter(dropped_in=None))


def _updates(by: User) -> "QuerySet[Any]":
    return _hanging(Update.objects.visible_to(by).standing())


def _evidence(by: User) -> "QuerySet[Any]":
    rows = Evidence.objects.visible_to(by).select_related("plan__authority")
    return rows.exclude(plan__state=Plan.State.WITHDRAWN)


def _measures(by: User) -> "QuerySet[Any]":
    return Measure.objects.visible_to(by).select_related("authority")


def _persons(by: User) -> "QuerySet[Any]":
    return Person.objects.visible_to(by).select_related("authority")


KINDS = (
    Kind("recommendations", "inspections_recommendation", _recommendations, {}),
    Kind("paragraphs", "inspections_finding", _findings, {}),
    Kind("plans", "plans_plan", _plans, {}),
    Kind("items", "plans_item", _items, {}),
    Kind("actions", "plans_action", _actions, {}),
    Kind("tests", "plans_test", _tests, {}),
    Kind("updates", "plans_update", _updates, {}),
    Kind(
        "evidence",
        "plans_evidence",
        _evidence,
        {
            "versions": "plans_evidenceversion",
            "versions__links": "plans_evidencelink",
        },
    ),
    Kind("measures", "results_measure", _measures, {}),
    Kind("people", "people_person", _persons, {}),
)
_NAMED: Mapping[str, Callable[[User], "QuerySet[Any]"]] = {
    "": _plans,
    "I": _items,
    "A": _actions,
    "E": _evidence,
}
