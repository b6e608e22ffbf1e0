"""Judgements by area and year: a panel for each grade scale, for scales are never mixed."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from goldenthread.inspections.bodies import Body
from goldenthread.inspections.comparing import Comparison
from goldenthread.inspections.models import Grade, Inspection, Judgement, Scale
from goldenthread.web import words
from goldenthread.web.components import Cell, Column, Table
from goldenthread.web.inspections.presenters import chart, naming

Compare = Callable[[Judgement, Judgement], Comparison]


@dataclass(frozen=True, kw_only=True)
class Panel:
    """The judgements on one scale: a picture of how many had each grade, and all in a table."""

    id: str
    title: str
    picture: chart.Picture
    table: Table


@dataclass(frozen=True, kw_only=True)
class Judged:
    """All panels, the latest first, and how areas stand that were judged on several scales."""

    panels: Sequence[Panel]
    across: Table | None


def judged(rows: Sequence[Judgement], grades: Sequence[Grade], compare: Compare) -> Judged:
    """Put judgements together, the oldest inspection first.

    Args:
        rows:    in the order of their inspections' days, then of the report.
        grades:  the grades of the scales that occur, the best first.
    """
    scaled = [row for row in rows if row.scale is not None]
    scales = list({row.scale_id: row.scale for row in reversed(scaled)}.values())
    panels = [_panel(scale, scaled, grades, compare) for scale in scales if scale]
    return Judged(panels=panels, across=_across(scaled, compare))


def _panel(
    scale: Scale, rows: Iterable[Judgement], grades: Iterable[Grade], compare: Compare
) -> Panel:
    mine = [row for row in rows if row.scale_id == scale.pk]
    inspections = list({row.inspection_id: row.inspection for row in mine}.values())
    ranked = [one for one in grades if one.scale_id == scale.pk and one.rank]
    return Panel(
        id=f"scale-{scale.pk}",
        title=f"{scale.name}, {scale.version}",
        picture=chart.picture([one.label for one in ranked], _columns(inspections, mine)),
        table=_table(scale, inspections, mine, compare),
    )


def _columns(inspections: Sequence[Inspection], rows: Sequence[Judgement]) -> list[chart.Column]:
    """For each inspection how many areas of the council had each grade."""
    columns = []
    for inspection in inspections:
        counts: dict[str, int] = {}
        for row in rows:
            of_council = row.body == Body.COUNCIL and row.grade and row.grade.rank
            if row.inspection_id == inspection.pk and of_council and row.grade:
                counts[row.grade.label] = counts.get(row.grade.label, 0) + 1
        columns.append(chart.Column(naming.year(inspection), counts))
    return columns


def _table(
    scale: Scale,
    inspections: Sequence[Inspection],
    rows: Sequence[Judgement],
    compare: Compare,
) -> Table:
    """An area to a row, an inspection to a column; the last says what changed on this scale."""
    areas: dict[tuple[str, str, str], dict[int, Judgement]] = {}
    for row in rows:
        areas.setdefault(_area_key(row), {})[row.inspection_id] = row
    several = len(inspections) > 1
    heads = [Column(heading=_head(one)) for one in inspections]
    last = [Column(heading="From the one before to the latest")] if several else []
    return Table(
        caption=f"Grades on the scale “{scale.name}, {scale.version}”, by area and inspection",
        columns=[Column(heading="Area"), *heads, *last],
        rows=[
            [
                _area(next(iter(found.values()))),
                *(_grade(found.get(one.pk)) for one in inspections),
                *([_change(list(found.values()), compare)] if several else []),
            ]
            for found in areas.values()
        ],
    )


def _across(rows: Sequence[Judgement], compare: Compare) -> Table | None:
    """Areas that were judged on one scale and then on another, with what may be said of them."""
    by_area: dict[tuple[str, str, str], list[Judgement]] = {}
    for row in rows:
        if row.area_code:
            by_area.setdefault(_area_key(row), []).append(row)
    found = [
        [
            _area(later),
            _dated(earlier),
            _dated(later),
            _compared(compare(earlier, later)),
        ]
        for judgements in by_area.values()
        for earlier, later in pairwise(judgements)
        if earlier.scale_id != later.scale_id
    ]
    if not found:
        return None
    heads = ("Area", "Earlier", "Later", "Whether they can be compared")
    return Table(
        caption="From one scale to another",
        columns=[Column(heading=head) for head in heads],
        rows=found,
        caption_is_hidden=True,
    )


def _area_key(row: Judgement) -> tuple[str, str, str]:
    return (row.area_code or row.label, row.body, "" if row.area_code else row.tree)


def _area(row: Judgement) -> Cell:
    label = row.area.label if row.area else row.label
    board = "the Board, not the council" if row.body != Body.COUNCIL else ""
    notes = [part for part in (row.tree.replace("_", " "), board) if part]
    return Cell(label[:1].upper() + label[1:], note="; ".join(notes))


def grade_words(row: Judgement) -> str:
    """The grade in the scale's words; as printed where it is none of the scale's."""
    return row.grade.label if row.grade else row.grade_printed or "no grade printed"


def printed_note(row: Judgement) -> str:
    """The printed words where they are others."""
    same = row.grade_printed.casefold() == grade_words(row).casefold()
    return "" if same or not row.grade_printed else f"printed: {row.grade_printed}"


def _grade(row: Judgement | None) -> Cell:
    return Cell(grade_words(row), note=printed_note(row)) if row else Cell("not judged here")


def _dated(row: Judgement) -> Cell:
    scale = f"{row.scale.name}, {row.scale.version}" if row.scale else "no scale"
    return Cell(f"{naming.year(row.inspection)}: {grade_words(row)}", note=scale)


def _change(judgements: Sequence[Judgement], compare: Compare) -> Cell:
    if len(judgements) < 2:
        return Cell("judged once")
    return _compared(compare(judgements[-2], judgements[-1]))


def _compared(found: Comparison) -> Cell:
    return Cell(found.words[:1].upper() + found.words[1:], note="; ".join(found.notes))


def _head(inspection: Inspection) -> str:
    code = inspection.framework.code
    if inspection.published_on:
        return f"{naming.year(inspection)} ({code}, published {words.day(inspection.published_on)})"
    return f"{naming.year(inspection)} ({code})"
