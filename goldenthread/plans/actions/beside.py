"""What hangs on the rows of a plan that is being recorded: who, by when, tests, claims."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from goldenthread.plans import claims, kinds, quantities
from goldenthread.plans.actions.renewing import drop, renew
from goldenthread.plans.actions.writing import Sheet
from goldenthread.plans.deadlines import binds, in_the_way
from goldenthread.plans.drafts import (
    ActionDraft,
    ItemDraft,
    ReferenceDraft,
    ReportedDraft,
    StandingDraft,
    TestDraft,
    TimescaleDraft,
)
from goldenthread.plans.folding import folded
from goldenthread.plans.models import (
    Action,
    AsReported,
    CrossReference,
    Deadline,
    DeadlineMove,
    EvidenceLink,
    Item,
    Standing,
    Test,
    ToSettle,
)
from goldenthread.plans.models.told import DeadlineQuerySet
from goldenthread.plans.timescales import timescale

WHO = ("person", "post", "team", "partner")
Topic = ToSettle.Topic
SET_OTHERWISE = "Somebody set it otherwise here, and that stands."


def standings(sheet: Sheet) -> None:
    """Who stands in the actions. A lead whom a person set stays, and the printed one is asked."""
    new: list[Standing] = []
    for row, draft in zip(sheet.actions, sheet.draft.actions, strict=True):
        known = row.public_id in sheet.known
        old = list(row.standings.current()) if known else []
        added = renew(old, draft.standings, _same_standing, version=sheet.version)
        set_by_person = row.standings.current().filter(
            rank=Standing.Rank.LEAD, version=None, ended_on=None
        )
        for one in added:
            if known and one.rank == Standing.Rank.LEAD and set_by_person.exists():
                words = f"Who leads {row}? The plan now says “{one.printed}”. {SET_OTHERWISE}"
                _ask(sheet, row, Topic.LEAD, words)
            else:
                new.append(standing(row, one, sheet))
    Standing.objects.bulk_create(new)


def standing(action: Action, draft: StandingDraft, sheet: Sheet | None = None) -> Standing:
    """The row of one standing, not yet saved; without a sheet a person adds it."""
    return Standing(
        action=action,
        version=sheet.version if sheet else None,
        rank=draft.rank,
        printed=draft.printed,
        person=draft.person,
        post=draft.post,
        team=draft.team,
        partner=draft.partner,
        source_place=dict(draft.place),
    )


def _same_standing(row: Standing, draft: StandingDraft) -> bool:
    if row.rank != draft.rank:
        return False
    theirs = [getattr(draft, who) for who in WHO]
    if not any(theirs):
        return folded(row.printed) == folded(draft.printed)
    return [getattr(row, who) for who in WHO] == theirs


def deadlines(sheet: Sheet) -> None:
    """By when: of items, of actions, and of an action for one of its items.

    What stands gives way to an earlier day only. Where the document now says a later one, or
    none, it is asked: more time is for somebody else to approve.
    """
    new: list[Deadline] = []
    ending: list[Deadline] = []
    for row, draft in _rows(sheet):
        wanted = [_deadline(sheet, row, given) for given in draft.timescales]
        if row.public_id not in sheet.known:
            new += wanted
            continue
        standing = list(originals(row))
        said = [one for one in wanted if not any(_same_deadline(old, one) for old in standing)]
        new += [one for one in said if _may_stand(sheet, row, standing, one)]
        ending += _giving_way(sheet, row, standing, wanted, new)
    Deadline.objects.bulk_create(new)
    drop(ending, sheet.version)


def _may_stand(
    sheet: Sheet, row: Item | Action, standing: Sequence[Deadline], wanted: Deadline
) -> bool:
    """Whether a document's timescale is written; where not, it is asked unless it was before."""
    old = next((one for one in standing if _slot(one) == _slot(wanted)), None)
    if old is not None and old.version_id is None:
        if not _said_before(row, wanted):
            words = f"By when {row}? The plan now says “{wanted.printed}”."
            _ask(sheet, row, Topic.TIMESCALE, f"{words} {SET_OTHERWISE}")
        return False
    stands = in_the_way(standing, wanted) or (old if old and binds(old) and not old.due else None)
    if stands is None:
        return True
    if not _asked_before(row, wanted):
        _ask_for_time(sheet, row, stands, wanted)
    return False


