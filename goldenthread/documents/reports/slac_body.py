"""From rows to sections, graded headings, numbered paragraphs and areas for improvement."""

import re

from goldenthread.documents.reports import slac_words as words
from goldenthread.documents.reports.folding import folded, joined
from goldenthread.documents.reports.grades import SCALE
from goldenthread.documents.reports.printed_rows import BULLET, Row
from goldenthread.documents.reports.slac_parts import Action, Body, Heading, Paragraph, Text

HEADING_LINES = 4
HEADING_LENGTH = 140
SKIPPED_NUMBERS = 3
NUMBERED = re.compile(r"^(\d{1,3})(?:[.)]\s*|\s+)(\S.*)?$")
SCALE_ROW = re.compile(
    rf"^(?P<label>{words.GRADE_WORD})\s*\(?\s*Grade (?P<number>[1-4])\s*\)?\s*(?P<meaning>.*)$",
    re.IGNORECASE,
)
CLOSED = re.compile(r"[.?!:;][’”'\")\]]*$")


def body_of(rows: list[Row]) -> Body:
    """Reads the rows once, from the first to the last."""
    walk = _Walk(rows)
    index = 0
    while index < len(rows) and not walk.at_record(index):
        index += walk.step(index)
    walk.body.record = rows[index + 1 :]
    return walk.body


