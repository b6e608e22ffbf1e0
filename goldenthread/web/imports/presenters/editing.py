"""The row whose form is open: what the form is for, and what stands beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from goldenthread.intake.draft import editing as drafts
from goldenthread.intake.draft import form
from goldenthread.intake.errors import StaleRevision
from goldenthread.intake.models import Import
from goldenthread.web import words
from goldenthread.web.imports.forms import RefuseForm, RowForm, SplitForm
from goldenthread.web.imports.look import Look
from goldenthread.web.imports.presenters import rows
from goldenthread.web.imports.wording import Kind

FormOfRow = RowForm | SplitForm | RefuseForm
# By the word in the address: the heading, and what the button says.
WAYS = {
    "": ("Edit {}", "Save changes"),
    "split": ("Split {}", "Split"),
    "refuse": ("Refuse {}", "Refuse"),
}


@dataclass(frozen=True, kw_only=True)
class Editing:
    """One row with its form open. `theirs` is what somebody else saved meanwhile."""

    id: str
    heading: str
    button: str
    action: str
    cancel_href: str
    source_text: str
    place: str
    theirs: Sequence[tuple[str, str]] = ()
    theirs_words: str = ""


def form_of(kind: Kind, row: form.Row, way: str) -> FormOfRow:
    """The form for a row, filled with what stands there."""
    if way == "split":
        return SplitForm(initial={"parts": rows.value_words(row.get(kind.main))})
    if way == "refuse":
        return RefuseForm()
    return RowForm(kind=kind, row=row)


def editing_of(import_: Import, kind: Kind, row: form.Row, look: Look, *, way: str = "") -> Editing:
    """What stands around the form of a row."""
    heading, button = WAYS[way]
    name = rows.title(kind, row)
    way_name = {"": "save", "split": "split", "refuse": "refuse"}[way]
    return Editing(
        id=row["id"],
        heading=heading.format(name[0].lower() + name[1:]),
        button=button,
        action=reverse(f"imports:{way_name}", args=[import_.pk, row["id"]]),
        cancel_href=look.address(at=row["id"]),
        source_text=rows.value_words(drafts.as_read(row, kind.main)),
        place=rows.place_words(row) or "place not known",
    )


def with_theirs(
    editing: Editing, stale: StaleRevision, kind: Kind, row: form.Row, typed: RowForm
) -> Editing:
    """The same with what somebody else saved beside what was typed."""
    labels = typed.labels()
    theirs = [
        (labels[name], rows.value_words(row.get(name)) or "nothing") for name, _ in typed.changed()
    ]
    said = f"{stale.who} changed this at {words.moment(stale.when)} while you had it open."
    fields = {**editing.__dict__, "theirs": theirs, "theirs_words": said}
    return Editing(**fields)
