"""A paper as a PDF that meets PDF/UA-1: tagged, titled, its fonts embedded, its tables with headings."""

import json
import re
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path

import typst

from goldenthread.basics.errors import UserFacingError
from goldenthread.papers.document import Document
from goldenthread.papers.renderers.pdf_data import data_of

TEMPLATE = Path(__file__).with_name("paper.typ")
UNKNOWN = re.compile(r'the text `"(.+?)"` could not be displayed')
ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
# A paper in a script for which the machine has no font is not to be had letter by letter.
UNKNOWN_LIMIT = 40


def render(document: Document) -> bytes:
    """The paper as a PDF; the same paper gives the same bytes on the same machine.

    A character that no font of the machine has is printed as its number, like [U+12000].

    Raises:
        UserFacingError: it has characters without a font, and more of them than can be told.
        ValueError: the cells of a grid do not fill its columns.
    """
    data = json.dumps(data_of(document), ensure_ascii=False)
    made = datetime.combine(document.as_at, time(), tzinfo=UTC)
    for _ in range(UNKNOWN_LIMIT):
        try:
            return _compiled(data, made)
        except typst.TypstError as error:
            data = _without_unknown(data, error)
    raise UserFacingError(
        f"{document.title}: It holds letters of a script for which this machine has no font. "
        "Install a font for that script, or take the paper as Word."
    )


def _compiled(data: str, made: datetime) -> bytes:
    found = typst.compile(
        TEMPLATE.read_bytes(),
        font_paths=_fonts(),
        sys_inputs={"paper": data},
        pdf_standards=["ua-1"],
        timestamp=made,
    )
    if not isinstance(found, bytes):
        raise TypeError("typst gave no PDF")
    return found


@cache
def _fonts() -> typst.Fonts:
    """The fonts of the machine and those that typst brings, looked for once a process."""
    return typst.Fonts()


def _without_unknown(data: str, error: typst.TypstError) -> str:
    """The data with the characters that the error names written as numbers.

    Raises:
        TypstError: the error is of another kind.
    """
    unknown = UNKNOWN.search(str(error))
    if unknown is None:
        raise error
    for character in set(ESCAPED.sub(lambda code: chr(int(code[1], 16)), unknown[1])):
        data = data.replace(character, f"[U+{ord(character):04X}]")
    return data
