"""The rows of a plan that is being recorded: items and actions, matched with the earlier ones."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.people.models import User
from goldenthread.plans import kinds, matching, numbering
from goldenthread.plans.actions.renewing import drop, renew
from goldenthread.plans.drafts import ActionDraft, PlanDraft
from goldenthread.plans.models import (
    Action,
    ActionItem,
    Item,
    Part,
    PlanJudgement,
    ToSettle,
    Version,
    Wording,
    Workstream,
)
from goldenthread.plans.numbering import Serials


@dataclass
class Sheet:
    """What is being written: rows in the order of the draft.

    `known` are the ids of those that an earlier version had; `asked` what the version asks
    because a person had settled it otherwise.
    """

    version: Version
    draft: PlanDraft
    by: User
    items: list[Item] = field(default_factory=list)
    actions: list[Action] = field(default_factory=list)
    known: set[str] = field(default_factory=set)
    asked: list[ToSettle] = field(default_factory=list)


def parts(sheet: Sheet) -> list[Part]:
    """The parts of the version, with the grades that they print."""
    rows = [
        Part(version=sheet.version, order=order, title=draft.title, source_place=dict(draft.place))
        for order, draft in enumerate(sheet.draft.parts, start=1)
    ]
    Part.objects.bulk_create(rows)
    PlanJudgement.objects.bulk_create(
        PlanJudgement(
            part=row,
            order=order,
            label=draft.label,
            grade_code=draft.grade,
            grade_printed=draft.grade_printed,
            judgement_id=draft.judgement,
            source_place=dict(draft.place),
        )
        for row, part in zip(rows, sheet.draft.parts, strict=True)
        for order, draft in enumerate(part.judgements, start=1)
    )
    return rows


def items(sheet: Sheet, within: Sequence[Part]) -> None:
    """The items; those that an earlier version had keep their ids."""
    plan = sheet.version.plan
    old = list(plan.items.current().order_by("order"))
    drafts = sheet.draft.items
    found = _match(
        [matching.Known(row.number, row.text, public_id=row.public_id) for row in old],
        [matching.Known(row.number, row.text, keeps=row.keeps) for row in drafts],
    )
    drop((row for index, row in enumerate(old) if index not in found.values()), sheet.version)
    serials = Serials(plan.public_id, "I", plan.items.values_list("public_id", flat=True))
    above = numbering.parents([row.number for row in drafts])
    for index, draft in enumerate(drafts):
        row = old[found[index]] if index in found else Item(plan=plan, version=sheet.version)
        part = within[draft.part] if draft.part is not None else None
        parent = above[index]
        _keep_id(sheet, row, serials)
        row.order, row.number, row.text = index + 1, draft.number, draft.text
        row.part, row.section, row.answers = part, draft.section, draft.answers
        row.timescale_printed = "\n".join(given.printed for given in draft.timescales)
        row.parent = sheet.items[parent] if parent is not None and parent < index else None
        row.source_place = dict(draft.place)
        row.save()
        sheet.items.append(row)
    Wording.objects.bulk_create(_item_wording(sheet, row) for row in sheet.items)


def actions(sheet: Sheet) -> None:
    """The actions and the items that they serve; those of an earlier version keep their ids."""
    plan = sheet.version.plan
    old = list(plan.actions.current().prefetch_related("served").order_by("order"))
    drafts = sheet.draft.actions
    found = _match(
        [
            matching.Known(row.ref, row.text, home=_home_of(row), public_id=row.public_id)
            for row in old
        ],
        [
            matching.Known(row.ref, row.text, home=_home(sheet, row), keeps=row.keeps)
            for row in drafts
        ],
    )
    left = [row for index, row in enumerate(old) if index not in found.values()]
    drop((row for row in left if row.version_id is not None), sheet.version)
    _added_last(left, len(drafts))
    serials = Serials(plan.public_id, "A", plan.actions.values_list("public_id", flat=True))
    streams = _workstreams(sheet)
    for index, draft in enumerate(drafts):
        row = old[found[index]] if index in found else Action(plan=plan, version=sheet.version)
        _keep_id(sheet, row, serials)
        _words(row, index + 1, draft)
        row.workstream = streams.get(draft.workstream.strip())
        row.save()
        sheet.actions.append(row)
    _pointing(sheet)
    Wording.objects.bulk_create(_action_wording(sheet, row) for row in sheet.actions)
    _served(sheet)


def _added_last(left: Iterable[Action], drawn: int) -> None:
    """What a person added stays, after the rows of the document."""
    added = [row for row in left if row.version_id is None]
    for order, row in enumerate(added, start=drawn + 1):
        row.order = order
        row.save(update_fields=["order"])


def _match(old: list[matching.Known], new: list[matching.Known]) -> dict[int, int]:
    try:
        return matching.match(old, new)
    except KeyError as unknown:
        raise NotAllowedNow(
            f"{unknown.args[0]} is no row of the version before. Choose another, or none."
        ) from unknown


def _keep_id(sheet: Sheet, row: Item | Action, serials: Serials) -> None:
    if row.public_id:
        sheet.known.add(row.public_id)
    else:
        row.public_id = serials.next()


def _words(row: Action, order: int, draft: ActionDraft) -> None:
    row.order, row.ref, row.text, row.cell = order, draft.ref, draft.text, draft.cell
    row.source_place = dict(draft.place)
    if draft.kind:
        row.kind, row.kind_proposed = draft.kind, False
    elif row.kind_proposed:
        printed = " ".join(given.printed for given in draft.timescales)
        row.kind = kinds.kind_of_action(draft.text, printed)


def _workstreams(sheet: Sheet) -> dict[str, Workstream]:
    names = {draft.workstream.strip() for draft in sheet.draft.actions} - {""}
    plan = sheet.version.plan
    return {
        name: Workstream.objects.get_or_create(plan=plan, name=name)[0] for name in sorted(names)
    }


def _pointing(sheet: Sheet) -> None:
    """Which rows only point to others; one that somebody worked on stays its own, and is asked."""
    for row, draft in zip(sheet.actions, sheet.draft.actions, strict=True):
        target = sheet.actions[draft.same_as] if draft.same_as is not None else None
        if row.same_as_id == (target.pk if target else None):
            continue
        if target is not None and Action.objects.filter(pk=row.pk).worked_on().exists():
            words = (
                f"The plan now says that {row} is the same as {target}. It has work or a day of "
                "its own, and stays: say in it that the other one takes its place."
            )
            asked = ToSettle(
                version=sheet.version, action=row, topic=ToSettle.Topic.OTHER, words=words
            )
            sheet.asked.append(asked)
            continue
        row.same_as = target
        row.save(update_fields=["same_as"])


def _served(sheet: Sheet) -> None:
    new: list[ActionItem] = []
    for row, draft in zip(sheet.actions, sheet.draft.actions, strict=True):
        wanted = [sheet.items[index] for index in draft.items]
        old = row.served.current() if row.public_id in sheet.known else []
        new += [
            ActionItem(action=row, item=item, version=sheet.version, source_place=dict(draft.place))
            for item in renew(
                old, wanted, lambda tie, item: tie.item_id == item.pk, version=sheet.version
            )
        ]
    ActionItem.objects.bulk_create(new)


def _home(sheet: Sheet, draft: ActionDraft) -> str:
    """Under which item an action stands, so that equal words under two items stay two."""
    return str(sheet.items[draft.items[0]].pk) if draft.items else ""


def _home_of(row: Action) -> str:
    ties = [tie for tie in row.served.all() if tie.dropped_in_id is None]
    return str(min(ties, key=lambda tie: tie.pk).item_id) if ties else ""


def _item_wording(sheet: Sheet, row: Item) -> Wording:
    content: dict[str, Any] = {
        "section": row.section,
        "timescale_printed": row.timescale_printed,
        "part_id": row.part_id,
        "parent_id": row.parent_id,
        "answers": row.answers,
    }
    return Wording(
        version=sheet.version,
        item=row,
        order=row.order,
        number=row.number,
        text=row.text,
        content=content,
        source_place=row.source_place,
    )


def _action_wording(sheet: Sheet, row: Action) -> Wording:
    content: dict[str, Any] = {
        "cell": row.cell,
        "kind": row.kind,
        "same_as_id": row.same_as_id,
        "workstream_id": row.workstream_id,
    }
    return Wording(
        version=sheet.version,
        action=row,
        order=row.order,
        number=row.ref,
        text=row.text,
        content=content,
        source_place=row.source_place,
    )
