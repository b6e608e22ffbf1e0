"""A PDF's pages as lines, each with its box, size and weight of type."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

from goldenthread.documents.errors import UnreadableDocument
from goldenthread.documents.layout import Box, Document, Line, Page, Place

BOLD_FROM = 600
LINE_END = "\r\n"
# A full inspection report has sixty pages at most; a council's whole agenda pack a few hundred.
PAGES_LIMIT = 1_000
TAIL = 4_096
# The fullest page of a real report has six thousand.
LETTERS_LIMIT = 200_000
RESAVE = "Open it in a PDF reader, print it into a new PDF and try that."


def read(data: bytes, name: str) -> Document:
    """All pages of the PDF, in order; pages without a text layer have no lines.

    Cost: about 2 ms a page. A box is measured for the first and the last character of a
    line only, because a box for each character costs several times the text itself.

    Raises:
        UnreadableDocument: the file is cut off, damaged, protected, too long, or a scan.
    """
    if b"%%EOF" not in data[-TAIL:]:
        raise _refused(name, "cut off: its end is missing", "Download or save it again.")
    pages = _pages(data, name)
    if not any(page.lines for page in pages):
        raise _refused(
            name,
            "a scan: it has pictures of pages but no text",
            "Ask for the document as it was written, or have the scan read by OCR first.",
        )
    return Document(name=name, form="pdf", pages=pages, warnings=_blank(pages, name), data=data)


def _blank(pages: tuple[Page, ...], name: str) -> tuple[str, ...]:
    """A page without text may be a picture of one, so a person should look."""
    blank = ", ".join(str(page.number) for page in pages if not page.lines)
    return (
        (f"{name}: These pages have no text; look whether they are scans: {blank}.",)
        if blank
        else ()
    )


def _pages(data: bytes, name: str) -> tuple[Page, ...]:
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _cannot_open(name, error) from error
    try:
        if len(pdf) > PAGES_LIMIT:
            raise _refused(
                name,
                f"too long: it has {len(pdf):,} pages and {PAGES_LIMIT:,} are read",
                "Print the pages that matter into a new PDF.",
            )
        return tuple(_page(pdf[index], number=index + 1, name=name) for index in range(len(pdf)))
    except pypdfium2.PdfiumError as error:
        raise _refused(name, "damaged", RESAVE) from error
    finally:
        pdf.close()


def _cannot_open(name: str, error: pypdfium2.PdfiumError) -> UnreadableDocument:
    if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD:
        return _refused(name, "protected with a password", "Save a copy without the password.")
    return _refused(name, "damaged", RESAVE)


def _refused(name: str, what: str, advice: str) -> UnreadableDocument:
    return UnreadableDocument(f"{name}: The PDF is {what}. {advice}", found=f"PDF that is {what}")


def _page(page: pypdfium2.PdfPage, *, number: int, name: str) -> Page:
    width, height = page.get_size()
    text_page = page.get_textpage()
    try:
        if text_page.count_chars() > LETTERS_LIMIT:
            raise _refused(name, f"overfull: page {number} alone is a book", RESAVE)
        lines = tuple(_lines(text_page, _Frame.of(page), number=number))
    finally:
        text_page.close()
        page.close()
    return Page(number=number, lines=lines, width=width, height=height)


@dataclass(frozen=True, slots=True)
class _Frame:
    """The shown part of a page in PDF's own upward coordinates, and its turn in degrees."""

    left: float
    bottom: float
    right: float
    top: float
    turn: int

    @classmethod
    def of(cls, page: pypdfium2.PdfPage) -> "_Frame":
        left, bottom, right, top = page.get_cropbox()
        return cls(left=left, bottom=bottom, right=right, top=top, turn=page.get_rotation())

    def shown(self, x: float, y: float) -> tuple[float, float]:
        """A point as seen on the turned page, from its top left corner."""
        if self.turn == 90:
            return y - self.bottom, x - self.left
        if self.turn == 180:
            return self.right - x, y - self.bottom
        if self.turn == 270:
            return self.top - y, self.right - x
        return x - self.left, self.top - y


def _lines(text_page: pypdfium2.PdfTextPage, frame: _Frame, *, number: int) -> Iterator[Line]:
    ruler = _Ruler(text_page, frame)
    start = 0
    for count, text in enumerate(text_page.get_text_range().split(LINE_END), start=1):
        stripped = text.strip()
        if stripped:
            first = start + len(text) - len(text.lstrip())
            last = start + len(text.rstrip()) - 1
            yield Line(
                # No database takes this character.
                text=stripped.replace("\x00", ""),
                place=Place(page=number, line=count),
                box=ruler.box(first=first, last=last),
                size=raw.FPDFText_GetFontSize(text_page, first),
                bold=raw.FPDFText_GetFontWeight(text_page, first) >= BOLD_FROM,
            )
        start += len(text) + len(LINE_END)


class _Ruler:
    """Measures characters of one page; its four numbers are made once, as pdfium fills them in."""

    def __init__(self, text_page: pypdfium2.PdfTextPage, frame: _Frame) -> None:
        self._text_page = text_page
        self._frame = frame
        self._edges = tuple(ctypes.c_double() for _ in range(4))
        self._pointers = tuple(ctypes.byref(edge) for edge in self._edges)

    def box(self, *, first: int, last: int) -> Box:
        """The box from a line's first character to its last."""
        (a, b), (c, d) = self._corners(first)
        (e, f), (g, h) = self._corners(last)
        return Box(
            left=min(a, c, e, g), top=min(b, d, f, h), right=max(a, c, e, g), bottom=max(b, d, f, h)
        )

    def _corners(self, index: int) -> tuple[tuple[float, float], tuple[float, float]]:
        raw.FPDFText_GetCharBox(self._text_page, index, *self._pointers)
        left, right, bottom, top = self._edges
        shown = self._frame.shown
        return shown(left.value, bottom.value), shown(right.value, top.value)
