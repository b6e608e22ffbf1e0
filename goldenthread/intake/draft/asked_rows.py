"""Questions about rows: cells with two parts, references and labels that do not fit."""

import re
from collections import Counter
from collections.abc import Iterator

from goldenthread.documents.plans import references
from goldenthread.documents.plans.identity import plain_number
from goldenthread.intake.draft.form import Draft, Row, accepted, items_of, rows_of
from goldenthread.intake.draft.question import Question, called, place_of

# A line that begins a sentence of its own, after its bullet or label.
_OWN = re.compile(r"^\W*(?:\(?(?:[ivx]{1,4}|[a-h]|\d{1,2})[.)]\s+)?[A-Z]")
_GOES_ON = re.compile(r"(?:[:,–-]|\b(?:and|or|to|of|the|with|for|in))\s*$", re.IGNORECASE)
_SHORTEST_PART = 3  # words; a shorter line is a name or a heading


def questions(draft: Draft) -> Iterator[Question]:
    """All such questions, action by action."""
    numbers = {plain_number(item.get("number") or ""): item for item in accepted(draft, "items")}
    for action in accepted(draft, "actions"):
        yield from _two_parts(action)
        yield from _references(action, numbers)
        yield from _no_item(draft, action)
    yield from _labels(draft)


def parts_of(text: str) -> list[str]:
    """The parts of a cell that seem to be actions of their own; [] where it seems to be one.

    >>> parts_of("Agree how minutes are sent\\nSame meeting to consider monitoring")
    ['Agree how minutes are sent', 'Same meeting to consider monitoring']
    >>> parts_of("Meet the heads to discuss:\\nthe threshold document")
    []
    """
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    own = all(_OWN.match(line) and len(line.split()) >= _SHORTEST_PART for line in lines)
    goes_on = any(_GOES_ON.search(line) for line in lines[:-1])
    own = own and not any(references.pure(line) is not None for line in lines)
    return lines if len(lines) > 1 and own and not goes_on else []


def _two_parts(action: Row) -> Iterator[Question]:
    parts = parts_of(action.get("text") or "")
    if not parts or action.get("made_from"):
        return
    beginnings = " and ".join(f"“{_short(part)}”" for part in parts)
    yield Question(
        kind="split",
        where=f"actions/{action['id']}",
        words=f"{called(action)} seems to hold {len(parts)} actions: {beginnings}. Split it?",
        suggestion={"split": parts},
        key=f"split:{action['id']}",
        rows=(action["id"],),
        place=place_of(action),
    )


def _references(action: Row, items: dict[str, Row]) -> Iterator[Question]:
    """Every number that a row refers to should be an item of the plan (C-10)."""
    same_as = action.get("same_as")
    if same_as is None:
        same_as = references.pure(action.get("text") or "")
    pointed = [same_as] if same_as is not None else references.inside(action.get("text") or "")
    for pointer in pointed:
        if references.number(pointer) in items:
            continue
        ask = f"“{pointer}” is no item of the plan." if pointer else "It names no item."
        yield Question(
            kind="reference",
            where=f"actions/{action['id']}" + ("/same_as" if same_as is not None else ""),
            words=f"{called(action)}: “{_short(action['text'] or '')}” refers to another row. "
            f"{ask} Which is meant?",
            suggestion=None,
            key=f"reference:{action['id']}:{pointer}",
            rows=(action["id"],),
            place=place_of(action),
        )


def _no_item(draft: Draft, action: Row) -> Iterator[Question]:
    """An action whose item was refused, or that never had one."""
    if items_of(draft, action) or not accepted(draft, "items"):
        return
    yield Question(
        kind="no item",
        where=f"actions/{action['id']}/item_ids",
        words=f"{called(action)}: “{_short(action['text'] or '')}” stands under no item. "
        "Which does it serve?",
        suggestion=None,
        key=f"no item:{action['id']}",
        rows=(action["id"],),
        place=place_of(action),
    )


def _labels(draft: Draft) -> Iterator[Question]:
    """The same label twice under one item (C-08)."""
    read = {row["id"] for row in rows_of(draft, "actions") if not row.get("made_from")}
    actions = [a for a in accepted(draft, "actions") if a.get("ref") and a["id"] in read]
    counts = Counter((tuple(a["item_ids"]), a["ref"].casefold()) for a in actions)
    for action in actions:
        if counts[tuple(action["item_ids"]), action["ref"].casefold()] > 1:
            yield Question(
                kind="label",
                where=f"actions/{action['id']}/ref",
                words=f"{called(action)}: Two actions of the item are labelled “{action['ref']}”. "
                "What should this one be?",
                suggestion=action["ref"],
                key=f"label:{action['id']}",
                rows=(action["id"],),
                place=place_of(action, "ref"),
            )


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:57]}…"
