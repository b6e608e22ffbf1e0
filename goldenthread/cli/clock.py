"""The command `clock`: work out a deadline by one of the nine rules, and show the count."""

import json
from collections.abc import Callable
from datetime import date, datetime
from typing import Annotated, Any, TypeVar

import typer

from goldenthread.basics import calendars, rules
from goldenthread.basics.calendars import Calendar, Closure
from goldenthread.basics.days import in_words
from goldenthread.basics.due import Due
from goldenthread.basics.errors import UserFacingError
from goldenthread.basics.periods import Period
from goldenthread.basics.rules import Rule

Read = TypeVar("Read")

app = typer.Typer(add_completion=False)

RULE_HELP = "K1 to K9, or a name: " + ", ".join(rule.name for rule in rules.RULES)
CALENDAR_HELP = "Which days count: " + ", ".join(known.name for known in calendars.CALENDARS)
DAY_HELP = "2016-05-16; a moment, 2016-05-16T18:00, for hours; a month, 2022-10, for an event."
CLOSED_HELP = "Own days that do not count: 2026-02-16, or 2026-02-16..2026-02-20. May be repeated."


@app.command()
def clock(
    rule: Annotated[str, typer.Argument(help=RULE_HELP)],
    *,
    start: Annotated[str, typer.Option("--from", help=DAY_HELP, metavar="DAY")],
    length: Annotated[int, typer.Option(help="How many of the rule's days or hours.", min=0)],
    calendar: Annotated[str | None, typer.Option(help=CALENDAR_HELP)] = None,
    closed: Annotated[list[str] | None, typer.Option(help=CLOSED_HELP)] = None,
    backwards: Annotated[bool, typer.Option("--backwards", help="Count back from it.")] = False,
    start_counts: Annotated[
        bool, typer.Option("--start-counts", help="K1: the first day is day 1, not day 0.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Work out a deadline and show how it was counted."""
    chosen_rule = _meant(rules.named, rule)
    due = rules.work_out(
        chosen_rule,
        _meant(_start, start),
        length,
        calendar=_calendar(chosen_rule, calendar, closed or []),
        backwards=backwards,
        day_one=start_counts,
    )
    answer = _as_json(due, chosen_rule, length) if as_json else _as_text(due, chosen_rule, length)
    typer.echo(answer)


def _meant(read: Callable[[str], Read], text: str) -> Read:
    """What the text names; a text that names nothing is a wrong use of the command."""
    try:
        return read(text)
    except UserFacingError as error:
        raise typer.BadParameter(str(error)) from error


def _start(text: str) -> date | Period:
    """A day, a moment, or a span (a month, or two days with two dots between)."""
    try:
        if ".." in text:
            return _span(text)
        if len(text) == len("2022-10"):
            month = date.fromisoformat(f"{text}-01")
            return Period.month(month.year, month.month)
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise UserFacingError(f"--from {text}: This is not a day. Give {DAY_HELP}") from error
    return moment if len(text) > len("2016-05-16") else moment.date()


def _span(text: str) -> Period:
    first, _, last = text.partition("..")
    return Period(date.fromisoformat(first), date.fromisoformat(last or first))


def _calendar(rule: Rule, name: str | None, closed: list[str]) -> Calendar | None:
    """The calendar that was asked for, without the days that were given as closed."""
    chosen = _meant(calendars.named, name) if name else None
    if not closed:
        return chosen
    base = chosen or rule.calendar or calendars.EVERY_DAY
    closures = [_meant(_closure, text) for text in closed]
    name, title = f"{base.name}-closed", f"{base.title}, without own closure days"
    return base.with_closures(closures, name=name, title=title)


def _closure(text: str) -> Closure:
    try:
        return Closure(_span(text), "closed")
    except ValueError as error:
        raise UserFacingError(
            f"--closed {text}: This is not a day or a span. Give {CLOSED_HELP}"
        ) from error


def _as_json(due: Due, rule: Rule, length: int) -> str:
    """The form of the contract (`date` and `trace`) with more beside it.

    `date` is null where it cannot be worked out, and a timestamp where hours are counted
    from one. `n` is null for a day that is passed over.
    """
    window = due.window and {"first": due.window.first_day, "last": due.window.last_day}
    answer: dict[str, Any] = {
        "date": due.moment or due.date,
        "trace": [{"day": step.day, "n": step.n, "why": step.why} for step in due.trace],
        "rule": rule.code,
        "from": due.start,
        "length": length,
        "unit": rule.unit,
        "calendar": due.calendar,
        "precision": due.precision,
        "window": window,
        "cannot_be_worked_out": due.reason or None,
        "notes": due.notes,
    }
    return json.dumps(answer, default=_iso, indent=2)


def _iso(day: date) -> str:
    """A day, or a moment in London time, in ISO form."""
    return (day.replace(tzinfo=None) if isinstance(day, datetime) else day).isoformat()


def _as_text(due: Due, rule: Rule, length: int) -> str:
    lines = [f"{rule.code}, {rule.wording}: {length} {rule.unit}"]
    if due.calendar:
        lines.append(f"Calendar: {due.calendar}")
    lines.append(f"Answer: {due.in_words}")
    lines += [f"Note: {note}" for note in due.notes]
    if due.trace:
        lines += ["", f"{'Day':<28}{'Number':>6}  Why"]
    for step in due.trace:
        number = "" if step.n is None else step.n
        lines.append(f"{_words(step.day):<28}{number:>6}  {step.why}")
    return "\n".join(lines)


def _words(day: date) -> str:
    if isinstance(day, datetime):
        return f"{day:%a} {day.day} {day:%b %Y %H:%M}"
    return in_words(day)
