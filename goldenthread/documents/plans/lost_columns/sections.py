"""Cuts a text into plans: their titles, judgements, columns, and the lines below their headings."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from goldenthread.documents.layout import Document, Place
from goldenthread.documents.plans.lost_columns.headings import Column, Heading, find_headings
from goldenthread.documents.plans.lost_columns.typed import Marks, Typed, marks_of, typed
from goldenthread.documents.plans.titles import judgements

_PAGE_NUMBER = re.compile(r"(?:page\s*)?\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?", re.I)
_LINES_OF_FRONT_MATTER = 24
_EMPTY_LINES_AT_PAGE_END = 3
_PAGES_WITH_RUNNING_LINE = 3


@dataclass(frozen=True, slots=True)
class Section:
    """One plan of the document: what stands above it, its columns and the lines of its cells."""

    front: tuple[Typed, ...]
    heading_place: Place
    columns: tuple[Column, ...]
    lines: tuple[Typed, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The columns' roles in order."""
        return tuple(column.key for column in self.columns)


@dataclass(frozen=True, slots=True)
class Flattened:
    """A document's plans, and what the extractor left of its empty cells."""

    sections: tuple[Section, ...]
    marks: Marks


@dataclass(frozen=True, slots=True)
class _PageOfPlan:
    """The lines above a row of headings that belong to no row of the plan, and those below it."""

    heading: Heading
    front: tuple[Typed, ...]
    body: tuple[Typed, ...]


def all_lines(document: Document) -> list[Typed]:
    """Every line of the document, blank ones included; a page of the file starts a page here."""
    lines: list[Typed] = []
    for page in document.pages:
        for k, line in enumerate(page.lines):
            new = typed(line, len(lines) + 1)
            lines.append(replace(new, starts_page=True) if k == 0 else new)
    return lines


def flattened(document: Document) -> Flattened:
    """The plans of a document; none if no row of headings is found."""
    lines = all_lines(document)
    marks = marks_of(lines)
    pages = _pages(lines, find_headings(lines, marks))
    plans = [_section(plan, marks) for plan in _plans(pages)]
    return Flattened(sections=tuple(plan for plan in plans if plan.lines), marks=marks)


def _pages(lines: Sequence[Typed], headings: Sequence[Heading]) -> list[_PageOfPlan]:
    """One page for each row of headings; what runs along every page is left out."""
    earliest = [0, *(heading.last + 1 for heading in headings)]
    starts = [
        _front_starts(lines, after, heading.first)
        for after, heading in zip(earliest, headings, strict=False)
    ]
    ends = [*starts[1:], len(lines)]
    fronts = [lines[start : h.first] for start, h in zip(starts, headings, strict=True)]
    bodies = [lines[h.last + 1 : end] for h, end in zip(headings, ends, strict=True)]
    running = _running_lines([*fronts, *([line for line in b if line.words][-1:] for b in bodies)])
    return [
        _PageOfPlan(heading, _without(front, running), _without_foot(body, running))
        for heading, front, body in zip(headings, fronts, bodies, strict=True)
    ]


def _front_starts(lines: Sequence[Typed], earliest: int, heading: int) -> int:
    """Where the lines above a row of headings begin: at the page's start, or at a judgement's title.

    A page starts with a form feed or after a run of empty lines.
    """
    empty = 0
    for at in range(heading - 1, max(earliest, heading - _LINES_OF_FRONT_MATTER) - 1, -1):
        line = lines[at]
        empty = 0 if line.words or line.trailing else empty + 1
        if empty == _EMPTY_LINES_AT_PAGE_END:
            return at + empty
        if line.starts_page:
            return at
    return _title_of_judgements(lines, earliest, heading)


def _title_of_judgements(lines: Sequence[Typed], earliest: int, heading: int) -> int:
    if earliest == 0:
        return 0
    nearest = max(earliest, heading - _LINES_OF_FRONT_MATTER)
    judged = [at for at in range(nearest, heading) if judgements(lines[at].text)]
    filled = [at for at in range(nearest, heading) if lines[at].words]
    if not judged:
        return heading
    return max((at for at in filled if at < judged[0]), default=judged[0])


def _running_lines(edges: Sequence[Sequence[Typed]]) -> set[str]:
    """Texts, digits apart, that stand at the edge of several pages."""
    counts = Counter(folded for edge in edges for folded in {_folded(line) for line in edge})
    return {text for text, n in counts.items() if n >= _PAGES_WITH_RUNNING_LINE and text}


def _folded(line: Typed) -> str:
    return re.sub(r"\d+", "0", line.text.lower())


def _without(front: Sequence[Typed], running: set[str]) -> tuple[Typed, ...]:
    return tuple(
        line
        for line in front
        if line.words and _folded(line) not in running and not _PAGE_NUMBER.fullmatch(line.text)
    )


def _without_foot(body: Sequence[Typed], running: set[str]) -> tuple[Typed, ...]:
    """The body's lines without the page's foot and without lines that have nothing at all.

    A run of the latter is a page's end, also where the headings are not repeated.
    """
    lines: list[Typed] = []
    empty = 0
    for line in body:
        if line.words or line.trailing:
            new_page = line.starts_page or empty >= _EMPTY_LINES_AT_PAGE_END
            lines.append(replace(line, starts_page=new_page))
        empty = 0 if line.words or line.trailing else empty + 1
    filled = [k for k, line in enumerate(lines) if line.words]
    foot = {k for k in filled[-1:] if _folded(lines[k]) in running or _is_foot(lines[k])}
    return tuple(line for k, line in enumerate(lines) if k not in foot)


def _is_foot(line: Typed) -> bool:
    return bool(_PAGE_NUMBER.fullmatch(line.text)) and line.text.lower().startswith("page")


def _plans(pages: Sequence[_PageOfPlan]) -> list[list[_PageOfPlan]]:
    """Pages of one plan together: a new one starts with its own title or other columns."""
    plans: list[list[_PageOfPlan]] = []
    for page in pages:
        same = plans and not page.front and page.heading.roles == plans[-1][0].heading.roles
        if same:
            plans[-1].append(page)
        else:
            plans.append([page])
    return plans


def _section(pages: Sequence[_PageOfPlan], marks: Marks) -> Section:
    first = pages[0]
    return Section(
        front=first.front,
        heading_place=first.heading.place,
        columns=first.heading.columns,
        lines=tuple(line for page in pages for line in _body(page, marks)),
    )


def _body(page: _PageOfPlan, marks: Marks) -> list[Typed]:
    """A page's lines, marked where a page starts or ends; blank lines count only as marks."""
    lines = [line for line in page.body if line.words or (marks.trailing and line.trailing)]
    starts = [k == 0 or line.starts_page for k, line in enumerate(lines)]
    ends = [*starts[1:], True]
    return [
        replace(line, starts_page=start, ends_page=end)
        for line, start, end in zip(lines, starts, ends, strict=False)
    ]
