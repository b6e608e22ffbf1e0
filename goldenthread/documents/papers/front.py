"""The labelled fields of a report's front page, from lines or from a form's table."""

import re
from dataclasses import dataclass, field

from goldenthread.documents.layout import Place
from goldenthread.documents.papers import labels
from goldenthread.documents.papers.labels import Label
from goldenthread.documents.papers.passages import NUMBERED, usual_width
from goldenthread.documents.papers.row import Row
from goldenthread.documents.papers.rows import unbulleted

_OWN_LABEL = re.compile(r"^(?P<label>[A-Z][^:.?!]{1,60}?)\s*:\s*(?P<rest>.*)$", re.DOTALL)
_SENTENCE_WORDS = re.compile(
    r"\b(?:is|are|was|were|be|asked|recommended|resolved|follows|following|below|that|will"
    r"|to|note)\b",
    re.IGNORECASE,
)
# A post, a number or an address has a line of its own under a name.
_OWN_LINE = re.compile(
    r"(?:(?:interim|acting|corporate|executive|assistant|deputy|strategic|joint)\s+)*"
    r"(?:cabinet member|portfolio holder|lead member|director|head of|chief|tel|phone"
    r"|e-?mail)\b|\+?\d|\S+@",
    re.IGNORECASE,
)
LONGEST_FRONT = 400
ENOUGH_LABELS = 2
LONGEST_TITLE = 9
LONGEST_OWN_LABEL = 7
ROOM = 0.75
SHORT = 0.5
"""A line of less than this share of the usual width may be part of a narrow column of labels."""
NARROW = 30
"""Characters that a narrow column of labels has at the most where no line is long."""
CAPITAL = 1.3
"""How much wider a capital is than a small letter."""


@dataclass(slots=True)
class Field:
    """A label as printed with its text, where both stand, and what the label means to us."""

    label: str
    meaning: str
    place: Place
    parts: list[str] = field(default_factory=list)
    lengths: list[float] = field(default_factory=list)
    value_place: Place | None = None

    @property
    def text(self) -> str:
        return "\n".join(self.parts)


@dataclass(slots=True)
class Front:
    """The fields of a front page in printed order, and how many rows it takes."""

    fields: list[Field]
    rows: int

    def meaning(self, meaning: str) -> Field | None:
        """The first field of that meaning that is filled, else the first of it."""
        of_it = [f for f in self.fields if f.meaning == meaning]
        return next((f for f in of_it if f.parts), of_it[0] if of_it else None)


def read_front(rows: list[Row]) -> Front:
    """The fields before the first numbered or marked heading of the body."""
    front = rows[: _end(rows[:LONGEST_FRONT])]
    width = usual_width(front)
    made: list[Field] = []
    at, grid = 0, False
    while at < len(front):
        if front[at].cells:
            made += _from_cells(front, at, made)
            at += 1
            continue
        found = labels.find(front, at, grid=grid) or _own_label(front, at, made)
        if found is None:
            _add(made, front[at].text, front[at], width)
            at += 1
            continue
        grid = grid or found.meaning == "tracking"
        made += _begun(front, at, found, grid=grid, width=width)
        at += found.rows
    return Front(fields=made, rows=len(front))


def _begun(rows: list[Row], at: int, found: Label, *, grid: bool, width: int) -> list[Field]:
    """The field of a label; in the tracking grid one line holds several."""
    last = rows[at + found.rows - 1]
    made = [Field(found.printed, found.meaning, rows[at].place)]
    rest = found.rest
    while grid and rest:
        row = Row(text=rest, place=last.place)
        more = labels.find([row], 0, grid=True)
        if more is None:
            break
        made.append(Field(more.printed, more.meaning, last.place))
        rest = more.rest
    if rest:
        _add(made, rest, Row(text=rest, place=last.place, gap=True), width)
    return made


