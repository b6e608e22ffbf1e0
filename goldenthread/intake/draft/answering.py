"""What an answer to a question does to the draft."""

from collections.abc import Mapping
from typing import Any

from goldenthread.intake.draft.editing import set_value
from goldenthread.intake.draft.errors import CannotChangeDraft
from goldenthread.intake.draft.form import Draft
from goldenthread.intake.draft.paths import parts_of
from goldenthread.intake.draft.question import Question
from goldenthread.intake.draft.rows import join, refuse, split

# Kinds that the draft itself tells to be settled: they come back if the value is taken away.
SEEN_IN_DRAFT = (
    *("published", "days", "framework", "no lead", "accountable", "same person", "initials"),
    *("person", "new person", "timescale", "before inspection", "no timescale"),
    *("no local date", "no item", "test kind"),
)
KEEP, SPLIT, JOIN, SET, REFUSE = "keep", "split", "join", "set", "refuse"
STANDS_ALREADY = "It says the same as another that stands."


def answered(draft: Draft, question: Question, value: Any) -> Draft:
    """The draft with an answer written into it.

    Args:
        value: {"keep": True} lets stand what was read; {"split": [part, ...]} splits the row
               of the question, {"join": [id, ...]} joins rows; {"refuse": [id, ...]} leaves
               rows out; {"set": {path: value}} sets several values; anything else is the value of `question.where`.

    A question that no field shows to be settled is noted under "settled" by its key.

    Raises:
        CannotChangeDraft: the value does not fit, or the question needs one of the forms above.
    """
    changed = _written(draft, question, value)
    if question.kind in SEEN_IN_DRAFT:
        return changed
    return {**changed, "settled": {**changed["settled"], question.key: value}}


def _written(draft: Draft, question: Question, value: Any) -> Draft:
    told = _told(value)
    if told == KEEP:
        return _kept(draft, question)
    if told == SPLIT:
        return split(draft, question.rows[0], value[SPLIT])
    if told == JOIN:
        return join(draft, value[JOIN])
    if told in (SET, REFUSE):
        return _each(draft, told, value[told])
    if _is_row(question):
        raise CannotChangeDraft(f"{question.words} Keep it as it is, or edit the row itself.")
    return set_value(draft, question.where, value)[0]


def _each(draft: Draft, told: str, given: Any) -> Draft:
    """Several values set, or several rows left out."""
    for one in given:
        if told == SET:
            draft, _ = set_value(draft, one, given[one])
        else:
            draft = refuse(draft, one, STANDS_ALREADY)
    return draft


def _told(value: Any) -> str:
    """The form of an answer, "" for a plain value."""
    if isinstance(value, Mapping) and len(value) == 1:
        name = next(iter(value))
        return name if name in (KEEP, SPLIT, JOIN, SET, REFUSE) else ""
    return ""


def _kept(draft: Draft, question: Question) -> Draft:
    if question.kind in SEEN_IN_DRAFT:
        raise CannotChangeDraft(f"{question.words} Give a value, or leave it to settle later.")
    return draft


def _is_row(question: Question) -> bool:
    """Whether a question is about a whole row or document rather than about one value."""
    parts = parts_of(question.where)
    return not question.where or (len(parts) == 2 and parts[1] in question.rows)
