"""The highlight report as a paper: each section with what it tells, or that there is nothing."""

from collections.abc import Iterable, Sequence
from datetime import date

from goldenthread.basics.days import without_weekday
from goldenthread.papers import stand
from goldenthread.papers.document import (
    Block,
    Bullets,
    Cell,
    Column,
    Document,
    Grid,
    Heading,
    Note,
    Run,
    cell,
    words,
)
from goldenthread.papers.highlight_report import overall
from goldenthread.papers.highlight_report.rows import Due, Improved, Named, Report

NOTHING_SHOWN = "Nothing is shown yet: no action has its evidence checked."
NOTHING_SAID = "Nothing was said: no words or survey of children, families or staff is accepted."
NO_FIGURE = "No figure is recorded."
RESTRICTED = "Restricted evidence that was accepted and is not printed here: {count}."
ABOUT = (Column("Id", 0.7), Column("Action", 3.0), Column("Led by", 1.2))


def lay_out(report: Report) -> Document:
    """The paper, in the order in which a board reads it."""
    return Document(
        title=report.title,
        subtitle="Highlight report",
        authority=report.authority,
        as_at=report.as_at,
        landscape=True,
        footer=(
            f"{report.authority}: highlight report on {report.public_id}, "
            f"{without_weekday(report.as_at)}"
        ),
        blocks=(
            *overall.section(report.overall),
            *stand.section(report.stand),
            *_improved(report),
            *_voices(report),
            *_changes(report),
            *_late(report),
            *_slips(report),
            *_replaced(report),
            *_waiting(report),
            *_decisions(report),
            *_coming(report),
        ),
    )


def _improved(report: Report) -> Iterable[Block]:
    yield Heading(1, "What has improved and how we know")
    if not report.improved:
        yield Note(NOTHING_SHOWN, "missing")
    else:
        yield Grid(
            columns=(
                *ABOUT,
                Column("How far", 1.2),
                Column("Evidence that was checked", 3.4),
                Column("Figures", 2.0),
            ),
            rows=tuple(_improvement(one) for one in report.improved),
            caption="What has improved, with the evidence that was checked",
            summary="A row for each action whose evidence is checked, the furthest first.",
            sheet="Improved",
        )
    if report.restricted:
        yield Note(RESTRICTED.format(count=report.restricted))


def _improvement(one: Improved) -> tuple[Cell, ...]:
    return (
        *_about(one.action),
        cell(f"Rung {one.rung}: {one.words}"),
        _lines(one.evidence or ("None that can be printed here.",)),
        _lines(one.figures or (NO_FIGURE,)),
    )


def _voices(report: Report) -> Iterable[Block]:
    yield Heading(1, "What children, families and staff say")
    if not report.voices:
        yield Note(NOTHING_SAID, "missing")
    for voice in report.voices:
        yield Heading(2, f"{voice.public_id} {voice.title}")
        yield Bullets(tuple((Run(said),) for said in voice.said))


def _changes(report: Report) -> Iterable[Block]:
    yield from _section(
        "What has changed",
        (
            Column("Id", 0.7),
            Column("Action or item", 3.0),
            Column("Said on", 1.0),
            Column("By", 1.2),
            Column("What", 3.4),
        ),
        [
            (
                cell(one.public_id),
                cell(one.about, head=True),
                _day(one.on),
                cell(one.post),
                cell(one.text),
            )
            for one in report.changes
        ],
        none="No update was given in the last 35 days.",
        caption="What was said in the last 35 days, the latest first",
    )
    if report.unchanged:
        many = "1 action" if report.unchanged == 1 else f"{report.unchanged} actions"
        yield words(f"Of {many} it was said that nothing has changed.")


def _late(report: Report) -> Iterable[Block]:
    late = "Actions past their deadline"
    return _section("Late", _DUE, _dues(report.late), none="Nothing is late.", caption=late)


def _coming(report: Report) -> Iterable[Block]:
    none = "Nothing is due within 60 days."
    coming = "Actions that are due within 60 days"
    return _section("What comes next", _DUE, _dues(report.coming), none=none, caption=coming)


_DUE = (
    *ABOUT,
    Column("Deadline", 1.2),
    Column("Forecast", 1.0),
    Column("Status", 0.8),
    Column("Way forward", 1.6),
)


def _slips(report: Report) -> Iterable[Block]:
    return _section(
        "What slips, and why",
        (
            *ABOUT,
            Column("Which day", 1.2),
            Column("At first", 1.0),
            Column("Now", 1.0),
            Column("By", 0.8),
            Column("Why", 2.0),
            Column("Agreed?", 1.4),
        ),
        [
            (
                *_about(one.action),
                cell(one.step),
                _day(one.before),
                _day(one.to),
                cell(one.by),
                cell(one.why),
                cell(one.stands),
            )
            for one in report.slips
        ],
        none="No day of an open action has moved.",
        caption="Days that are later than they were at first",
        sheet="Slips",
    )


def _replaced(report: Report) -> Iterable[Block]:
    return _section(
        "What did not work or was replaced",
        (*ABOUT, Column("What became of it", 1.0), Column("Why", 2.0), Column("Now", 2.6)),
        [
            (*_about(one.action), cell(one.state), cell(one.why), cell(one.successor))
            for one in report.replaced
        ],
        none="No action was replaced.",
        caption="Actions that did not work or were superseded, and what took their place",
        sheet="Replaced",
    )


def _dues(rows: Iterable[Due]) -> list[tuple[Cell, ...]]:
    return [
        (
            *_about(one.action),
            cell(f"Immediately, since {without_weekday(one.due)}")
            if one.at_once
            else _day(one.due),
            _day(one.forecast),
            cell(one.colour, tone=one.tone),
            cell(one.way_forward or "–"),
        )
        for one in rows
    ]


def _waiting(report: Report) -> Iterable[Block]:
    return _section(
        "Waiting for evidence or for a check",
        (*ABOUT, Column("It waits for", 3.0), Column("Since", 1.0)),
        [(*_about(one.action), cell(one.what), _day(one.since)) for one in report.waiting],
        none="Nothing waits for evidence or for a check.",
        caption="Actions that wait, and for what",
        sheet="Waiting",
    )


def _decisions(report: Report) -> Iterable[Block]:
    return _section(
        "Needs a decision",
        (Column("Id", 0.7), Column("Action or item", 3.0), Column("What is to be decided", 4.0)),
        [
            (cell(one.public_id), cell(one.text, head=True), cell(one.what))
            for one in report.decisions
        ],
        none="Nothing needs a decision.",
        caption="What is to be decided",
    )


def _section(
    title: str,
    columns: tuple[Column, ...],
    rows: Sequence[tuple[Cell, ...]],
    *,
    none: str,
    caption: str,
    sheet: str = "",
) -> Iterable[Block]:
    """A heading with its table, or with the sentence that there is nothing."""
    yield Heading(1, title)
    if not rows:
        yield words(none)
        return
    yield Grid(
        columns=columns,
        rows=tuple(rows),
        caption=caption,
        sheet=sheet or title,
    )


def _about(action: Named) -> tuple[Cell, ...]:
    return cell(action.public_id), cell(action.text, head=True), cell(action.lead)


def _lines(texts: Iterable[str]) -> Cell:
    return Cell(blocks=tuple(map(words, texts)))


def _day(day: date | None) -> Cell:
    """A day in words, with the day itself for a spreadsheet; a dash where none is known."""
    if day is None:
        return cell("–")
    return Cell(blocks=(words(without_weekday(day)),), day=day)
