"""A letter's rows as head, paragraphs under headings with a role, and signature."""

import re
from dataclasses import dataclass, field

from goldenthread.documents.layout import Place
from goldenthread.documents.reports import letters_words as words
from goldenthread.documents.reports.folding import joined
from goldenthread.documents.reports.printed_rows import BULLET, BULLETS, Row

TITLE_ROWS = 3
HEADING_ROWS = 3
HEADING_LENGTH = 100
NUMBERED = re.compile(r"^(?P<number>\d{1,2})[.)]\s+(?P<text>\S.*)$")
ENDS = re.compile(r"[.!;,:][’”'\")\]]*$")


@dataclass(slots=True)
class Text:
    """Lines that belong together and the place of the first; `number` where the letter prints one."""

    place: Place
    lines: list[str]
    section: str | None
    role: str
    number: int | None = None
    bullets: list["Text"] = field(default_factory=list)

    @property
    def text(self) -> str:
        return joined(self.lines)


@dataclass(slots=True)
class Letter:
    """`head` stands above the title, `signature` below "Yours sincerely"."""

    head: list[str] = field(default_factory=list)
    kind: str | None = None
    council: str | None = None
    title: str | None = None
    texts: list[Text] = field(default_factory=list)
    signature: list[str] = field(default_factory=list)


def letter_of(rows: list[Row]) -> Letter:
    """Parts the rows at the title, the headings and the signature."""
    letter = Letter()
    end = next((i for i, row in enumerate(rows) if words.END.match(row.text)), len(rows))
    letter.signature = [row.text for row in rows[end + 1 :]]
    start, below = _take_title(rows[:end], letter)
    letter.head = [row.text for row in rows[:start]]
    _Walk(letter, rows[below:end]).go()
    for text in letter.texts:
        if text.bullets and words.ANNOUNCES_PRIORITY.search(text.text):
            text.role = words.PRIORITY
    return letter


def _take_title(rows: list[Row], letter: Letter) -> tuple[int, int]:
    """The rows at which the title begins and the body below it; without a title it begins after "Dear"."""
    for index in range(len(rows)):
        count = _title_rows(rows, index)
        if count:
            letter.title = joined(row.text for row in rows[index : index + count])
            match = words.TITLE.match(letter.title)
            if match:
                letter.kind, letter.council = match["kind"].lower(), words.council_of(match)
            return index, index + count
    dear = next((i + 1 for i, row in enumerate(rows) if words.DEAR.match(row.text)), 0)
    return dear, dear


def _title_rows(rows: list[Row], index: int) -> int:
    for count in range(1, TITLE_ROWS + 1):
        if words.TITLE.match(joined(row.text for row in rows[index : index + count])):
            return count
    return 0


class _Walk:
    """Goes over the rows below the title and adds to the letter's texts."""

    def __init__(self, letter: Letter, rows: list[Row]) -> None:
        self.letter = letter
        self.rows = rows
        self.section: str | None = None
        self.role = words.SCOPE
        self.open: Text | None = None
        self.under_heading = False

    def go(self) -> None:
        index = 0
        while index < len(self.rows):
            taken = self._heading(index)
            if not taken:
                self._line(self.rows[index])
            index += taken or 1

    def _heading(self, index: int) -> int:
        for count in range(HEADING_ROWS, 0, -1):
            rows = self.rows[index : index + count]
            text = joined(row.text for row in rows)
            if len(rows) == count and words.role_of(text) and rows[0].text[:1].isupper():
                self._enter(text, words.role_of(text) or self.role)
                return count
        return self._topic(index)

    def _topic(self, index: int) -> int:
        """A heading of the letter's own: set larger or alone on its line, and no sentence."""
        rows = [self.rows[index]]
        for row in self.rows[index + 1 : index + HEADING_ROWS]:
            if row.fresh or not (row.large and rows[0].large):
                break
            rows.append(row)
        text = joined(row.text for row in rows)
        stands_out = rows[0].large or (rows[0].alone and self._is_closed())
        if not (stands_out and rows[0].text[:1].isupper() and _is_short(text)):
            return 0
        self._enter(
            text, words.FINDINGS if self.role in (words.IMPROVE, words.PRIORITY) else self.role
        )
        return len(rows)

    def _is_closed(self) -> bool:
        return self.open is None or ENDS.search(self.open.text) is not None

    def _enter(self, section: str, role: str) -> None:
        self.section, self.role, self.open = section, role, None
        self.under_heading = True

    def _line(self, row: Row) -> None:
        if words.DEAR.match(row.text) and not self.letter.texts:
            return
        bullet, numbered = BULLET.match(row.text), NUMBERED.match(row.text)
        if bullet and (row.text[0] in BULLETS or row.fresh or self._is_closed()):
            self._bullet(Text(row.place, [bullet["text"]], self.section, self.role))
        elif (
            numbered and self._is_next(int(numbered["number"])) and (row.fresh or self._is_closed())
        ):
            self._start(row, numbered["text"], number=int(numbered["number"]))
        elif self.open is None or self._begins(row):
            self._start(row, row.text)
        else:
            self.open.lines.append(row.text)

    def _begins(self, row: Row) -> bool:
        """Whether a paragraph begins: below a gap, or with closing words behind a full stop."""
        if words.CLOSING.match(row.text) and self._is_closed():
            return True
        return row.fresh and not self._goes_on(row)

    def _goes_on(self, row: Row) -> bool:
        """A block that begins in lower case goes on with a sentence that is not at its end."""
        return row.text[:1].islower() and not self._is_closed()

    def _is_next(self, number: int) -> bool:
        last = max((text.number or 0 for text in self.letter.texts), default=0)
        return number == last + 1

    def _start(self, row: Row, text: str, *, number: int | None = None) -> None:
        if words.CLOSING.match(text):
            self.section, self.role = None, words.CLOSE
        self.open = Text(row.place, [text], self.section, self.role, number=number)
        self.letter.texts.append(self.open)
        self.under_heading = False

    def _bullet(self, point: Text) -> None:
        """A point below the paragraph above it, or a paragraph of its own right below a heading."""
        if self.under_heading or not self.letter.texts:
            self.letter.texts.append(Text(point.place, [], self.section, self.role))
            self.under_heading = False
        self.letter.texts[-1].bullets.append(point)
        self.open = point


def _is_short(text: str) -> bool:
    return len(text) <= HEADING_LENGTH and not ENDS.search(text) and not BULLET.match(text)