def _end(rows: list[Row]) -> int:
    """Where the body begins: at its first heading after the first labels."""
    seen = 0
    for at, row in enumerate(rows):
        if row.cells:
            seen += len(row.cells) > 1
            continue
        if labels.find(rows, at, grid=False):
            seen += 1
        numbered = NUMBERED.match(row.text)
        if seen >= ENOUGH_LABELS and numbered and _is_title(numbered["rest"]):
            return at
        if (
            seen >= ENOUGH_LABELS
            and row.heading
            and row.whole
            and not labels.find(rows, at, grid=False)
        ):
            return at
    return len(rows)


def _is_title(text: str) -> bool:
    return (
        bool(re.match(r"[A-Z]", text))
        and len(text.split()) <= LONGEST_TITLE
        and not text.endswith(".")
    )


def _own_label(rows: list[Row], at: int, made: list[Field]) -> Label | None:
    """A label that we do not know: a few words with a colon, or the left column of a form."""
    if rows[at].side in {"label", "both"}:
        return _left_column(rows, at)
    return _with_colon(rows, at) or (_wrapped(rows, at) if made else None)


def _with_colon(rows: list[Row], at: int) -> Label | None:
    row = rows[at]
    found = _OWN_LABEL.match(row.text)
    if found is None or row.bullet not in (None, " ") or not (row.gap or found["rest"]):
        return None
    words = found["label"]
    if len(words.split()) > LONGEST_OWN_LABEL or _SENTENCE_WORDS.search(words):
        return None
    return Label(words, 1, found["rest"].strip(), "") if row.gap else None


def _wrapped(rows: list[Row], at: int) -> Label | None:
    """Short lines after a gap, the last of them with a colon: a label in a narrow column."""
    if not rows[at].gap:
        return None
    width, parts = max(usual_width(rows) * SHORT, NARROW), []
    for count, row in enumerate(rows[at : at + labels.LONGEST_LABEL_ROWS], start=1):
        head, colon, rest = row.text.partition(":")
        if len(head) > width or (count > 1 and row.gap) or re.search(r"[.,]$", head):
            return None
        parts.append(head)
        if colon and not _goes_on_after_colon(rows, at + count, rest):
            text = " ".join(parts)
            return None if _SENTENCE_WORDS.search(text) else Label(text, count, rest.strip(), "")
    return None


def _goes_on_after_colon(rows: list[Row], after: int, rest: str) -> bool:
    """Whether a label has a second part: "Statement by the S151 Officer:" and "Implications:"."""
    narrow = rows[after : after + 3]
    return not rest.strip() and any(
        row.text.endswith(":") and not any(r.gap for r in narrow[: n + 1])
        for n, row in enumerate(narrow)
    )


def _left_column(rows: list[Row], at: int) -> Label | None:
    """The lines of a form's left column that stand beside a text in its right column."""
    parts: list[str] = []
    for row in rows[at:]:
        if row.side == "value" or (parts and row.gap):
            break
        found = _OWN_LABEL.match(row.text)
        parts.append(found["label"] if found else row.text)
        if row.side == "both" or (found and found["rest"]):
            return Label(" ".join(parts), len(parts), found["rest"], "") if found else None
    after = rows[at + len(parts)] if at + len(parts) < len(rows) else None
    if after is None or after.side != "value":
        return _with_colon(rows, at)
    return Label(" ".join(parts).rstrip(": "), len(parts), "", "")


def _add(made: list[Field], text: str, row: Row, width: int) -> None:
    """Add a line to the field above it, as a new paragraph where it is one."""
    if not made:
        return
    target, line = made[-1], " ".join(text.split())
    if target.value_place is None:
        target.value_place = row.place
    if target.parts and not _new_part(target, line, row, width):
        target.parts[-1] = f"{target.parts[-1]} {line}"
    else:
        target.parts.append(f"{row.bullet} {line}" if row.bullet and row.bullet != " " else line)
    target.lengths.append(_width(line))


