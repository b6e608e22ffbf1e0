"""Finds the band of a page that holds a table's headings, and groups words into printed lines."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from goldenthread.documents.containers.pdf_marks import Marks, Word

Known = Callable[[str], bool]

# Words further apart than this (in sizes of type) stand in different columns.
GAP_BETWEEN_COLUMNS = 0.8
SAME_LINE = 0.45
MOST_LINES, FEWEST_KNOWN, LEAST_SHARE = 7, 3, 0.5
# What an unknown heading costs against a known one.
UNKNOWN_COSTS = 0.7


@dataclass(frozen=True, slots=True)
class Chunk:
    """Words of one line that stand close together."""

    words: tuple[Word, ...]

    @property
    def left(self) -> float:
        return self.words[0].left

    @property
    def right(self) -> float:
        return max(word.right for word in self.words)

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """The words at one height of the page, from left to right."""

    words: tuple[Word, ...]

    @property
    def top(self) -> float:
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        return max(word.bottom for word in self.words)

    def chunks(self, walls: Sequence[float] = ()) -> Iterator[Chunk]:
        """The line's words parted at wide gaps and at the walls (x of rules down)."""
        group = [self.words[0]]
        for word in self.words[1:]:
            if _apart(group[-1], word, walls):
                yield Chunk(tuple(group))
                group = []
            group.append(word)
        yield Chunk(tuple(group))


@dataclass(frozen=True, slots=True)
class HeadingCell:
    """A heading of the table as printed, over one or more lines."""

    left: float
    right: float
    text: str


@dataclass(frozen=True, slots=True)
class Header:
    """The band of headings on a page."""

    top: float
    bottom: float
    cells: tuple[HeadingCell, ...]


def printed_lines(words: Sequence[Word]) -> list[PrintedLine]:
    """The words in lines from top to bottom."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda w: w.middle):
        if lines and word.middle - lines[-1][0].middle <= SAME_LINE * word.size:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [PrintedLine(tuple(sorted(line, key=lambda w: w.left))) for line in lines]


def headers(marks: Marks, known: Known) -> list[Header]:
    """The heading bands of a page from top to bottom; `known` says what is a heading."""
    lines = printed_lines(marks.words)
    bands = [_best_from(marks, lines, first, known) for first in range(len(lines))]
    found: list[Header] = []
    first = 0
    while first < len(lines):
        near = [band for band in bands[first : first + MOST_LINES] if band is not None]
        if bands[first] is None:
            first += 1
        else:
            # A line of text above the headings must not be taken into their band.
            best = max(near, key=lambda band: (band.score, band.first))
            found.append(best.header)
            first = best.first + best.count
    return found


@dataclass(frozen=True, slots=True)
class _Band:
    score: float
    header: Header
    first: int
    count: int


def _best_from(marks: Marks, lines: list[PrintedLine], first: int, known: Known) -> _Band | None:
    """The best band that begins with a line."""
    best: _Band | None = None
    for count in range(1, min(MOST_LINES, len(lines) - first) + 1):
        band = lines[first : first + count]
        if count > 1 and band[-1].top - band[-2].bottom > 1.5 * band[-1].words[0].size:
            break
        cells = _cells(marks, band)
        score = _score(cells, known)
        if score and (best is None or score > best.score):
            header = Header(band[0].top, band[-1].bottom, tuple(cells))
            best = _Band(score, header, first, count)
    return best


def _score(cells: list[HeadingCell], known: Known) -> float:
    sure = sum(known(cell.text) for cell in cells)
    if sure < FEWEST_KNOWN or sure < LEAST_SHARE * len(cells):
        return 0.0
    return sure - UNKNOWN_COSTS * (len(cells) - sure)


def _cells(marks: Marks, band: list[PrintedLine]) -> list[HeadingCell]:
    """The band's words as cells: by the rules down that cross it, else by what overlaps."""
    walls = walls_at(marks, band[0].top, band[-1].bottom)
    groups: list[list[Chunk]] = []
    for chunk in sorted((c for line in band for c in line.chunks(walls)), key=lambda c: c.left):
        if groups and _overlaps(groups[-1], chunk, walls):
            groups[-1].append(chunk)
        else:
            groups.append([chunk])
    return [_heading_cell(group) for group in groups]


def _heading_cell(group: list[Chunk]) -> HeadingCell:
    in_order = sorted(group, key=lambda c: (c.words[0].middle, c.left))
    return HeadingCell(
        left=min(c.left for c in group),
        right=max(c.right for c in group),
        text=" ".join(c.text for c in in_order),
    )


def walls_at(marks: Marks, top: float, bottom: float) -> list[float]:
    """The x of the rules down that cross the middle of a band."""
    middle = (top + bottom) / 2
    return sorted(rule.at for rule in marks.down if rule.start <= middle <= rule.end)


def _overlaps(group: list[Chunk], chunk: Chunk, walls: Sequence[float]) -> bool:
    right = max(c.right for c in group)
    left = min(c.left for c in group)
    if len(walls) > 2:
        return not any(left < wall <= chunk.left + 1 for wall in walls)
    return chunk.left < right - 0.5


def _apart(before: Word, word: Word, walls: Sequence[float]) -> bool:
    if word.left - before.right > GAP_BETWEEN_COLUMNS * word.size:
        return True
    return any(before.right - 1 <= wall <= word.left + 1 for wall in walls)
