"""The rows that were read, as cards: what stands in each, where, and what can be done to it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page as Slice
from django.core.paginator import Paginator
from django.urls import reverse
from django.utils.http import urlencode

from goldenthread.intake.draft import editing, form
from goldenthread.sources import places
from goldenthread.web.components import Count, Tag
from goldenthread.web.imports.look import Look
from goldenthread.web.imports.wording import BY_NAME, KINDS, Field, Kind

ON_A_PAGE = 20
# The word in the address for the links of items, which are no rows of the document.
LINKS = "links"
STATES = {
    form.REFUSED: Tag("Refused", "govuk-tag--red"),
    form.SPLIT: Tag("Split", "govuk-tag--grey"),
    form.JOINED: Tag("Joined", "govuk-tag--grey"),
}


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One field of a row as printed; `before` is what was read where somebody changed it."""

    label: str
    lines: Sequence[str]
    before: str = ""
    as_reported: bool = False


@dataclass(frozen=True, kw_only=True)
class Card:
    """One row: its name, its text, its fields, its place in the source, and the ways on."""

    id: str
    title: str
    text: str
    text_before: str
    place: str
    tags: Sequence[Tag]
    facts: Sequence[Fact]
    reason: str
    is_accepted: bool
    is_refused: bool
    can_be_split: bool
    is_here: bool
    source_href: str
    edit_href: str
    split_href: str
    refuse_href: str
    questions: int
    question_href: str


@dataclass(frozen=True, kw_only=True)
class Part:
    """A way to one list of the document."""

    label: str
    href: str
    is_current: bool


@dataclass(frozen=True, kw_only=True)
class Rows:
    """The rows of one kind that the filter leaves, one page of them."""

    kind: Kind
    filters: Sequence[Count]
    cards: Sequence[Card]
    pagination: dict[str, Any] | None
    sentence: str
    can_be_joined: bool
    all_href: str


def rows_of(draft: form.Draft, look: Look, asked: Mapping[str, list[int]]) -> Rows | None:
    """The rows as the address chooses them; None where the document has none at all.

    Args:
        asked: by row id, the numbers of its open questions.
    """
    there = [kind for kind in KINDS if form.rows_of(draft, kind.name)]
    if not there:
        return None
    kind = next((kind for kind in there if kind.name == _shown(look)), there[0])
    every = form.rows_of(draft, kind.name)
    filters = {name: [r for r in every if fits(r, asked)] for name, _, fits in FILTERS}
    chosen = filters.get(look["with"], filters[""])
    # A row that somebody is sent to is shown whatever the filter.
    number = _page_of(chosen, look)
    page = Paginator(chosen, ON_A_PAGE).get_page(number)
    return Rows(
        kind=kind,
        filters=[_filter(name, label, filters[name], look) for name, label, _ in FILTERS],
        cards=[card(draft, kind, row, look=look, asked=asked) for row in page],
        pagination=_pagination(page, look),
        sentence=_sentence(page),
        can_be_joined=kind.can_be_split,
        all_href=look.address(page="", **{"with": ""}) + "#rows",
    )


def card(
    draft: form.Draft,
    kind: Kind,
    row: form.Row,
    *,
    look: Look,
    asked: Mapping[str, list[int]],
) -> Card:
    """One row as a card."""
    main = next(field for field in kind.fields if field.name == kind.main)
    questions = asked.get(row["id"], [])
    return Card(
        id=row["id"],
        title=title(kind, row),
        text="\n".join(_lines(row.get(main.name))),
        text_before=_before(row, main),
        place=place_words(row),
        tags=_tags(row, questions),
        facts=[fact for field in kind.fields if (fact := _fact(draft, row, field, main))],
        reason=row.get("reason") or "",
        is_accepted=row["state"] == form.ACCEPTED,
        is_refused=row["state"] == form.REFUSED,
        can_be_split=kind.can_be_split,
        is_here=look["at"] == row["id"],
        source_href=source_href(look.pk, row=row["id"]),
        edit_href=look.address(edit=row["id"]),
        split_href=look.address(edit=row["id"], do="split"),
        refuse_href=look.address(edit=row["id"], do="refuse"),
        questions=len(questions),
        question_href=look.address(question=str(questions[0])) if questions else "",
    )


def title(kind: Kind, row: form.Row) -> str:
    """What a row is called on the page: 'Action 40', 'Item 5.1'."""
    printed = row.get("number") if kind.name in {"items", "recommendations", "paragraphs"} else None
    number = printed or "".join(c for c in row["id"] if c.isdigit())
    return f"{kind.one[0].upper()}{kind.one[1:]} {number}"


def place_of(row: form.Row, field: str = "") -> dict[str, Any]:
    """Where a row stands in the source: the place of a field, of the row, or of its first field."""
    found: Mapping[str, dict[str, Any]] = row.get("places") or {}
    if field in found:
        return found[field]
    return found.get("") or found.get("text") or next(iter(found.values()), {})


def place_words(row: form.Row) -> str:
    """Where a row stands, for people: 'page 2, table 1, row 14'."""
    place = {k: v for k, v in place_of(row).items() if k != "cell"}
    return places.words(place) if place else ""


def value_words(value: Any) -> str:
    """A value of a field as people read it; of a list, one to a line."""
    return "\n".join(_lines(value))


def _lines(value: Any) -> list[str]:
    if value is None or value == "":
        return []
    if isinstance(value, list):
        return [line for one in value for line in _lines(one)]
    if isinstance(value, dict):
        return [", ".join(f"{k}: {v}" for k, v in value.items() if v is not None)]
    return [str(value).replace("_", " ") if _is_code(value) else str(value)]


