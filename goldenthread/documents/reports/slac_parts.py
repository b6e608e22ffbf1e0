"""What a SLAC report is parted into: paragraphs, graded headings, areas for improvement."""

from dataclasses import dataclass, field

from goldenthread.documents.layout import Place
from goldenthread.documents.reports import slac_words as words
from goldenthread.documents.reports.folding import joined
from goldenthread.documents.reports.printed_rows import Row


@dataclass(slots=True)
class Text:
    """Lines that belong together, and the place of the first."""

    place: Place
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return joined(self.lines)


@dataclass(slots=True)
class Paragraph:
    """A numbered paragraph and the headings above it."""

    number: int
    opening: Text
    section: str | None
    group: str | None
    heading: str | None
    area: str | None
    bullets: list[Text] = field(default_factory=list)


@dataclass(slots=True)
class Heading:
    """A heading that carries a grade. `numbers` are the paragraphs below it."""

    section: str | None
    group: str | None
    label: str
    number: int
    word: str
    printed: str
    place: Place
    numbers: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Action:
    """An area for improvement below its printed timescale."""

    words: Text
    timescale: str | None
    paragraph: int | None
    section: str | None


@dataclass(slots=True)
class Body:
    """What stands between the title page and the record of main findings."""

    before: list[Row] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    actions: list[Action] = field(default_factory=list)
    scale: list[tuple[str, int, Text]] = field(default_factory=list)
    section_names: dict[str, str] = field(default_factory=lambda: dict(words.SECTION_NAMES))
    record: list[Row] = field(default_factory=list)
