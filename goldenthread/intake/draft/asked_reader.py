"""The questions and issues of the reader, tied to the rows of the draft that they are about."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Any

from rapidfuzz import fuzz

from goldenthread.documents.plans.identity import plain_number
from goldenthread.intake.draft.form import ACCEPTED, Draft, Row, accepted, kinds_of, rows_of
from goldenthread.intake.draft.question import Question, place_of, said_place

# Asked anew from the draft itself by the other files, so that an edit settles them.
_ASKED_ANEW = re.compile(
    r" has no lead\. | as leads\. Who is accountable\?$|has no timescale of the inspectorate\.|"
    r"^What does “.*” point at\?$"
)
# What a question of the reader is about, by its own words; its reading stands unless refused.
_KINDS = (
    (
        "heading",
        re.compile(r"^What does the column|^Does “|^The table has no headings|What does “"),
    ),
    ("column", re.compile(r"^The column of these words is not sure")),
    ("cell", re.compile(r"^Who is named in this cell|^Which are measures|^Which action does each")),
    ("cell", re.compile(r"have no printed number")),
    ("same action", re.compile(r"seem to be about the same thing")),
)
KEEP = {"keep": True}
_SAME = re.compile(r"^The actions (?P<named>.+) seem to be about the same thing")
_ITEM = re.compile(r"\bitem (?P<numbers>[^,]+(?:, [\d.]+)*)(?:, action (?P<action>\d+))?$")
_CLASH = re.compile(r"^“(?P<column>.+)” says (?P<says>\S+) where the action is (?P<is>\S+)$")
# More readings of "14 and 15" than this are not weighed against each other.
_MOST_READINGS = 200


def questions(draft: Draft) -> Iterator[Question]:
    """What the reader asked and nobody else asks, then its issues that an answer can mend."""
    for one in draft.get("questions") or ():
        if draft["kind"] == "plan" and _ASKED_ANEW.search(one["question"]):
            continue
        question = _question(draft, one)
        if question:
            yield question
    for issue in draft.get("issues") or ():
        yield from _clash(draft, issue)


def _question(draft: Draft, one: Mapping[str, Any]) -> Question | None:
    words = one["question"]
    kind = next((name for name, said in _KINDS if said.search(words)), "other")
    if kind == "same action":
        return _same_action(draft, one)
    rows = _rows(draft, one["where"])
    if rows and not any(row["state"] == ACCEPTED for row in rows):
        return None
    where, kind = _where(draft, one["where"], kind, rows)
    if where in ("published", "inspection_start", "visit_start", "framework"):
        return None
    return Question(
        kind=kind,
        where=where,
        words=_words(one, kind, where),
        suggestion=_suggestion(kind, one["suggestion"]),
        key=f"reader:{one['where']}:{words}"[:250],
        rows=tuple(row["id"] for row in rows),
        place=place_of(rows[0]) if rows else {},
    )


def _where(draft: Draft, where: str, kind: str, rows: Sequence[Row]) -> tuple[str, str]:
    """The path that a question is about, and its kind where the path tells it."""
    head = where.partition("/")[0]
    if head in kinds_of(draft):
        if not rows:
            return "", "recommendations" if head == "recommendations" else kind
        return f"{head}/{rows[0]['id']}", kind
    if head in draft:
        return where, "facts" if kind == "other" else kind
    if len(rows) == 1:
        name = "items" if rows[0]["id"].startswith("i") else "actions"
        return f"{name}/{rows[0]['id']}", kind
    return "", kind


def _words(one: Mapping[str, Any], kind: str, where: str) -> str:
    """The question with how the cell was read, and with its place where no row tells it."""
    words = one["question"] if where else f"{one['where']}: {one['question']}"
    return f"{words} {one['suggestion']}" if kind == "cell" and one["suggestion"] else words


def _suggestion(kind: str, suggestion: str | None) -> Any:
    """What the reader took stays as it is; any other suggestion is a value."""
    if kind in ("column", "cell"):
        return KEEP
    return suggestion


def _rows(draft: Draft, where: str) -> list[Row]:
    """The rows of a reader's "figures/3", "Line 190, item 1, action 2" or "Table 1, row 10"."""
    head, _, rest = where.partition("/")
    if head in kinds_of(draft):
        read = [row for row in rows_of(draft, head) if _is_read(row)]
        index = rest.partition("/")[0]
        return read[int(index) : int(index) + 1] if index.isdigit() else []
    named = _ITEM.search(where)
    items = _items(draft, named["numbers"]) if named else []
    if named and named["action"] and items:
        mine = [a for a in rows_of(draft, "actions") if _is_read(a) and _first(a) == items[0]["id"]]
        at = int(named["action"]) - 1
        return mine[at : at + 1]
    return items or _at_place(draft, where)


