"""Coverage as a paper: the counts in sentences, each recommendation, and what answers none."""

from collections.abc import Iterable, Sequence
from datetime import date

from goldenthread.basics.days import without_weekday
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
from goldenthread.thread.covering import Coverage, Planned, Recommended

NO_LINKS = (
    "Nobody has linked the plan to the recommendations of a recorded report, so nothing can be "
    "said about what answers them."
)
STANDS = {"additional": "the council's own", "not linked": "not linked to a recommendation"}


def lay_out(
    coverage: Coverage, *, public_id: str, title: str, authority: str, as_at: date
) -> Document:
    """The paper: recommendations first, then items and actions that answer none."""
    blocks: list[Block] = [*_counts(coverage)]
    if coverage.recommended:
        blocks += [Heading(1, "Recommendations"), _recommended(coverage.recommended)]
    blocks += _others("Items that answer no recommendation", coverage.items)
    blocks += _others("Actions that answer no recommendation", coverage.actions)
    return Document(
        title=title,
        subtitle="Coverage: what answers each recommendation",
        authority=authority,
        as_at=as_at,
        landscape=True,
        footer=f"{authority}: coverage of {public_id}, {without_weekday(as_at)}",
        blocks=tuple(blocks),
    )


def _counts(coverage: Coverage) -> Iterable[Block]:
    yield Bullets(tuple((Run(sentence),) for sentence in coverage.words))
    if not coverage.recommended:
        yield Note(NO_LINKS, "missing")
    for row in coverage.without_action:
        yield Note(f"Recommendation {row.asked.number} has no action.", "missing")


def _recommended(rows: Sequence[Recommended]) -> Grid:
    return Grid(
        columns=(
            Column("No", 0.4),
            Column("Recommendation", 3.0),
            Column("Items", 1.0),
            Column("Actions", 1.2),
            Column("How far it is answered", 2.4),
        ),
        rows=tuple(_row(row) for row in rows),
        caption="Recommendations and what answers them",
        summary="A row for each recommendation with the items and actions that answer it.",
        sheet="Recommendations",
    )


def _row(row: Recommended) -> tuple[Cell, ...]:
    return (
        cell(row.asked.number),
        cell(row.asked.text, head=True),
        cell(", ".join(item.number or item.public_id for item in row.items)),
        cell(", ".join(action.public_id for action in row.actions)),
        Cell(blocks=tuple(map(words, _said(row))), tone="bad" if row.needs_action else ""),
    )


def _said(row: Recommended) -> Iterable[str]:
    yield row.words
    if row.only_done:
        yield "Its actions have no test of practice or difference."
    elif row.only_proposed:
        yield "Its tests of practice or difference are proposed, and nobody has confirmed them."
    if any(answer.to_sign_off for answer in row.answers):
        yield "The wording differs and is not signed off."


def _others(title: str, rows: Sequence[Planned]) -> Iterable[Block]:
    """What answers nothing, with how it stands; nothing at all where all answer something."""
    found = [one for one in rows if one.stands in STANDS]
    if not found:
        return
    yield Heading(1, title)
    yield Grid(
        columns=(Column("Id", 0.8), Column("Text", 4.0), Column("It is", 1.6)),
        rows=tuple(
            (
                cell(one.row.public_id),
                cell(one.row.text, head=True),
                cell(STANDS[one.stands]),
            )
            for one in found
        ),
        caption=f"{title}: each with how it stands",
        sheet=title.partition(" ")[0],
    )
