"""How the command `import` shows an import: its counts with their proof, questions and ids."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from django.urls import NoReverseMatch, reverse

from goldenthread.intake.draft.proof import proof
from goldenthread.intake.models import Import, Question

STATE = Import.State
SHOWN = 20
LEFT = [Question.State.OPEN, Question.State.TO_SETTLE]


def shown(name: str, row: Import | None, *, was_here: bool, refused: list[str]) -> dict[str, Any]:
    """An import as JSON; without a row the file could not be opened."""
    if row is None:
        return {"file": name, "import": None, "state": "failed", "refused": refused}
    return {
        "file": name,
        "import": row.pk,
        "kind": row.kind or None,
        "state": row.state,
        "found": row.found or None,
        "was_here": was_here,
        "proof": [asdict(one) for one in proof(row.draft)] if row.draft else [],
        "questions": [_question(one) for one in _left(row)],
        "created": [
            {"kind": one.kind, "public_id": one.public_id or None}
            for one in row.created.order_by("pk")
        ],
        "page": page_of(row),
        "refused": refused,
    }


def page_of(row: Import) -> str | None:
    """The address of the import's page within the pages; None where there are no such pages."""
    try:
        return reverse("imports:show", args=[row.pk])
    except NoReverseMatch:
        return None


def lines(row: dict[str, Any]) -> Iterator[str]:
    """The same for a person."""
    if row["import"] is None:
        yield f"{row['file']}: not taken in"
        return
    state = STATE(row["state"]).label.lower()
    yield f"{row['file']}: {row['kind'] or row['found'] or 'not read'}, {state}"
    for one in row["proof"]:
        yield f"  {'' if one['agrees'] else 'does not agree: '}{one['sentence']}"
    yield from _questions(row)
    if row["created"]:
        yield f"  made: {_made(row['created'])}"
    if row["page"]:
        yield f"  page: {row['page']}"


def here_already(row: Import) -> str:
    """Which import the same file is, by whom and since when."""
    return (
        f"The same file is here already: import {row.pk} of {row.started_at:%d/%m/%Y} by "
        f"{row.started_by}, {row.get_state_display().lower()}. No second one was begun; "
        "--again begins one."
    )


def why_not(row: Import) -> str:
    """Why an import cannot be confirmed, and what to do."""
    if row.message:
        return row.message
    if row.is_being_read:
        return f"{row}: It waits for the worker. Run `goldenthread worker`, then look at its page."
    return f"{row}: The import is {row.get_state_display().lower()}. Begin another with --again."


def _left(row: Import) -> list[Question]:
    return list(row.questions.filter(state__in=LEFT).order_by("number"))


def _question(one: Question) -> dict[str, Any]:
    return {
        "number": one.number,
        "where": one.where,
        "question": one.text,
        "suggestion": one.suggestion,
        "state": one.state,
    }


def _questions(row: dict[str, Any]) -> Iterator[str]:
    to_settle = row["state"] == STATE.CONFIRMED
    if row["questions"]:
        words = "to settle" if to_settle else "open questions"
        yield f"  {words}: {len(row['questions'])}"
    for one in row["questions"][:SHOWN]:
        where = f"{one['where']}: " if one["where"] else ""
        yield f"    {one['number']}. {where}{one['question']}"
    if len(row["questions"]) > SHOWN:
        yield f"    and {len(row['questions']) - SHOWN} more, on the page and with --json"


def _made(created: list[dict[str, Any]]) -> str:
    """What was made: public ids where there are, else how many of each kind."""
    ids = [one["public_id"] for one in created if one["public_id"]]
    counts: dict[str, int] = {}
    for one in created:
        if not one["public_id"]:
            counts[one["kind"]] = counts.get(one["kind"], 0) + 1
    return ", ".join([*ids, *(f"{kind} ({count})" for kind, count in counts.items())])