def _items(draft: Draft, numbers: str) -> list[Row]:
    wanted = {plain_number(number) for number in numbers.split(", ")}
    items = rows_of(draft, "items")
    return [i for i in items if _is_read(i) and plain_number(i.get("number") or "") in wanted]


def _at_place(draft: Draft, where: str) -> list[Row]:
    """The actions, else the items, that stand at a place in words."""
    for name in ("actions", "items"):
        found = [
            row
            for row in rows_of(draft, name)
            if _is_read(row) and any(said_place(p) == where for p in row["places"].values())
        ]
        if found:
            return found
    return []


def _is_read(row: Row) -> bool:
    return not row.get("made_from") and not row.get("added")


def _first(action: Row) -> str | None:
    return next(iter(action.get("item_ids") or ()), None)


def _same_action(draft: Draft, one: Mapping[str, Any]) -> Question | None:
    """Several rows about one thing: join them, or keep them apart; no guess is made."""
    named = _SAME.search(one["question"])
    rows = _named(draft, re.split(r", | and ", named["named"])) if named else []
    if len(rows) < 2:
        return None
    texts = "; ".join(f"item {_numbers(draft, row)}: “{row['text']}”" for row in rows)
    return Question(
        kind="same action",
        where="",
        words=f"These actions seem to be about the same thing: {texts}. Are they one action?",
        suggestion=None,
        key=f"same action:{','.join(row['id'] for row in rows)}",
        rows=tuple(row["id"] for row in rows),
        place=place_of(rows[0]),
    )


def _numbers(draft: Draft, action: Row) -> str:
    numbers = {item["id"]: item["number"] for item in rows_of(draft, "items")}
    printed = "/".join(numbers[one] for one in action["item_ids"] if one in numbers)
    return f"{printed} {action['ref']}" if action.get("ref") else printed


def _named(draft: Draft, names: Sequence[str]) -> list[Row]:
    """The rows that the reader calls "2.1 i)" or "14"; of several, those most alike."""
    actions = accepted(draft, "actions")
    choices = [[a for a in actions if name in _names(draft, a)] for name in names]
    total = 1
    for choice in choices:
        total *= len(choice)
    if not total or total > _MOST_READINGS:
        return []
    return list(max(product(*choices), key=_likeness))


def _names(draft: Draft, action: Row) -> tuple[str, ...]:
    number = _numbers(draft, action)
    return (number, action["ref"]) if action.get("ref") else (number,)


def _likeness(rows: Iterable[Row]) -> float:
    first, *others = (str(row["text"]) for row in rows)
    return sum(fuzz.ratio(first, other) for other in others)


def _clash(draft: Draft, issue: Mapping[str, str]) -> Iterator[Question]:
    """A label in another column that is not the action's (C-08)."""
    found = _CLASH.search(issue["problem"])
    if not found:
        return
    at = [row for row in _at_place(draft, issue["where"]) if row.get("ref") == found["is"]]
    rows = [row for row in at if row["state"] == ACCEPTED]
    for row in rows[:1]:
        yield Question(
            kind="label",
            where=f"actions/{row['id']}/ref",
            words=f"{issue['where']}: {issue['problem']}. Which label is right?",
            suggestion=row["ref"],
            key=f"label:{row['id']}",
            rows=(row["id"],),
            place=place_of(row, "ref"),
        )
