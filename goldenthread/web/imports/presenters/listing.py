"""The list of imports: how many in each state, and one line for each."""

from collections.abc import Mapping

from django.urls import reverse

from goldenthread.intake.models import Import
from goldenthread.web import words
from goldenthread.web.components import Cell, Column, Count, Empty, Table, Tag
from goldenthread.web.imports.wording import DOCUMENTS
from goldenthread.web.listing import Listing
from goldenthread.web.pages import Crumb, Page

STATE = Import.State
TAGS = {
    STATE.WAITING: "govuk-tag--grey",
    STATE.READING: "govuk-tag--light-blue",
    STATE.PROPOSED: "govuk-tag--orange",
    STATE.NOT_RECOGNISED: "govuk-tag--red",
    STATE.FAILED: "govuk-tag--red",
    STATE.CONFIRMED: "govuk-tag--green",
    STATE.UNDONE: "govuk-tag--orange",
    STATE.ARCHIVED: "govuk-tag--grey",
    STATE.DISCARDED: "govuk-tag--grey",
}
TONES = {STATE.PROPOSED: "amber", STATE.CONFIRMED: "green", STATE.FAILED: "red"}
PAGE = Page(heading="Import", crumbs=(Crumb("Library", "/library/"),))
EMPTY = Empty(
    heading="Nothing was imported yet",
    text="Choose a report or a plan above. You will see what was read from it beside the page "
    "itself, and nothing is taken over before you confirm it.",
)


def counts(by_state: Mapping[str, int], listing: "Listing[Import]") -> list[Count]:
    """One number for each state that there is; a click filters the list by it."""
    chosen = listing.chosen.get("state", "")
    every = Count(
        number=sum(by_state.values()),
        label="all",
        href=listing.address(state=""),
        is_current=not chosen,
    )
    return [every] + [
        Count(
            number=by_state[state],
            label=state.label.lower(),
            href=listing.address(state=state.value),
            tone=TONES.get(state, ""),
            is_current=chosen == state.value,
        )
        for state in STATE
        if by_state.get(state.value)
    ]


def table(listing: "Listing[Import]") -> Table:
    """The imports of this page of the list."""
    columns = (
        listing.column("Document", "name"),
        listing.column("Kind", "kind"),
        listing.column("State", "state"),
        Column(
            heading="Uploaded",
            sort_href=listing.address(sort=""),
            sorted="descending" if listing.sort == "newest" else "",
        ),
    )
    rows = [_row(import_) for import_ in listing.page]
    return Table(caption="Imports", columns=columns, rows=rows, caption_is_hidden=True)


def tag(import_: Import) -> Tag:
    """The state as a word in its colour."""
    state = STATE.FAILED if import_.has_stopped else STATE(import_.state)
    return Tag(state.label, TAGS[state])


def _row(import_: Import) -> list[Cell]:
    return [
        Cell(import_.name, href=reverse("imports:show", args=[import_.pk])),
        Cell(_kind(import_)),
        Cell(tag=tag(import_), note=_note(import_)),
        Cell(words.moment(import_.started_at), note=f"by {import_.started_by}"),
    ]


def _kind(import_: Import) -> str:
    if not import_.kind:
        return "not read yet" if import_.is_being_read else "not known"
    return DOCUMENTS.get(import_.kind, import_.kind)


def _note(import_: Import) -> str:
    if import_.state == STATE.NOT_RECOGNISED:
        return import_.found
    if import_.is_being_read:
        return str(import_.progress["words"])
    return ""