def _giving_way(
    sheet: Sheet,
    row: Item | Action,
    standing: Sequence[Deadline],
    wanted: Sequence[Deadline],
    new: Sequence[Deadline],
) -> list[Deadline]:
    """Which of a row's deadlines end, now that the document says others or none."""
    slots, written = {_slot(one) for one in wanted}, {_slot(one) for one in new}
    ending = []
    for old in standing:
        if old.version_id is None or any(_same_deadline(old, one) for one in wanted):
            continue
        if _slot(old) in written or not binds(old):
            ending.append(old)
        elif _slot(old) not in slots:
            words = f"The plan no longer says by when {row}. {old} stands."
            _ask(sheet, row, Topic.OTHER, words)
    return ending


def _slot(row: Deadline) -> tuple[str, int | None, int | None]:
    return (row.source, row.action_id, row.item_id)


def _ask_for_time(sheet: Sheet, row: Item | Action, stands: Deadline, wanted: Deadline) -> None:
    words = (
        f"By when {row}? The plan now says “{wanted.printed}”; {stands} stands until somebody "
        "else approves more time."
    )
    if isinstance(row, Item) or wanted.due is None:
        _ask(sheet, row, Topic.OTHER, words)
        return
    suggestion = {
        "printed": wanted.printed, "source": wanted.source, "due": wanted.due.isoformat(),
        **({"item": wanted.item_id} if wanted.item_id else {}),
    }  # fmt: skip
    _ask(sheet, row, Topic.TIMESCALE, words, suggestion)


def _asked_before(row: Item | Action, wanted: Deadline) -> bool:
    """Whether more time until that day was asked for, so that it was answered or will be."""
    if isinstance(row, Item) or wanted.due is None:
        return False
    moves = row.moves.filter(kind=DeadlineMove.Kind.AGREED, milestone=None)
    return moves.filter(to=wanted.due, item=wanted.item_id).exists()


def originals(row: Item | Action) -> DeadlineQuerySet:
    """The deadlines of a row as first set, those that still stand."""
    rows = row.deadlines.current().filter(kind=Deadline.Kind.ORIGINAL)
    return rows.filter(action=None) if isinstance(row, Item) else rows


def _said_before(row: Item | Action, wanted: Deadline) -> bool:
    """Whether an earlier version said the same, so that it was answered when it was settled."""
    earlier = row.deadlines.exclude(version=None).exclude(dropped_in=None)
    return any(folded(one.printed) == folded(wanted.printed) for one in earlier)


def _deadline(sheet: Sheet, row: Item | Action, draft: TimescaleDraft) -> Deadline:
    item = sheet.items[draft.item] if draft.item is not None else None
    made = deadline(row, draft, item=item)
    made.version = sheet.version
    return made


def deadline(row: Item | Action, draft: TimescaleDraft, *, item: Item | None = None) -> Deadline:
    """The row of one timescale, not yet saved: printed, read, and how the day follows."""
    found = timescale(
        draft.printed, anchor=draft.anchor, anchor_from=draft.anchor_from, confirmed=draft.due
    )
    reading = found.reading
    return Deadline(
        action=row if isinstance(row, Action) else None,
        item=row if isinstance(row, Item) else item,
        source=draft.source,
        printed=draft.printed,
        reading=reading.kind,
        earliest=reading.earliest,
        latest=reading.latest,
        due=found.due,
        precision=reading.precision or "",
        recurrence=reading.recurrence or "",
        offset=reading.offset or "",
        anchor=draft.anchor,
        basis=found.basis,
        question=reading.question.question if reading.question and not draft.due else "",
        source_place=dict(draft.place),
    )


def _same_deadline(row: Deadline, wanted: Deadline) -> bool:
    return (row.source, row.item_id, folded(row.printed), row.due) == (
        wanted.source,
        wanted.item_id,
        folded(wanted.printed),
        wanted.due,
    )


def tests(sheet: Sheet) -> None:
    """What will show it; the kind is proposed where nobody has said one."""
    new: list[Test] = []
    for row, draft in _rows(sheet):
        known = row.public_id in sheet.known
        old = list(row.tests.current()) if known else []
        last = max(row.tests.values_list("number", flat=True), default=0) if known else 0
        if known and EvidenceLink.objects.filter(test__in=row.tests.all()).exists():
            added = _beside_evidence(sheet, row, draft.tests, old)
        else:
            added = renew(old, draft.tests, _same_test, version=sheet.version)
        new += [_test(sheet, row, last + n, one) for n, one in enumerate(added, start=1)]
    Test.objects.bulk_create(new)


