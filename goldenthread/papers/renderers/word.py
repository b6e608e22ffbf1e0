"""A paper as a Word document that its readers can go on writing in."""

import io
import zipfile
from datetime import UTC, datetime, time

import docx
from docx.document import Document as WordFile
from docx.enum.section import WD_ORIENT
from docx.section import Section
from docx.shared import Cm
from lxml import etree

from goldenthread.papers.document import (
    Block,
    Bullets,
    Document,
    Facts,
    Grid,
    Heading,
    Note,
    PageBreak,
    Paragraph,
    Run,
)
from goldenthread.papers.renderers import word_styles
from goldenthread.papers.renderers.placing import label
from goldenthread.papers.renderers.word_lists import Lists
from goldenthread.papers.renderers.word_table import table
from goldenthread.papers.renderers.word_xml import (
    add,
    field,
    in_list,
    named,
    paragraph,
    put,
    text,
    twips,
)
from goldenthread.papers.renderers.wording import byline, note_runs, printable, runs_of, stepwise

LONG_CM, SHORT_CM = 29.7, 21.0
MARGIN_CM, NARROW_MARGIN_CM = 2.0, 1.5
PARAGRAPH_STYLES = {"body": "Normal", "lead": "Lead", "small": "Small", "quote": "Quote"}
NOTE_STYLES = {"missing": "NoteMissing", "warning": "NoteWarning", "info": "NoteInfo"}
# Every part of the file bears this time, so that the same paper gives the same bytes.
NO_TIME = (1980, 1, 1, 0, 0, 0)


def render(document: Document) -> bytes:
    """The paper as a .docx; the same paper gives the same bytes.

    Raises:
        ValueError: the cells of a grid do not fill its columns.
    """
    file = docx.Document()
    word_styles.apply(file.styles.element, lang=document.lang)
    _settings(file, document)
    _core(file, document)
    section = file.sections[0]
    room = _page(section, landscape=document.landscape)
    _running(section, document, room=room)
    _Body(file, room=room).write(document)
    return _saved(file)


class _Body:
    """Writes blocks one after another; `room` is the width of the text in cm."""

    def __init__(self, file: WordFile, *, room: float) -> None:
        self.body = file.element.body
        self.room = room
        self.lists = Lists(file.part.numbering_part.element)

    def write(self, document: Document) -> None:
        section = self.body.find(named("sectPr"))
        paragraph(self.body, [Run(document.title)], "Title")
        if document.subtitle:
            paragraph(self.body, [Run(document.subtitle)], "Subtitle")
        paragraph(self.body, [Run(byline(document))], "Byline")
        for block in stepwise(document.blocks):
            self._block(block)
        # What describes the page stands behind all that is on it.
        self.body.append(section)

    def _block(self, block: Block) -> None:
        match block:
            case Heading(level, words):
                paragraph(self.body, [Run(words)], f"Heading{level}")
            case Paragraph(runs, style):
                paragraph(self.body, runs, PARAGRAPH_STYLES[style])
            case Note():
                paragraph(self.body, note_runs(block), NOTE_STYLES[block.kind])
            case PageBreak():
                add(add(paragraph(self.body, (), "Normal"), "r"), "br", type="page")
            case Bullets():
                self._points(block)
            case Facts():
                self._facts(block)
            case Grid():
                self._grid(block)

    def _points(self, bullets: Bullets) -> None:
        number = self.lists.numbered() if bullets.numbered else self.lists.bullets
        style = "ListNumber" if bullets.numbered else "ListBullet"
        for point in bullets.points:
            in_list(paragraph(self.body, point, style), number)

    def _facts(self, facts: Facts) -> None:
        """Lines with a hanging second half: who hears them hears the term and what it is."""
        for term, runs in facts.pairs:
            made = paragraph(self.body, [Run(f"{term}:", strong=True)], "Fact")
            add(add(made, "r"), "tab")
            for run in runs_of(runs):
                text(made, run)

    def _grid(self, grid: Grid) -> None:
        paragraph(self.body, [Run(label(grid.caption))], "Caption")
        table(self.body, grid, room=self.room, lists=self.lists)
        # Word runs two tables that touch into one.
        paragraph(self.body, (), "Small")


def _page(section: Section, *, landscape: bool) -> float:
    """Lays an A4 page; the width in cm that its text has."""
    width, height = (LONG_CM, SHORT_CM) if landscape else (SHORT_CM, LONG_CM)
    margin = NARROW_MARGIN_CM if landscape else MARGIN_CM
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Cm(width), Cm(height)
    section.left_margin = section.right_margin = Cm(margin)
    section.top_margin = section.bottom_margin = Cm(MARGIN_CM)
    section.header_distance = section.footer_distance = Cm(0.9)
    return width - 2 * margin


def _running(section: Section, document: Document, *, room: float) -> None:
    """What stands on every page: the marking on top; the footer and "page 2 of 9" below."""
    if document.marking:
        _only(section.header._element, Run(document.marking), "Header")
    line = _only(section.footer._element, Run(document.footer), "Footer")
    tabs = etree.Element(named("tabs"))
    add(tabs, "tab", val="clear", pos=4320)
    add(tabs, "tab", val="clear", pos=8640)
    add(tabs, "tab", val="right", pos=twips(room))
    line[0].insert(1, tabs)
    add(add(line, "r"), "tab")
    text(line, Run("Page "))
    field(line, "PAGE")
    text(line, Run(" of "))
    field(line, "NUMPAGES")


def _only(part: etree._Element, run: Run, style: str) -> etree._Element:
    """The one paragraph of a header or footer."""
    for old in list(part):
        part.remove(old)
    return paragraph(part, [run], style)


def _settings(file: WordFile, document: Document) -> None:
    """The language of what is typed, and the Word of today instead of its 2010 mode."""
    settings = file.settings.element
    put(settings, "themeFontLang", val=document.lang)
    for setting in settings.iter(named("compatSetting")):
        if setting.get(named("name")) == "compatibilityMode":
            setting.set(named("val"), "15")


def _core(file: WordFile, document: Document) -> None:
    core = file.core_properties
    day = datetime.combine(document.as_at, time(), tzinfo=UTC)
    core.title, core.subject = printable(document.title)[:255], printable(document.subtitle)[:255]
    core.author = core.last_modified_by = printable(document.authority)[:255]
    core.language, core.comments, core.keywords = document.lang, "", ""
    core.created = core.modified = day
    core.revision = 1


def _saved(file: WordFile) -> bytes:
    """The file's bytes, its parts without the moment at which they were packed."""
    packed, out = io.BytesIO(), io.BytesIO()
    file.save(packed)
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = zipfile.ZipInfo(name, date_time=NO_TIME)
            new.writestr(part, old.read(name), zipfile.ZIP_DEFLATED, compresslevel=6)
    return out.getvalue()
