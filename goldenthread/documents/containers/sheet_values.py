"""The value of a spreadsheet's cell as text: shared strings, number formats, errors."""

import re
from datetime import datetime

from lxml import etree

from goldenthread.documents.containers import sheet_formats
from goldenthread.documents.containers.package import (
    Package,
    attribute,
    child,
    local,
    rels_of,
    whole,
)
from goldenthread.documents.containers.text import CONTROL

# What Excel itself allows for a format and for a cell's text.
FORM_LIMIT = 255
CELL_LIMIT = 32_767
# A character that XML may not hold is written as its number.
ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


class Values:
    """What the cells of a workbook share: its strings and its number formats."""

    def __init__(self, package: Package, workbook: str, *, from_1904: bool) -> None:
        self.package = package
        self.from_1904 = from_1904
        rels = rels_of(workbook)
        self.strings = [
            string_of(element)
            for path in package.related(rels, "sharedStrings").values()
            for element in package.elements(path, "si")
        ]
        styles = [package.xml(path) for path in package.related(rels, "styles").values()]
        self.formats = _formats(next((root for root in styles if root is not None), None))

    def text(self, cell: etree._Element) -> str:
        """What the cell shows; "" for an empty cell and for a formula without a stored value.

        Raises:
            UnreadableDocument: the cell names a string that the workbook does not hold.
        """
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            inline = child(cell, "is")
            return "" if inline is None else string_of(inline)
        stored = child(cell, "v")
        value = "" if stored is None else stored.text or ""
        if kind == "s":
            return self._shared(value)
        if kind == "b":
            return {"1": "TRUE", "0": "FALSE"}.get(value, value)
        if kind == "d":
            return self._day(value, cell)
        return self._number(value, cell) if kind == "n" else _unescaped(value)

    def _shared(self, value: str) -> str:
        """A string by its number; one that is not there would be a word lost without notice."""
        index = whole(value, otherwise=len(self.strings))
        if index >= len(self.strings):
            raise self.package.damaged()
        return self.strings[index]

    def _number(self, value: str, cell: etree._Element) -> str:
        try:
            number = float(value)
        except ValueError:
            return value
        form = self._format(cell)
        if number in (float("inf"), float("-inf")) or number != number:
            return value
        return sheet_formats.printed(number, form, from_1904=self.from_1904)

    def _day(self, value: str, cell: etree._Element) -> str:
        """A day stored in ISO form, which newer programs may write."""
        try:
            moment = datetime.fromisoformat(value).replace(tzinfo=None)
        except ValueError:
            return value
        days = (moment - sheet_formats.EPOCH_1900).total_seconds() / 86_400
        form = self._format(cell)
        return sheet_formats.printed(days, form) if sheet_formats.is_date(form) else value

    def _format(self, cell: etree._Element) -> str:
        index = whole(cell.get("s"), otherwise=0)
        return self.formats[index] if index < len(self.formats) else "General"


def string_of(element: etree._Element) -> str:
    """A string's text with its runs joined; the reading aids of East Asian text are left out."""
    texts = (
        part.text or ""
        for part in element.iter("{*}t")
        if not any(local(above) == "rPh" for above in part.iterancestors())
    )
    return _unescaped("".join(texts)[:CELL_LIMIT]).strip()


def _unescaped(text: str) -> str:
    plain = ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return CONTROL.sub("", plain).replace("\r\n", "\n").replace("\r", "\n")


def _formats(root: etree._Element | None) -> list[str]:
    """The number format of each cell style, by its index."""
    if root is None:
        return []
    own = {
        whole(attribute(each, "numFmtId"), otherwise=0): attribute(each, "formatCode") or "General"
        for each in root.iterfind("{*}numFmts/{*}numFmt")
    }
    known = {number: form[:FORM_LIMIT] for number, form in (sheet_formats.BUILT_IN | own).items()}
    ids = (whole(each.get("numFmtId"), otherwise=0) for each in root.iterfind("{*}cellXfs/{*}xf"))
    return [known.get(number, "General") for number in ids]
