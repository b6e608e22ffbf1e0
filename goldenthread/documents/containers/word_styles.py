"""What a Word paragraph's style says: its heading level and the list that it belongs to."""

import re
from dataclasses import dataclass

from lxml import etree

from goldenthread.documents.containers.package import attribute, child, whole

HEADING = re.compile(r"heading ([1-9])$", re.IGNORECASE)
CHAIN_LIMIT = 20
NO_LIST = ("", 0)


@dataclass(frozen=True, slots=True)
class Style:
    name: str
    based_on: str | None
    properties: etree._Element | None


class Styles:
    """The paragraph styles of a document, each with those that it is based on."""

    def __init__(self, root: etree._Element | None) -> None:
        found = [] if root is None else list(root.iterchildren("{*}style"))
        self.by_id = {attribute(each, "styleId") or "": _style(each) for each in found}

    def level(self, paragraph: etree._Element) -> int | None:
        """1 to 9 for a heading; a title is 1."""
        for properties in self._properties(paragraph):
            outline = attribute(child(properties, "outlineLvl"), "val")
            if outline:
                level = whole(outline, otherwise=9) + 1
                return level if level <= 9 else None
        for style in self._chain(paragraph):
            if style.name.lower() == "title":
                return 1
            if found := HEADING.match(style.name):
                return int(found[1])
        return None

    def list_of(self, paragraph: etree._Element) -> tuple[str, int]:
        """The id of the paragraph's list ("" for none) and its depth, counted from 0."""
        number = depth = None
        for properties in self._properties(paragraph):
            listed = child(properties, "numPr")
            number = number or attribute(child(listed, "numId"), "val")
            depth = depth or attribute(child(listed, "ilvl"), "val")
        if number in (None, "0"):
            return NO_LIST
        return number, min(whole(depth, otherwise=0), 8)

    def _properties(self, paragraph: etree._Element) -> list[etree._Element]:
        own = [child(paragraph, "pPr"), *(style.properties for style in self._chain(paragraph))]
        return [each for each in own if each is not None]

    def _chain(self, paragraph: etree._Element) -> list[Style]:
        """The paragraph's style and those it is based on; a circle of styles is cut short."""
        chain: list[Style] = []
        key = attribute(child(paragraph, "pPr", "pStyle"), "val")
        while key is not None and key in self.by_id and len(chain) < CHAIN_LIMIT:
            chain.append(self.by_id[key])
            key = chain[-1].based_on
        return chain


def _style(element: etree._Element) -> Style:
    return Style(
        name=attribute(child(element, "name"), "val") or "",
        based_on=attribute(child(element, "basedOn"), "val"),
        properties=child(element, "pPr"),
    )