def _is_code(value: Any) -> bool:
    return isinstance(value, str) and "_" in value and value.islower() and " " not in value


def _fact(draft: form.Draft, row: form.Row, field: Field, main: Field) -> Fact | None:
    lines = _items(draft, row) if field.name == "items" else _lines(row.get(field.name))
    before = _before(row, field)
    if field is main or not (lines or before or field.name == "leads"):
        return None
    return Fact(
        label=field.label,
        lines=lines or ["none"],
        before=before,
        as_reported=field.as_reported,
    )


def _items(draft: form.Draft, row: form.Row) -> list[str]:
    return [f"{item.get('number') or item['id']}" for item in form.items_of(draft, row)]


def _before(row: form.Row, field: Field) -> str:
    """What was read, where the present value is another."""
    if field.name not in editing.edited_fields(row):
        return ""
    return value_words(row["as_read"][field.name]) or "nothing"


def _tags(row: form.Row, questions: Sequence[int]) -> list[Tag]:
    tags = [STATES[row["state"]]] if row["state"] in STATES else []
    if editing.edited_fields(row):
        tags.append(Tag("Changed", "govuk-tag--light-blue"))
    if row.get("made_from"):
        made = "Joined from" if len(row["made_from"]) > 1 else "Split from"
        tags.append(Tag(f"{made} {' and '.join(row['made_from'])}", "govuk-tag--light-blue"))
    if questions:
        tags.append(Tag("Has a question", "govuk-tag--orange"))
    return tags


def _is_changed(row: form.Row, asked: Mapping[str, list[int]]) -> bool:
    return bool(editing.edited_fields(row) or row.get("made_from") or row.get("made_into"))


# By the word in the address: what the filter is called, and which rows it leaves.
FILTERS = (
    ("", "all", lambda row, asked: True),
    ("question", "with a question", lambda row, asked: row["id"] in asked),
    ("changed", "changed by hand", _is_changed),
    ("refused", "refused", lambda row, asked: row["state"] == form.REFUSED),
)


def _shown(look: Look) -> str:
    """The list that the address leads to: the one of the row that it names, else the named one."""
    return list_of(look["edit"] or look["at"]) or look["show"]


def parts_of(draft: form.Draft, look: Look, *, with_links: bool) -> list[Part]:
    """The lists of the document, and the links of its items, as ways to get there."""
    there = [kind for kind in KINDS if form.rows_of(draft, kind.name)]
    offered = [*(kind.name for kind in there), *([LINKS] if with_links else [])]
    chosen = _shown(look) if _shown(look) in offered else next(iter(offered), "")
    names = [(one.name, f"{one.title} {_counted(draft, one.name)}") for one in there]
    if with_links:
        names.append((LINKS, "Links to recommendations"))
    return [
        Part(
            label=label,
            href=look.address(show=name, page="", **{"with": ""}),
            is_current=name == chosen,
        )
        for name, label in names
    ]


def _counted(draft: form.Draft, name: str) -> int:
    """As many rows as the proof of the counts adds up: not those that were split or joined."""
    states = [row["state"] for row in form.rows_of(draft, name)]
    return states.count(form.ACCEPTED) + states.count(form.REFUSED)


def _filter(name: str, label: str, rows: Sequence[form.Row], look: Look) -> Count:
    return Count(
        number=len(rows),
        label=label,
        href=look.address(page="", **{"with": name}) + "#rows",
        is_current=look["with"] == name,
    )


def _page_of(rows: Sequence[form.Row], look: Look) -> int | str:
    """The page that the address names, or the one with the row that it leads to."""
    wanted = look["edit"] or look["at"]
    found = next((n for n, row in enumerate(rows) if row["id"] == wanted), None)
    if look["page"] or found is None:
        return look["page"] or 1
    return found // ON_A_PAGE + 1


def _sentence(page: "Slice[Any]") -> str:
    if not page.paginator.count:
        return "Nothing fits."
    return f"Showing {page.start_index()} to {page.end_index()} of {page.paginator.count}"


def _pagination(page: "Slice[Any]", look: Look) -> dict[str, Any] | None:
    if page.paginator.num_pages == 1:
        return None
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    params: dict[str, Any] = {"items": [_number(n, page.number, look) for n in numbers]}
    if page.has_previous():
        params["previous"] = {"href": _to(page.previous_page_number(), look)}
    if page.has_next():
        params["next"] = {"href": _to(page.next_page_number(), look)}
    return params


def _number(number: int | str, current: int, look: Look) -> dict[str, Any]:
    if not isinstance(number, int):
        return {"ellipsis": True}
    return {"number": number, "href": _to(number, look), "current": number == current}


def _to(number: int, look: Look) -> str:
    return look.address(page=str(number)) + "#rows"


def source_href(pk: int, **about: str | int) -> str:
    """Where the source is shown with a `row` or the place of a `question` marked."""
    return f"{reverse('imports:source', args=[pk])}?{urlencode(about)}"


def list_of(row: str) -> str:
    """The list in which a row of this id stands: "a40" stands among the actions."""
    letters = row.rstrip("0123456789") or "no list"
    return next((name for name, prefix in form.ROWS.items() if prefix == letters), "")


def kind_of(draft: form.Draft, row_id: str) -> tuple[Kind, form.Row] | None:
    """The kind and the row of an id; None where there is none that pages show."""
    found = form.row_of(draft, row_id)
    if found is None or found[0] not in BY_NAME:
        return None
    return BY_NAME[found[0]], found[1]
