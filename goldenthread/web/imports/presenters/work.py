"""The page of a proposal: its counts, the question asked now, the source, the rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse

from goldenthread.intake.draft import form
from goldenthread.intake.models import Edit, Import, Question
from goldenthread.people.models import User
from goldenthread.web import words
from goldenthread.web.beside import Source
from goldenthread.web.components import Cell, Column, Table
from goldenthread.web.imports.answers import words_of
from goldenthread.web.imports.look import Look
from goldenthread.web.imports.presenters import proof, questions, rows
from goldenthread.web.imports.presenters.editing import Editing
from goldenthread.web.imports.presenters.links import is_linked
from goldenthread.web.imports.presenters.source import source_of

CHANGES_SHOWN = 20


@dataclass(frozen=True, kw_only=True)
class Change:
    """One change by hand, that can be undone alone."""

    number: int
    words: str
    by: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Work:
    """Everything that is worked on before an import is confirmed."""

    pk: int
    look: str
    revision: int
    focus: str
    summary: str
    proofs: Sequence[proof.Bar]
    may_edit: bool
    is_ready: bool
    confirm_text: str
    confirm_note: str
    parts: Sequence[rows.Part]
    questions: questions.Questions
    source: Source
    rows: rows.Rows | None
    editing: Editing | None
    issues: Table | None
    headings_href: str
    changes: Sequence[Change]


def work_of(
    import_: Import,
    look: Look,
    *,
    by: User,
    asked: Sequence[Question],
    edits: Sequence[Edit],
    editing: Editing | None,
    may_edit: bool,
) -> Work:
    """The page as its address chooses it."""
    by_row = questions.by_row(asked)
    proofs = proof.bars(import_.draft, by_row)
    shown = questions.questions_of(asked, look)
    return Work(
        pk=import_.pk,
        look=look.query,
        revision=import_.revision,
        focus=_focus(look, shown, editing),
        summary=_summary(import_),
        proofs=proofs,
        may_edit=may_edit,
        is_ready=not shown.open and all(one.is_green for one in proofs),
        confirm_text="Confirm again" if import_.state == Import.State.UNDONE else "Confirm all",
        confirm_note=_note(shown.open),
        parts=rows.parts_of(import_.draft, look, with_links=is_linked(import_)),
        questions=shown,
        source=_source(import_, look, by, shown),
        rows=rows.rows_of(import_.draft, look, by_row),
        editing=editing,
        issues=_issues(import_.draft),
        headings_href=_headings(import_),
        changes=[_change(edit) for edit in edits[:CHANGES_SHOWN]],
    )


def _focus(look: Look, shown: questions.Questions, editing: Editing | None) -> str:
    """The id of what was just worked on, where the eye and the keyboard go on."""
    if editing is not None:
        return f"row-{editing.id}"
    if look["at"]:
        return f"row-{look['at']}"
    return "question" if shown.now else "questions"


def _summary(import_: Import) -> str:
    if import_.state == Import.State.UNDONE:
        return "This import was undone. Nothing of it is in use. You can confirm it again."
    return "Nothing is taken over before you confirm it."


def _note(open_: int) -> str:
    if not open_:
        return "You can undo this afterwards."
    left = words.counted(open_, "open question goes", "open questions go")
    return f"{left} with it as “to settle”. You can undo this afterwards."


def _source(import_: Import, look: Look, by: User, shown: questions.Questions) -> Source:
    """The source at the row that is worked on, else at the question asked, else its start."""
    found = rows.kind_of(import_.draft, look["edit"] or look["at"])
    if found is not None:
        return source_of(import_, by, place=rows.place_of(found[1]), about=rows.title(*found))
    if shown.now is None:
        return source_of(import_, by)
    return source_of(import_, by, place=shown.now.question.place, about=questions.about(shown.now))


def _headings(import_: Import) -> str:
    """Where the headings of a plan are matched by hand."""
    if not import_.draft.get("headings"):
        return ""
    return reverse("imports:headings", args=[import_.pk])


def _issues(draft: form.Draft) -> Table | None:
    """What is wrong with the document itself, and what was done about it."""
    found: Sequence[Mapping[str, Any]] = draft.get("issues") or ()
    if not found:
        return None
    columns = [Column(heading=heading) for heading in ("Where", "What is wrong", "What was done")]
    lines = [[Cell(str(one[name] or "")) for name in ("where", "problem", "fix")] for one in found]
    return Table(
        caption="Faults in the source", columns=columns, rows=lines, caption_is_hidden=True
    )


def _change(edit: Edit) -> Change:
    after = words_of(edit.after)
    told = f"{edit.get_kind_display()} {edit.path}"
    return Change(
        number=edit.number,
        words=f"{told}: {_short(after)}" if after and edit.kind in SAID else told,
        by=str(edit.by),
        at=edit.at,
    )


SAID = {Edit.Kind.SET, Edit.Kind.ANSWER}
LONGEST = 90


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0]} …"
