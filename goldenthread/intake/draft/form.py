"""The form of a draft: the proposal with an id, a state and its places on every row."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from goldenthread.documents.plans.identity import plain_number

Draft = dict[str, Any]
Row = dict[str, Any]

# The lists whose elements are rows: a person may refuse, split or join them.
ROWS: Mapping[str, str] = {
    "plans": "pl",
    "items": "i",
    "actions": "a",
    "judgements": "j",
    "recommendations": "r",
    "paragraphs": "p",
    "links": "l",
    "figures": "f",
    "commitments": "c",
    "expected": "e",
    "exchanges": "x",
    "money": "m",
    "forums": "fo",
    "evidence_base": "ev",
}
ACCEPTED, REFUSED, SPLIT, JOINED = "accepted", "refused", "split", "joined"
# What a draft adds to a row and to the whole; `proposal_of` takes it off again.
OF_ROWS = (
    *("id", "state", "reason", "places", "as_read", "made_from", "made_into", "added"),
    *("item_ids", "accountable", "local_due", "due", "targets", "test_kinds"),
)
OF_WHOLE = (
    *("rows_found", "next_ids", "as_read", "named", "settled", "item_links"),
    *("inspected_from", "inspected_to"),
)


def draft_of(proposal: Mapping[str, Any]) -> Draft:
    """The draft of what was read: everything of the proposal, in its order, all accepted.

    Each row of a list of `ROWS` gains "id" ("a40" is the fortieth action as read), "state",
    "places" (field to place) and "as_read" (the first value of each field that was edited).
    An action gains "item_ids", the items whose printed numbers it names. "rows_found" is how many
    rows the reader found, kept apart so that a proof does not count the rows alone. A plan gains
    "inspected_from" and "inspected_to", the days of its inspection where its report has none.
    """
    kinds = [name for name in ROWS if _is_rows(proposal.get(name))]
    draft = {name: value for name, value in proposal.items() if name not in kinds}
    for name in kinds:
        draft[name] = list(_rows(proposal, name))
    if "sources" in proposal:
        draft["sources"] = _other_places(proposal, kinds)
    draft["rows_found"] = {name: len(draft[name]) for name in kinds}
    draft["next_ids"] = {name: len(draft[name]) + 1 for name in kinds}
    draft["as_read"], draft["named"], draft["settled"] = {}, {}, {}
    if draft.get("kind") == "plan":
        draft["inspected_from"], draft["inspected_to"] = None, None
    _tie_actions(draft)
    return draft


def proposal_of(draft: Draft) -> dict[str, Any]:
    """The accepted rows in the form that `goldenthread read --json` prints, with their places."""
    proposal = {name: value for name, value in draft.items() if name not in OF_WHOLE}
    places = dict(draft.get("sources") or {})
    for name in kinds_of(draft):
        kept = accepted(draft, name)
        proposal[name] = [_plain(draft, row) for row in kept]
        for index, row in enumerate(kept):
            places |= {_key(name, index, field): place for field, place in row["places"].items()}
    if places or "sources" in draft:
        proposal["sources"] = places
    return proposal


def kinds_of(draft: Draft) -> list[str]:
    """The lists of rows that this draft has."""
    return [name for name in ROWS if name in draft["rows_found"]]


def rows_of(draft: Draft, name: str) -> list[Row]:
    """All rows of a list in the order of the source, refused and split ones too."""
    found: list[Row] = draft.get(name) or [] if name in draft["rows_found"] else []
    return found


def accepted(draft: Draft, name: str) -> list[Row]:
    """The rows of a list that would be recorded."""
    return [row for row in rows_of(draft, name) if row["state"] == ACCEPTED]


def row_of(draft: Draft, row_id: str) -> tuple[str, Row] | None:
    """The list and the row of an id; None where there is none."""
    for name in kinds_of(draft):
        for row in rows_of(draft, name):
            if row["id"] == row_id:
                return name, row
    return None


def items_of(draft: Draft, action: Row) -> list[Row]:
    """The accepted items that an action serves, in the order it names them."""
    by_id = {row["id"]: row for row in accepted(draft, "items")}
    return [by_id[one] for one in action.get("item_ids") or () if one in by_id]


def with_rows(draft: Draft, name: str, rows: Sequence[Row]) -> Draft:
    """The draft with another list of rows."""
    return {**draft, name: list(rows)}


def with_row(draft: Draft, row: Row) -> Draft:
    """The draft with one row in the place of the one with its id."""
    name = next(n for n in kinds_of(draft) if any(r["id"] == row["id"] for r in draft[n]))
    return with_rows(draft, name, [row if r["id"] == row["id"] else r for r in draft[name]])


def origins(draft: Draft, row: Row) -> list[Row]:
    """The rows as read that a row was made from, itself where it was read as it is."""
    if not row.get("made_from"):
        return [row]
    before = [found[1] for one in row["made_from"] if (found := row_of(draft, one))]
    return [first for one in before for first in origins(draft, one)]


def _is_rows(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, Mapping) for one in value)


def _rows(proposal: Mapping[str, Any], name: str) -> Iterator[Row]:
    places = _places_by_row(proposal, name)
    for index, element in enumerate(proposal[name]):
        yield {
            **element,
            "id": f"{ROWS[name]}{index + 1}",
            "state": ACCEPTED,
            "places": places.get(index, {}),
            "as_read": {},
        }


def _places_by_row(proposal: Mapping[str, Any], name: str) -> dict[int, dict[str, Any]]:
    """The places of each row by field; "" is the place of the row itself."""
    found: dict[int, dict[str, Any]] = {}
    for key, place in (proposal.get("sources") or {}).items():
        head, _, rest = key.partition("/")
        index, _, field = rest.partition("/")
        if head == name and index.isdigit():
            found.setdefault(int(index), {})[field] = place
    return found


def _other_places(proposal: Mapping[str, Any], kinds: Sequence[str]) -> dict[str, Any]:
    """The places of what is no row."""
    return {
        key: place
        for key, place in (proposal.get("sources") or {}).items()
        if key.partition("/")[0] not in kinds or not _indexed(key)
    }


def _indexed(key: str) -> bool:
    return key.partition("/")[2].partition("/")[0].isdigit()


def _key(name: str, index: int, field: str) -> str:
    return f"{name}/{index}/{field}" if field else f"{name}/{index}"


def _tie_actions(draft: Draft) -> None:
    """Names the items of each action by id; the draft is being made, nobody has it yet."""
    for action in rows_of(draft, "actions"):
        action["item_ids"] = ids_of_numbers(draft, action)


def ids_of_numbers(draft: Draft, action: Row) -> list[str]:
    """The items of the action's plan whose printed number it names, read as equal 5 and 5.0."""
    items = [i for i in rows_of(draft, "items") if i.get("plan") == action.get("plan")]
    found = []
    for number in action.get("items") or ():
        same = [i for i in items if i.get("number") == number]
        same = same or [i for i in items if _plain_number(i) == plain_number(number)]
        found += [item["id"] for item in same[:1]]
    return found


def _plain_number(item: Row) -> str:
    return plain_number(item.get("number") or "")


def _plain(draft: Draft, row: Row) -> dict[str, Any]:
    plain = {field: value for field, value in row.items() if field not in OF_ROWS}
    if "item_ids" in row and row["item_ids"] != ids_of_numbers(draft, row):
        plain["items"] = [item["number"] for item in items_of(draft, row)]
    return plain
