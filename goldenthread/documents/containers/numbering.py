"""The numbers and bullets that Word prints before paragraphs but does not keep in their text."""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from lxml import etree

from goldenthread.documents.containers.package import attribute, child, whole

BULLET = "•"
LEVELS = 9
TEXT_LIMIT = 100
# Beyond this a letter or Roman number is a fault of the file and only grows longer.
IN_LETTERS_LIMIT = 400
PLACEHOLDER = re.compile(r"%([1-9])")
ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"))


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it counts, what it prints (`%1.%2` stand for counts), where it starts."""

    form: str
    text: str
    start: int


@dataclass
class Numbering:
    """Counts the lists of one document, from its first paragraph to its last."""

    lists: dict[str, dict[int, Level]]
    counts: dict[str, list[int]] = field(
        default_factory=lambda: defaultdict(lambda: [0] * LEVELS), init=False
    )

    def label(self, number: str, depth: int) -> str:
        """What is printed before the next paragraph of this list at this depth; "" for nothing."""
        levels = self.lists.get(number, {})
        level = levels.get(depth)
        if level is None or level.form == "none":
            return ""
        if level.form == "bullet":
            return BULLET
        self._count(number, depth)
        return PLACEHOLDER.sub(lambda found: self._printed(number, int(found[1]) - 1), level.text)

    def _count(self, number: str, depth: int) -> None:
        counts = self.counts[number]
        levels = self.lists[number]
        for above in range(depth):
            counts[above] = counts[above] or _start(levels, above)
        counts[depth] = counts[depth] + 1 if counts[depth] else _start(levels, depth)
        counts[depth + 1 :] = [0] * (LEVELS - depth - 1)

    def _printed(self, number: str, depth: int) -> str:
        level = self.lists[number].get(depth)
        return _in_form(self.counts[number][depth], level.form if level else "decimal")


def numbering(root: etree._Element | None) -> Numbering:
    """The lists that the part `numbering.xml` defines; none without that part."""
    if root is None:
        return Numbering({})
    abstract = {
        attribute(each, "abstractNumId") or "": _levels(each)
        for each in root.iterchildren("{*}abstractNum")
    }
    lists = {}
    for each in root.iterchildren("{*}num"):
        base = abstract.get(attribute(child(each, "abstractNumId"), "val") or "", {})
        own = [child(change, "lvl") for change in each.iterchildren("{*}lvlOverride")]
        lists[attribute(each, "numId") or ""] = base | dict(_level(o) for o in own if o is not None)
    return Numbering(lists)


def _levels(abstract: etree._Element) -> dict[int, Level]:
    return dict(_level(each) for each in abstract.iterchildren("{*}lvl"))


def _level(element: etree._Element) -> tuple[int, Level]:
    level = Level(
        form=attribute(child(element, "numFmt"), "val") or "decimal",
        text=(attribute(child(element, "lvlText"), "val") or "")[:TEXT_LIMIT],
        start=whole(attribute(child(element, "start"), "val"), otherwise=1),
    )
    return min(whole(attribute(element, "ilvl"), otherwise=0), LEVELS - 1), level


def _start(levels: dict[int, Level], depth: int) -> int:
    return levels[depth].start if depth in levels else 1


def _in_form(count: int, form: str) -> str:
    if not 0 < count < IN_LETTERS_LIMIT:
        return str(count)
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman"):
        return _roman(count).upper() if form == "upperRoman" else _roman(count)
    return f"{count:02}" if form == "decimalZero" else str(count)


def _roman(count: int) -> str:
    printed = ""
    for value, letters in (*ROMAN, (1, "i")):
        times, count = divmod(count, value)
        printed += letters * times
    return printed
