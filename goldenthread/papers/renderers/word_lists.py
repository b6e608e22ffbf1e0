"""Lists in Word: one for all bullets, one of its own for each numbered list."""

from lxml import etree

from goldenthread.papers.renderers.word_xml import add, named

INDENT, HANGING = 397, 284
# Far above those that the template brings.
BULLETS, NUMBERS = 900, 901


class Lists:
    """Hands out the numbers by which paragraphs name their list; `part` is Word's numbering part."""

    def __init__(self, part: etree._Element) -> None:
        self.part = part
        self._define(BULLETS, form="bullet", label="•")
        self._define(NUMBERS, form="decimal", label="%1.")
        self.last = BULLETS - 1
        self.bullets = self._new(BULLETS)

    def numbered(self) -> int:
        """A new list that begins at 1."""
        number = self._new(NUMBERS)
        override = add(self.part[-1], "lvlOverride", ilvl=0)
        add(override, "startOverride", val=1)
        return number

    def _new(self, definition: int) -> int:
        self.last += 1
        made = add(self.part, "num", numId=self.last)
        add(made, "abstractNumId", val=definition)
        return self.last

    def _define(self, number: int, *, form: str, label: str) -> None:
        made = etree.Element(named("abstractNum"), {named("abstractNumId"): str(number)})
        add(made, "multiLevelType", val="singleLevel")
        level = add(made, "lvl", ilvl=0)
        add(level, "start", val=1)
        add(level, "numFmt", val=form)
        add(level, "lvlText", val=label)
        add(level, "lvlJc", val="left")
        add(add(level, "pPr"), "ind", left=INDENT, hanging=HANGING)
        # Word wants every definition before the first list.
        self.part.insert(0, made)
