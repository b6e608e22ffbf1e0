"""References between the rows of a plan: to an item, to an action, or broken."""

import re
from collections.abc import Iterator
from dataclasses import replace

from goldenthread.documents.plans import references
from goldenthread.documents.plans.identity import plain_number
from goldenthread.intake.draft.form import Draft, Row, accepted
from goldenthread.intake.draft.question import place_of
from goldenthread.plans.drafts import ReferenceDraft

SHARES, SEE, INHERITS = "shares action", "see also", "inherits update"
_LABEL = re.compile(r"\((?P<label>[a-z]+)\)$")


def references_of(draft: Draft) -> Iterator[ReferenceDraft]:
    """Every reference that the actions print, whether or not it leads somewhere."""
    for number, action in enumerate(accepted(draft, "actions")):
        for pointer, kind in _pointers(action):
            yield replace(_found(draft, pointer, number), kind=kind, place=place_of(action))


def same_as_of(draft: Draft, action: Row) -> int | None:
    """The index of the one action that a row only points to; None where it is not one."""
    pointer = action.get("same_as")
    if not pointer:
        return None
    actions = accepted(draft, "actions")
    found = _found(draft, pointer, actions.index(action))
    if found.to_action is not None:
        return found.to_action
    if found.to_item is None:
        return None
    item = accepted(draft, "items")[found.to_item]["id"]
    others = [n for n, a in enumerate(actions) if item in a["item_ids"] and a["id"] != action["id"]]
    return others[0] if len(others) == 1 else None


def _pointers(action: Row) -> Iterator[tuple[str, str]]:
    text = action.get("text") or ""
    if action.get("same_as") is not None:
        yield action["same_as"], SHARES
    else:
        for pointer in references.inside(text):
            yield pointer, SEE
    for update in action.get("updates") or ():
        above = references.pure((update.get("text") or "").partition("\n")[0])
        if above:
            yield above, INHERITS


def _found(draft: Draft, pointer: str, number: int) -> ReferenceDraft:
    """Where a pointer such as "1.1" or "4 (ii)" leads."""
    to_item, to_action = None, None
    wanted = references.number(pointer)
    for n, item in enumerate(accepted(draft, "items")):
        if to_item is None and plain_number(item.get("number") or "") == wanted:
            to_item = n
            to_action = _labelled(draft, item["id"], pointer, number)
    if to_action is not None:
        to_item = None
    return ReferenceDraft(action=number, printed=pointer, to_item=to_item, to_action=to_action)


def _labelled(draft: Draft, item: str, pointer: str, number: int) -> int | None:
    """The action of an item that has the label of a pointer."""
    label = _LABEL.search(pointer)
    if label is None:
        return None
    for n, action in enumerate(accepted(draft, "actions")):
        plain = re.sub(r"[^a-z0-9]", "", (action.get("ref") or "").casefold())
        if n != number and item in action["item_ids"] and plain == label["label"]:
            return n
    return None
