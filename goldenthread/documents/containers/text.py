"""Plain text as lines, exactly as they stand; a form feed starts a page."""

import codecs
import re

from goldenthread.documents.errors import UnreadableDocument
from goldenthread.documents.layout import Document, Line, Page, Place

PAGE_BREAK = "\f"
# Two thousand printed pages.
LINES_LIMIT = 100_000
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Nothing that is printed, and neither XML nor a database takes them.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff]")
# Windows' own encoding in Britain; five of its bytes mean nothing.
GUESS = "cp1252"


def read(data: bytes, name: str) -> Document:
    """The text's lines, blank ones and blanks at the edges included.

    The blanks are kept because in a text that came out of a PDF they are all that is left
    of its columns and paragraphs. A place's `line` counts within its page.

    Raises:
        UnreadableDocument: the bytes are text in no encoding that is known here, or too long.
    """
    text, warnings = decode(data, name)
    if text.count("\n") + text.count("\r") + text.count(PAGE_BREAK) > LINES_LIMIT:
        raise too_long(name)
    parts = _newlines(text).removesuffix(PAGE_BREAK).split(PAGE_BREAK)
    one = len(parts) == 1
    pages = tuple(_page(part, number=n, one=one) for n, part in enumerate(parts, start=1))
    return Document(name=name, form="text", pages=pages, warnings=warnings)


def too_long(name: str) -> UnreadableDocument:
    return UnreadableDocument(
        f"{name}: The text has more than {LINES_LIMIT:,} lines. "
        "Copy the part that matters into a new file and try that.",
        found="text that is too long",
    )


def decode(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """The text of bytes, control characters left out, and a warning where its encoding was guessed.

    Raises:
        UnreadableDocument: no encoding fits.
    """
    text, warnings = as_stored(data, name)
    return CONTROL.sub("", text), warnings


def as_stored(data: bytes, name: str, *, cut: bool = False) -> tuple[str, tuple[str, ...]]:
    """The text of bytes in UTF-8, marked UTF-16 or 32, or else Windows-1252.

    `cut` says that the bytes may end inside a character.
    """
    marked = next((encoding for mark, encoding in MARKS if data.startswith(mark)), None)
    for encoding in (marked or "utf-8", _unmarked_utf_16(data), GUESS):
        try:
            text = codecs.getincrementaldecoder(encoding)().decode(data, final=not cut)
        except UnicodeDecodeError:
            continue
        guessed = encoding not in (marked, "utf-8")
        return text, (_guessed(name, encoding),) if guessed else ()
    raise UnreadableDocument(
        f"{name}: The text is in an encoding that is not known here. "
        "Open it in a text editor, save it as UTF-8 and try that.",
        found="text in an unknown encoding",
    )


def _unmarked_utf_16(data: bytes) -> str:
    """Latin letters in UTF-16 have a zero in every second byte; without that it is the guess."""
    sample = data[:4000]
    if sample[1::2].count(0) > len(sample) // 4:
        return "utf-16-le"
    return "utf-16-be" if sample[::2].count(0) > len(sample) // 4 else GUESS


def _guessed(name: str, encoding: str) -> str:
    return (
        f"{name}: The text is not UTF-8 and was read as {encoding}. "
        "Look at its pound signs, dashes and quotation marks; if they are wrong, save it as UTF-8."
    )


def _newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")


def _page(text: str, *, number: int, one: bool) -> Page:
    """A page's lines; a text of one page has places without a page."""
    page = None if one else number
    lines = text.split("\n")
    return Page(
        number=number,
        lines=tuple(
            Line(text=line, place=Place(page=page, line=n)) for n, line in enumerate(lines, 1)
        ),
    )