class _Walk:
    """Where the reading stands: the headings above, and what the next line would continue."""

    def __init__(self, rows: list[Row]) -> None:
        self.rows = rows
        self.body = Body()
        self.section: str | None = None
        self.group: str | None = None
        self.heading: Heading | None = None
        self.title: str | None = None
        self.timescale: str | None = None
        self.in_actions = False
        self.bullets_seen = False
        self.open: Text | None = None
        self.steps = (
            self._known_heading,
            self._graded_heading,
            self._timescale,
            self._numbered,
            self._scale_row,
            self._bullet,
            self._other_heading,
            self._unmarked_point,
        )

    def at_record(self, index: int) -> bool:
        row = self.rows[index]
        starts = folded(row.text).startswith(words.RECORD_HEADING)
        return starts and bool(self.body.headings) and self._may_start(index)

    def step(self, index: int) -> int:
        """Takes what begins at this row and says how many rows it took."""
        for read in self.steps:
            taken = read(index)
            if taken:
                return taken
        self._continue(self.rows[index])
        return 1

    def _may_start(self, index: int) -> bool:
        """Something new may begin here: a block starts, or what is open has come to its end."""
        return self.rows[index].fresh or self._is_closed()

    def _is_closed(self) -> bool:
        """Nothing is open, or it ended like a sentence; a line of the scale ends with any word."""
        in_scale = any(text is self.open for _, _, text in self.body.scale)
        return self.open is None or in_scale or bool(CLOSED.search(self.open.text))

    def _heading_at(self, index: int, most: int) -> tuple[str, int]:
        """Up to `most` rows that could be one heading, as text, and how many they are."""
        parts = [self.rows[index].text]
        for row in self.rows[index + 1 : index + most]:
            if row.fresh and not re.match(r"grade\b|\(", row.text, re.IGNORECASE):
                break
            parts.append(row.text)
        return joined(parts), len(parts)

    def _graded_heading(self, index: int) -> int:
        if not self._may_start(index) or BULLET.match(self.rows[index].text):
            return 0
        for most in range(HEADING_LINES, 0, -1):
            text, taken = self._heading_at(index, most)
            match = words.PRINTED_GRADE.match(text)
            if taken == most and match and _is_label(match["label"]):
                self._start_heading(match, index)
                return taken
        return 0

    def _start_heading(self, match: re.Match[str], index: int) -> None:
        label = " ".join(match["label"].split())
        if folded(label) in words.OUTSIDE_GROUPS:
            self.group = None
        number = int(match["number"])
        self.heading = Heading(
            section=self.section,
            group=self.group,
            label=label,
            number=number,
            word=match["word"] or _word_of(number),
            printed=" ".join(match["printed"].split()),
            place=self.rows[index].place,
        )
        self.body.headings.append(self.heading)
        self._under(label)

    def _known_heading(self, index: int) -> int:
        if not self._may_start(index) or not self.rows[index].text[:1].isupper():
            return 0
        for most in range(HEADING_LINES, 0, -1):
            text, taken = self._heading_at(index, most)
            if (
                taken == most
                and words.is_known_heading(text)
                and not self._grade_follows(index + most)
            ):
                self._enter(text)
                return taken
        return 0

    def _grade_follows(self, index: int) -> bool:
        """The next row is a grade and nothing else, so the heading above it is a graded one."""
        match = words.PRINTED_GRADE.match(self.rows[index].text) if index < len(self.rows) else None
        return match is not None and not match["label"]

    def _enter(self, text: str) -> None:
        """Takes the heading as the section, the group or the title of what follows."""
        key = folded(text)
        if key in words.SECTIONS:
            self.section, self.group = words.SECTIONS[key], None
            self.body.section_names[self.section] = text
        elif key in words.GROUPS:
            self.group = text
        elif key in words.ACTIONS_HEADINGS:
            self.group = None
        self.heading = None
        self._under(text)
        self.in_actions = key in words.ACTIONS_HEADINGS

    def _under(self, title: str) -> None:
        self.title = title
        self.timescale, self.in_actions, self.bullets_seen = None, False, False
        self.open = None

    def _other_heading(self, index: int) -> int:
        """A heading that is not in our list: set larger, or standing alone before a numbered paragraph."""
        row = self.rows[index]
        text, taken = self._heading_at(index, HEADING_LINES)
        fits = row.text[:1].isupper() and len(text) <= HEADING_LENGTH and not CLOSED.search(text)
        if not (fits and self.body.paragraphs and self._may_start(index)):
            return 0
        if self.in_actions and self.timescale and not row.large:
            return 0
        if not (row.large or (row.fresh and self._number_follows(index + taken))):
            return 0
        self.heading = None
        self._under(text)
        return taken

    def _number_follows(self, index: int) -> bool:
        if index >= len(self.rows):
            return False
        return self._is_closed() and self._next_number(index) is not None

    def _timescale(self, index: int) -> int:
        row = self.rows[index]
        if not (
            self.in_actions and words.TIMESCALE.match(row.text) and self._may_start_action(row)
        ):
            return 0
        self.timescale = row.text.rstrip(": ")
        self.open = None
        return 1

    def _may_start_action(self, row: Row) -> bool:
        return row.text[:1].isupper() or row.fresh

    def _next_number(self, index: int) -> int | None:
        """The number of a paragraph that starts at this row, if it is the one due or soon after."""
        match = NUMBERED.match(self.rows[index].text)
        if match is None:
            return None
        number, last = int(match[1]), len(self.body.paragraphs) and self.body.paragraphs[-1].number
        due = number == last + 1
        pointed = self.rows[index].text[len(match[1]) :].startswith((".", ")"))
        soon = last < number <= last + SKIPPED_NUMBERS and pointed and bool(self.body.paragraphs)
        starts = match[2] is None or not match[2][:1].islower()
        return number if (due or soon) and starts and (pointed or self.rows[index].fresh) else None

    def _numbered(self, index: int) -> int:
        number = self._next_number(index)
        if number is None or not (self._may_start(index) or self._after_action()):
            return 0
        row = self.rows[index]
        match = NUMBERED.match(row.text)
        self.open = Text(row.place, [match[2]] if match and match[2] else [])
        self.bullets_seen = False
        self.body.paragraphs.append(self._paragraph(number, self.open))
        if self.heading is not None:
            self.heading.numbers.append(number)
        return 1

    def _after_action(self) -> bool:
        """Areas for improvement often end without a full stop."""
        return self.in_actions and self.timescale is not None

    def _paragraph(self, number: int, opening: Text) -> Paragraph:
        heading = self.heading
        return Paragraph(
            number=number,
            opening=opening,
            section=self.body.section_names.get(self.section or ""),
            group=self.group,
            heading=self.title,
            area=words.area_id(heading.section, heading.label) if heading else None,
        )

    def _scale_row(self, index: int) -> int:
        row = self.rows[index]
        match = SCALE_ROW.match(row.text)
        if match is None or self.section is not None:
            return 0
        self.open = Text(row.place, [match["meaning"]] if match["meaning"] else [])
        self.body.scale.append((match["label"], int(match["number"]), self.open))
        return 1

    def _bullet(self, index: int) -> int:
        row = self.rows[index]
        match = BULLET.match(row.text)
        dash = row.text[:1] in "-–*"
        if match is None or not self.body.paragraphs or (dash and not self._may_start(index)):
            return 0
        self.bullets_seen = True
        self._start_point(Text(row.place, [match["text"]] if match["text"] else []))
        return 1

    def _unmarked_point(self, index: int) -> int:
        """A list whose bullets were lost: each block below a timescale or a colon is a point of its own."""
        row = self.rows[index]
        if not row.fresh or self.bullets_seen or not (self._after_action() or self._in_list(row)):
            return 0
        self._start_point(Text(row.place, [row.text]))
        return 1

    def _in_list(self, row: Row) -> bool:
        if not self.body.paragraphs or self.in_actions:
            return False
        return (row.indented or row.alone) and self.body.paragraphs[-1].opening.text.endswith(":")

    def _start_point(self, point: Text) -> None:
        paragraph = self.body.paragraphs[-1]
        self.open = point
        if self.in_actions:
            self.body.actions.append(
                Action(point, self.timescale, paragraph.number, self.section),
            )
        else:
            paragraph.bullets.append(point)

    def _continue(self, row: Row) -> None:
        if not self.body.paragraphs:
            self.body.before.append(row)
        elif self.open is not None:
            self.open.lines.append(row.text)


def _is_label(text: str) -> bool:
    """Short, and without the end of a sentence inside."""
    return 0 < len(text) <= HEADING_LENGTH and not re.search(r"[.!?;] ", text)


def _word_of(number: int) -> str:
    return next(word.capitalize() for word, n in SCALE.items() if n == number)
