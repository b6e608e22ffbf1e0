"""`goldenthread wording`: read one date or timescale as an officer wrote it."""

import json
from datetime import date
from typing import Annotated, Any

import typer

from goldenthread.basics.errors import UserFacingError
from goldenthread.basics.wording import Reading, read

app = typer.Typer(add_completion=False)


# A cell may begin with a dash ("- 31/03/14"): it is the text, not an option.
@app.command(context_settings={"ignore_unknown_options": True})
def wording(
    text: Annotated[str, typer.Argument(help="The date or timescale as printed.")],
    anchor: Annotated[
        str | None,
        typer.Option(help="The day of the document, as 2012-06-29: gives a year to a bare month."),
    ] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Say what a wording means, from when to when, when it is due, and what is not sure."""
    reading = read(text, anchor=_day(anchor))
    typer.echo(json.dumps(_record(reading), ensure_ascii=False) if as_json else _told(reading))


def _day(written: str | None) -> date | None:
    if written is None:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise UserFacingError(
            f"--anchor {written}: This is not a day. Write it as year-month-day, "
            "for example 2012-06-29."
        ) from error


def _record(reading: Reading) -> dict[str, Any]:
    """The fields of a reading in the form that other programs rely on."""
    question = reading.question
    return {
        "kind": reading.kind,
        "earliest": _iso(reading.earliest),
        "latest": _iso(reading.latest),
        "precision": reading.precision,
        "recurrence": reading.recurrence,
        "offset": reading.offset,
        "due": _iso(reading.due),
        "question": question
        and {
            "where": question.where,
            "question": question.question,
            "suggestion": question.suggestion,
        },
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _told(reading: Reading) -> str:
    """The reading in lines for a person; what the wording does not say is left out."""
    question = reading.question
    lines = [
        ("Kind", reading.kind.replace("_", " ")),
        ("From", _spoken(reading.earliest)),
        ("To", _spoken(reading.latest)),
        ("Exact to the", reading.precision),
        ("Repeats", reading.recurrence),
        ("Counted", reading.offset),
        ("Due", _spoken(reading.due)),
        ("Not sure", question and question.question),
        ("Suggestion", question and question.suggestion),
    ]
    return "\n".join([reading.text, *(f"  {name}: {said}" for name, said in lines if said)])


def _spoken(day: date | None) -> str | None:
    return f"{day.day} {day:%B} {day.year}" if day else None
