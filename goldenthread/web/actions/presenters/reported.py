"""What the document reports of an action, where it points to, and what may have come instead."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.urls import reverse

from goldenthread.people.models import User
from goldenthread.plans import reported
from goldenthread.plans.models import Action, AsReported, CrossReference, Item
from goldenthread.web.actions.ways import of_action


@dataclass(frozen=True)
class Pointed:
    """Another row: where it opens, and what is said of it."""

    label: str
    href: str
    words: str


@dataclass(frozen=True)
class Reported:
    """What the document claims, beside what is worked out.

    `instead` is the action that seems to have taken this one's place: a person decides.
    """

    words: str
    evidence: str
    cells: Sequence[tuple[str, str]]
    instead: Sequence[Pointed]


def reported_of(action: Action, user: User) -> Reported | None:
    """The document's claims, until the first round of updates closes."""
    cells = _cells([action], user)
    if not cells or action.plan.first_round_closed_on is not None:
        return None
    said = _standing(action, cells)
    return Reported(
        _words(said),
        said.evidence,
        [(cell.get_column_display(), cell.text) for cell in cells],
        _instead(action, user, cells),
    )


def pointed_to(action: Action, user: User) -> list[Pointed]:
    """Where "see 1 above" leads: the actions there that speak of the same, else the item.

    What those report is told here as well; it is counted there alone.
    """
    rows = action.references.current().select_related("to_item").order_by("pk")
    return [one for row in rows for one in _pointed(action, row, user)]


def _pointed(action: Action, row: CrossReference, user: User) -> Iterator[Pointed]:
    others = _others(action, user)
    if row.to_action_id is not None:
        others = [one for one in others if one.pk == row.to_action_id]
    else:
        served = set(row.to_item.actions.values_list("pk", flat=True)) if row.to_item else set()
        others = [one for one in others if one.pk in served]
        alike = reported.alike(action.text, [(one.public_id, one.text) for one in others])
        others = [one for one in others if one.public_id in alike]
    for one in others:
        cells = _cells([one], user)
        yield Pointed(one.public_id, of_action(one), _words(_standing(one, cells)) if cells else "")
    if not others:
        for item in Item.objects.visible_to(user).filter(pk=row.to_item_id or 0):
            href = reverse("plans:item", args=[action.plan.authority.code, item.public_id])
            yield Pointed(f"item {item.number or item.public_id}", href, "")


def _instead(action: Action, user: User, cells: Sequence[AsReported]) -> list[Pointed]:
    said = " ".join(cell.text for cell in cells if cell.column == AsReported.Column.PROGRESS)
    if not reported.tells_of_another(said):
        return []
    others = _others(action, user)
    told = {one.pk: one.text for one in others}
    for cell in _cells(others, user):
        told[cell.action_id or 0] += f" {cell.text}"
    likely = reported.taking_its_place(said, [(one.public_id, told[one.pk]) for one in others])
    return [
        Pointed(one.public_id, of_action(one), one.text)
        for one in others
        if one.public_id in likely[:1]
    ]


def _others(action: Action, user: User) -> list[Action]:
    rows = Action.objects.visible_to(user).current().filter(plan=action.plan, same_as=None)
    return list(rows.exclude(pk=action.pk).order_by("order"))


def _cells(actions: Sequence[Action], user: User) -> list[AsReported]:
    rows = AsReported.objects.visible_to(user).current().filter(action__in=actions)
    return list(rows.order_by("pk"))


def _standing(action: Action, cells: Sequence[AsReported]) -> reported.Reported:
    said = [
        reported.Said(
            cell.column,
            cell.claims,
            cell.text,
            cell.completed_on,
            cell.precision,
            cell.count,
            cell.out_of,
        )
        for cell in cells
    ]
    quantities = action.tests.current().values_list("quantity", flat=True)
    return reported.reported_standing(said, wanted=reported.wanted(quantities))


def _words(said: reported.Reported) -> str:
    return ", ".join(part for part in (said.words, said.counted) if part)
