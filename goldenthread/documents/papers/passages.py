"""Joins the lines of a paper into paragraphs, headings and list items."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from goldenthread.documents.layout import Place
from goldenthread.documents.papers.row import Row

NUMBERED = re.compile(
    r"^(?P<number>\d{1,2}(?:\.\d{1,2}){1,3}\.?|\d{1,2}[.)])\s+(?P<rest>\S.*)$", re.DOTALL
)
_ENDED = re.compile(r"[.!?:;]['’\"”)\]]*$")
_CAPTION = re.compile(r"^(?:\S+\s+){0,5}\S+:$")
# Lines of a paper of questions that begin something new, even without a gap before them.
_SPEAKER = re.compile(
    r"^(?:(?:cllr|councillor)\b[^:?]{0,60}:|(?:cllr|councillor)\b[^:?.]{0,60}\b(?:asked"
    r"|replied|responded|answered)\b"
    r"|(?:written\s+)?(?:question|supplementary|response|answer|reply)\b|[QA]\s?\d{0,3}\s?[.):]\s"
    r"|(?:asked\s+by|answered\s+by|from|to|subject|title|topic|re|date"
    r"|portfolio(?:\s+holder)?|cabinet\s+member)\s*:)",
    re.IGNORECASE,
)
FULL = 0.85
"""A line of this share of the usual width runs to the right edge."""
LONGEST_HEADING = 12
LONGEST_SENTENCE = 4_000
"""What is longer than that is no sentence and is not searched for dates, figures or names."""


@dataclass(slots=True)
class Passage:
    """A paragraph, heading or item of a list; `rows` are the lines that it was joined from."""

    text: str
    place: Place
    bullet: str | None = None
    number: str | None = None
    heading: bool = False
    left: float | None = None
    cells: tuple[tuple[str, Place], ...] = ()
    rows: list[Row] = field(default_factory=list)


def passages_of(rows: list[Row]) -> list[Passage]:
    """The passages of those rows in order; a page break or a stray blank line parts none."""
    width = usual_width(rows)
    made: list[Passage] = []
    for index, row in enumerate(rows):
        after = rows[index + 1] if index + 1 < len(rows) else None
        begun = _begin(row, after, width=width)
        if made and _continues(made[-1], row, begun, width=width):
            made[-1].text = f"{made[-1].text} {' '.join(row.text.split())}"
            made[-1].rows.append(row)
        else:
            made.append(begun)
    return made


def usual_width(rows: list[Row]) -> int:
    """The length, in characters, that nine lines in ten stay within."""
    lengths = sorted(len(row.text) for row in rows if not row.whole)
    return lengths[int(len(lengths) * 0.9)] if lengths else 80


def sentences(text: str) -> Iterator[str]:
    """The sentences of a passage; abbreviations, initials and decimals end none."""
    start = 0
    for end in re.finditer(r"[.?!][’'\"”)]*(?=\s+[‘'\"“(]?[A-Z0-9])|\n", text):
        before = text[start : end.end()]
        if re.search(r"\b(?:Cllr|Mr|Mrs|Ms|Dr|St|No|Sec|para|e\.g|i\.e|[A-Z])\.$", before):
            continue
        yield before.strip()
        start = end.end()
    if text[start:].strip():
        yield text[start:].strip()


def _begin(row: Row, after: Row | None, *, width: int) -> Passage:
    text = " ".join(row.text.split()) if not row.whole else row.text
    numbered = NUMBERED.match(text)
    number = numbered["number"] if numbered else None
    return Passage(
        text=numbered["rest"] if numbered else text,
        place=row.place,
        bullet=row.bullet,
        number=number.rstrip(".)") if number else None,
        heading=_is_heading(row, numbered["rest"] if numbered else text, after, width=width)
        and (row.heading or numbered is not None or text.isupper()),
        left=row.left,
        cells=row.cells,
        rows=[row],
    )


def _is_heading(row: Row, text: str, after: Row | None, *, width: int) -> bool:
    """Whether a row that is marked, numbered or in capitals is short and stands for itself."""
    if row.cells or len(text.split()) > LONGEST_HEADING or re.search(r"[.;,]$", text):
        return False
    if re.match(r"(?:That|To)\b", text) or not re.match(r"[A-Z‘'“\"(]", text):
        return False
    runs_on = after is not None and not after.gap and not after.bullet
    if runs_on and len(text) > FULL * width:
        return False
    return not (runs_on and after is not None and re.match(r"[a-z]", after.text))


def _continues(last: Passage, row: Row, begun: Passage, *, width: int) -> bool:
    if row.whole or last.rows[-1].whole or begun.bullet or _other_size(last.rows[-1], row):
        return False
    if begun.heading or last.heading:
        return _same_heading(last, row, begun)
    if begun.number and (row.gap or _ENDED.search(last.text)):
        return False
    if _CAPTION.match(row.text) or _CAPTION.match(last.text) or _SPEAKER.match(row.text):
        return False
    ended, full = _ENDED.search(last.text), len(last.rows[-1].text) >= FULL * width
    if row.gap:
        return not ended and (bool(re.match(r"[a-z(]", row.text)) or _no_room(last, row, width))
    return not ended or full or bool(re.match(r"[a-z]", row.text))


def _other_size(above: Row, row: Row) -> bool:
    """Whether the type changes its size: a heading ends or begins."""
    both = above.size is not None and row.size is not None
    return both and abs((above.size or 0) - (row.size or 0)) >= 1


def _same_heading(last: Passage, row: Row, begun: Passage) -> bool:
    """Whether a line in bold goes on with the heading in bold above it."""
    both = row.heading and last.rows[-1].heading and not row.gap
    return both and not begun.number and not _SPEAKER.match(row.text)


def _no_room(last: Passage, row: Row, width: int) -> bool:
    """Whether the line before is nearly full and the next line's first word had no room on it."""
    length = len(last.rows[-1].text)
    return length > FULL * width and length + 1 + len(row.text.split()[0]) > width