def _beside_evidence(
    sheet: Sheet, row: Item | Action, wanted: Sequence[TestDraft], old: list[Test]
) -> list[TestDraft]:
    """The tests that a document adds; none is dropped once evidence is filed, it is asked."""
    for test in old:
        if not any(_same_test(test, draft) for draft in wanted):
            words = f"The plan no longer names the test “{test}” of {row}. Evidence is filed."
            _ask(sheet, row, Topic.OTHER, f"{words} {SET_OTHERWISE}")
    return [draft for draft in wanted if not any(_same_test(test, draft) for test in old)]


def _test(sheet: Sheet, row: Item | Action, number: int, draft: TestDraft) -> Test:
    wanted = quantities.quantity(draft.text, row.text)
    if draft.quantity is not None:
        wanted = quantities.Quantity(draft.quantity, draft.unit)
    return Test(
        action=row if isinstance(row, Action) else None,
        item=row if isinstance(row, Item) else None,
        version=sheet.version,
        number=number,
        column=draft.column,
        text=draft.text,
        kind=draft.kind or kinds.kind_of_test(draft.text, column=draft.column),
        kind_proposed=not draft.kind,
        quantity=wanted.number if wanted else None,
        unit=wanted.unit if wanted else "",
        source_place=dict(draft.place),
    )


def _same_test(row: Test, draft: TestDraft) -> bool:
    return (row.column, folded(row.text)) == (draft.column, folded(draft.text))


def reported(sheet: Sheet) -> None:
    """What the document claims, which sets nothing: it stands beside what is worked out."""
    AsReported.objects.bulk_create(
        _reported(sheet, row, one) for row, draft in _rows(sheet) for one in draft.reported
    )


def _reported(sheet: Sheet, row: Item | Action, draft: ReportedDraft) -> AsReported:
    said = claims.claim(draft.text, column=draft.column, anchor=sheet.version.day)
    return AsReported(
        action=row if isinstance(row, Action) else None,
        item=row if isinstance(row, Item) else None,
        version=sheet.version,
        column=draft.column,
        text=draft.text,
        said=draft.said,
        claims=said.claims,
        completed_on=said.completed_on,
        precision=said.precision,
        count=said.count,
        out_of=said.out_of,
        source_place=dict(draft.place),
    )


def references(sheet: Sheet) -> None:
    """Where actions point to others; a reference that leads nowhere is kept as broken."""
    new: list[CrossReference] = []
    for index, row in enumerate(sheet.actions):
        wanted = [
            _reference(sheet, given) for given in sheet.draft.references if given.action == index
        ]
        old = list(row.references.current()) if row.public_id in sheet.known else []
        new += renew(old, wanted, _same_reference, version=sheet.version)
    CrossReference.objects.bulk_create(new)


def _reference(sheet: Sheet, draft: ReferenceDraft) -> CrossReference:
    return CrossReference(
        action=sheet.actions[draft.action],
        version=sheet.version,
        printed=draft.printed,
        kind=draft.kind,
        to_item=sheet.items[draft.to_item] if draft.to_item is not None else None,
        to_action=sheet.actions[draft.to_action] if draft.to_action is not None else None,
        source_place=dict(draft.place),
    )


def _same_reference(row: CrossReference, wanted: CrossReference) -> bool:
    fields = ("printed", "kind", "to_item_id", "to_action_id")
    return all(getattr(row, name) == getattr(wanted, name) for name in fields)


def _rows(sheet: Sheet) -> Iterator[tuple[Item | Action, ItemDraft | ActionDraft]]:
    yield from zip(sheet.items, sheet.draft.items, strict=True)
    yield from zip(sheet.actions, sheet.draft.actions, strict=True)


def _ask(
    sheet: Sheet,
    row: Item | Action,
    topic: str,
    words: str,
    suggestion: Mapping[str, Any] | None = None,
) -> None:
    sheet.asked.append(
        ToSettle(
            version=sheet.version,
            action=row if isinstance(row, Action) else None,
            item=row if isinstance(row, Item) else None,
            topic=topic,
            words=words,
            suggestion=dict(suggestion or {}),
        )
    )
