"""What a person should look at in a draft: blanks, several leads, references, clashes."""

import re
from collections.abc import Sequence

from goldenthread.documents.plans import people, references
from goldenthread.documents.plans import vocabulary as words
from goldenthread.documents.plans.drafts import Action, Draft, Item
from goldenthread.documents.plans.frame import Filled
from goldenthread.documents.plans.identity import alike, plain_number
from goldenthread.documents.plans.places import row_said, said

_SETTING_UP = re.compile(
    r"(?:implement|develop|establish|launch|introduc|set(?:ting)? up|creat)", re.IGNORECASE
)
_CAPITALS = re.compile(r"\b[A-Z]{4,6}\b")


def settle(draft: Draft) -> None:
    """Names people, numbers items, resolves references; asks and lists what is left."""
    _refs_of_numbers(draft)
    _people(draft)
    _numbers_given(draft)
    for before, action in zip([None, *draft.actions], draft.actions, strict=False):
        _blank_lead(draft, before, action)
        _several_leads(draft, action)
        _reference(draft, action)
    _blank_timescales(draft)
    _same_words(draft)


def _refs_of_numbers(draft: Draft) -> None:
    """Where each row of an item has its own number, those number the actions: 1.1 and 1.2."""
    for item in draft.items:
        mine = [a for a in draft.actions if a.items == [item]]
        numbers = [a.number_cell or "" for a in mine]
        if len(set(numbers)) < 2 or len(set(numbers)) < len(mine) or not all(numbers):
            continue
        for action, number in zip(mine, numbers, strict=True):
            action.ref = action.ref or number
        stem = plain_number(item.number).rpartition(".")[0]
        if stem and all(plain_number(n).startswith(f"{stem}.") for n in numbers):
            item.number, item.number_place = _free_number(draft, item, stem), None


def _free_number(draft: Draft, item: Item, stem: str) -> str:
    taken = {i.number for i in draft.items if i is not item and i.plan == item.plan}
    return stem if stem not in taken else item.number


def _people(draft: Draft) -> None:
    known = _codes(draft)
    for action in draft.actions:
        action.lead_names = _names(draft, action.leads, known)
        action.delegate_names = _names(draft, action.delegates, known)


def _codes(draft: Draft) -> set[str]:
    cells = [c for action in draft.actions for c in (action.leads, action.delegates) if c]
    alone = (people.alone(line) for cell in cells for line in cell.text.split("\n"))
    return {name for name in alone if name}


def _names(draft: Draft, cell: Filled | None, known: set[str]) -> list[str]:
    if cell is None:
        return []
    found = people.split(cell.text, known)
    if found.doubt:
        draft.ask(said(cell.place), "Who is named in this cell?", found.doubt)
    return list(dict.fromkeys(found.names))


def _numbers_given(draft: Draft) -> None:
    given = [item for item in draft.items if not item.printed]
    if given:
        draft.ask(
            said(given[0].place),
            f"{len(given)} items have no printed number. Shall they keep the numbers given here?",
            f"{given[0].number} to {given[-1].number}" if len(given) > 1 else given[0].number,
        )


def _blank_lead(draft: Draft, before: Action | None, action: Action) -> None:
    """A blank lead stays blank; the value above is offered where it is of the same item."""
    if action.lead_names or words.LEADS not in action.columns or action.same_as is not None:
        return
    row, where = row_said(action.place), said(action.place)
    above = _above(draft, action, before)
    if above is None:
        draft.ask(where, f"{row} has no lead. Who leads?")
        return
    over = "One merged cell covers both rows. " if words.LEADS in action.covered else ""
    names = " and ".join(above)
    question = f"{row} has no lead. {over}Carry down “{names}” from the row above?"
    draft.ask(where, question, names)


def _above(draft: Draft, action: Action, before: Action | None) -> list[str] | None:
    if before is None or before.items != action.items:
        return None
    earlier = draft.actions[: draft.actions.index(action)]
    named = [a.lead_names for a in earlier if a.items == action.items and a.lead_names]
    return named[-1] if named else None


def _several_leads(draft: Draft, action: Action) -> None:
    if len(action.lead_names) > 1:
        names = " and ".join(action.lead_names)
        question = f"{row_said(action.place)} names {names} as leads. Who is accountable?"
        draft.ask(said(action.place), question, action.lead_names[0])


def _reference(draft: Draft, action: Action) -> None:
    """Each reference should meet an item; a bare "As above" is taken for the item before."""
    if action.same_as == "":
        _bare_reference(draft, action)
    pointers = [action.same_as] if action.same_as else action.see
    numbers = {plain_number(item.number) for item in draft.items}
    for pointer in pointers:
        if references.number(pointer) not in numbers:
            draft.list_issue(
                said(action.place),
                f"“{pointer}” is referred to, but the plan has no such item.",
                "Say which item is meant.",
            )


def _bare_reference(draft: Draft, action: Action) -> None:
    place = draft.actions.index(action)
    before = draft.actions[place - 1] if place else None
    number = before.items[0].number if before and before.items else None
    action.same_as = number
    text = action.text.text if action.text else ""
    draft.ask(said(action.place), f"What does “{text}” point at?", number)


def _blank_timescales(draft: Draft) -> None:
    for item in draft.items:
        if item.timescale is None and item.timescale_column:
            question = f"Item {item.number} has no timescale of the inspectorate. What is it?"
            draft.ask(said(item.place), question)


def _same_words(draft: Draft) -> None:
    """Actions of different items in the same words, or that set up the same thing: one action?"""
    groups: list[list[Action]] = []
    for action in draft.actions:
        if action.text is None or action.same_as is not None:
            continue
        near = next((g for g in groups if any(_twins(one, action) for one in g)), None)
        if near is None:
            groups.append([action])
        else:
            near.append(action)
    for group in groups:
        _ask_of_twins(draft, group)


def _twins(one: Action, other: Action) -> bool:
    first, second = one.text, other.text
    if one.items == other.items or first is None or second is None:
        return False
    if alike(_core(first.text), _core(second.text)):
        return True
    return bool(_set_up(first.text) & _set_up(second.text))


def _set_up(text: str) -> set[str]:
    """What an action brings into being, by its capitals: "Development of MASH"."""
    return set(_CAPITALS.findall(text)) if _SETTING_UP.match(text) else set()


def _core(text: str) -> str:
    return " ".join(word for word in text.lower().split() if word not in {"the", "a", "of"})


def _ask_of_twins(draft: Draft, group: Sequence[Action]) -> None:
    if len(group) < 2 or not group[0].text:
        return
    named = _listed([_called(action) for action in group])
    draft.ask(
        said(group[-1].place),
        f"The actions {named} seem to be about the same thing. Are they one action?",
        None,
    )
    printed = {a.fields[words.LOCAL].text.strip(" .") for a in group if words.LOCAL in a.fields}
    if len({_date_key(text) for text in printed}) > 1:
        dates = ", ".join(f"“{text}”" for text in sorted(printed))
        draft.list_issue(
            said(group[-1].place),
            f"The actions {named} seem to be one, with different timescales: {dates}.",
            "Say which is right, or keep both as targets of one action.",
        )


def _listed(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _date_key(text: str) -> str:
    return "".join(ch for ch in text.lower() if ch.isalnum())


def _called(action: Action) -> str:
    """The action as a person would name it: its own number, or that of its item with it."""
    number = "/".join(item.number for item in action.items)
    if not action.ref:
        return number or "without an item"
    return action.ref if action.ref.startswith(number) else f"{number} {action.ref}"