def _new_part(target: Field, line: str, row: Row, width: int) -> bool:
    last = target.parts[-1]
    if target.meaning in {"report_from", "contact"} and _OWN_LINE.match(line):
        return True
    if row.gap or row.bullet not in (None, " "):
        return not re.match(r"[a-z]", line) or bool(re.search(r"[.?!:]$", last))
    widest = max(width, *target.lengths)
    room = target.lengths[-1] + 1 + _width(line.split()[0])
    return room < widest * ROOM and not re.match(r"[a-z]", line)


def _width(text: str) -> float:
    return sum(CAPITAL if sign.isupper() else 1.0 for sign in text)


def _from_cells(rows: list[Row], at: int, made: list[Field]) -> list[Field]:
    """The fields of a table's row: pairs, one cell with a colon, or labels over the row below."""
    cells = [(text, place) for text, place in rows[at].cells]
    if _is_values_row(rows, at):
        for (label, _), (text, place) in zip(rows[at - 1].cells, cells, strict=True):
            _fill(made, label, text, place)
        return []
    if _is_labels_row(cells):
        return [_cell_field(text, place) for text, place in cells if text]
    if len(cells) == 1:
        return _from_one_cell(cells[0], made)
    found: list[Field] = []
    for (label, place), (text, value_place) in zip(cells[::2], cells[1::2], strict=False):
        if label:
            made_now = _cell_field(label, place)
            _put(made_now, text, value_place)
            found.append(made_now)
        elif text and (found or made):
            _put((found or made)[-1], text, value_place)
    return found


def _is_labels_row(cells: list[tuple[str, Place]]) -> bool:
    """Two or more cells, each a label: the tracking grid, or labels above their values."""
    found = [labels.folded(text) for text, _ in cells if text]
    if len(found) < 2 or not all(one in labels.known() or one in labels.steps() for one in found):
        return False
    first_is_label = found[0] in labels.known() and found[0] not in labels.steps()
    return not first_is_label or found[1] in labels.known() or found[0].startswith("tracking")


def _is_values_row(rows: list[Row], at: int) -> bool:
    above = rows[at - 1].cells if at else ()
    here = rows[at].cells
    return (
        len(above) == len(here) > 1
        and _is_labels_row(list(above))
        and not _is_labels_row(list(here))
        and above[0][0] != ""
        and _same_table(above[0][1], here[0][1])
        and not _pairs_below(here)
    )


def _pairs_below(cells: tuple[tuple[str, Place], ...]) -> bool:
    return bool(labels.meaning_of(cells[0][0].rstrip(":"))) or cells[0][0].endswith(":")


def _same_table(above: Place, here: Place) -> bool:
    return above.table == here.table


def _from_one_cell(cell: tuple[str, Place], made: list[Field]) -> list[Field]:
    text, place = cell
    found = _OWN_LABEL.match(text)
    if found and (labels.meaning_of(found["label"]) or not _SENTENCE_WORDS.search(found["label"])):
        made_now = _cell_field(found["label"], place)
        _put(made_now, found["rest"], place)
        return [made_now]
    first, _, rest = text.partition("\n")
    if labels.meaning_of(first):
        made_now = _cell_field(first, place)
        _put(made_now, rest, place)
        return [made_now]
    if made:
        _put(made[-1], text, place)
    return []


def _cell_field(label: str, place: Place) -> Field:
    printed = " ".join(label.split()).rstrip(":").strip()
    lexicon = {**labels.steps(), **labels.known()}
    return Field(printed, lexicon.get(labels.folded(printed), ("", ""))[0], place)


def _put(target: Field, text: str, place: Place) -> None:
    if text.strip():
        target.value_place = target.value_place or place
        target.parts += [
            unbulleted(line)[1] if line[:1] == "\uf0b7" else line for line in text.split("\n")
        ]


def _fill(made: list[Field], label: str, text: str, place: Place) -> None:
    for target in made:
        if target.label == " ".join(label.split()).rstrip(":").strip():
            _put(target, text, place)
