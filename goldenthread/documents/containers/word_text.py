"""The text of a Word paragraph as it is printed, and what of it is not read."""

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from goldenthread.documents.containers.package import attribute, child, local

SYMBOL_BULLET = "•"
BREAKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
# Containers whose content is printed as if it stood in the paragraph itself.
TRANSPARENT = frozenset(
    [
        "hyperlink",
        "ins",
        "moveTo",
        "smartTag",
        "sdt",
        "sdtContent",
        "fldSimple",
        "customXml",
        "dir",
        "bdo",
        "AlternateContent",
        "Choice",
        "r",
        "ruby",
        "rubyBase",
        "oMath",
        "oMathPara",
    ]
)
NOTED = {
    "del": "Text that tracked changes delete was left out.",
    "moveFrom": "Text that tracked changes delete was left out.",
    "ins": "Text that tracked changes insert was read as if it were accepted.",
    "moveTo": "Text that tracked changes insert was read as if it were accepted.",
    "commentReference": "Comments in the margin were not read.",
    "footnoteReference": "Footnotes were not read.",
    "endnoteReference": "Footnotes were not read.",
    "txbxContent": "Text boxes were read after the paragraph that they hang on.",
    "vanish": "Hidden text was left out.",
    "altChunk": "Another document that is set into this one was not read.",
    "header": "The text of page headers and footers was not read.",
    "deep": "Tables nested too deep were left out.",
}


class Notes:
    """Collects what was left out of a document, each kind once and with its count."""

    def __init__(self) -> None:
        self.kinds: Counter[str] = Counter()

    def add(self, kind: str) -> None:
        self.kinds[NOTED[kind]] += 1

    def warnings(self, name: str) -> tuple[str, ...]:
        return tuple(f"{name}: {text}{_times(n)}" for text, n in self.kinds.items())


def _times(count: int) -> str:
    return f" ({count} times)" if count > 1 else ""


def text_of(paragraph: etree._Element, notes: Notes) -> str:
    """The paragraph's text with its line breaks and tabs; insertions kept, deletions left out."""
    return "".join(_pieces(paragraph, notes))


def _pieces(element: etree._Element, notes: Notes) -> Iterator[str]:
    for part in element.iterchildren("*"):
        name = local(part)
        if name in NOTED:
            notes.add(name)
        if name == "t":
            yield part.text or ""
        elif name in BREAKS:
            yield BREAKS[name]
        elif name == "sym":
            yield SYMBOL_BULLET
        elif name in TRANSPARENT and not _hidden(part, notes):
            yield from _pieces(part, notes)


def _hidden(run: etree._Element, notes: Notes) -> bool:
    vanish = child(run, "rPr", "vanish")
    if vanish is None or attribute(vanish, "val") in ("0", "false", "off"):
        return False
    notes.add("vanish")
    return True


def boxes_of(paragraph: etree._Element) -> list[etree._Element]:
    """The contents of text boxes that hang on the paragraph, each once.

    Word writes a box twice, for itself and for older versions; the older copy is passed over.
    """
    return [
        box
        for box in paragraph.iterdescendants("{*}txbxContent")
        if not any(local(above) == "Fallback" for above in box.iterancestors())
        and next(box.iterancestors("{*}p")) is paragraph
    ]
