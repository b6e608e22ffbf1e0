"""The few parts of Word's XML that a paper is made of; names and order as in ECMA-376 part 1, 17."""

from collections.abc import Iterable

from lxml import etree

from goldenthread.papers.document import Run
from goldenthread.papers.renderers.wording import runs_of

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
TWIPS_IN_A_CM = 1440 / 2.54


def named(tag: str) -> str:
    """A name in Word's namespace."""
    return f"{{{NAMESPACE}}}{tag}"


def add(parent: etree._Element, tag: str, **attributes: str | int) -> etree._Element:
    """A new last child with attributes, all of Word's namespace."""
    values = {named(key): str(value) for key, value in attributes.items()}
    return etree.SubElement(parent, named(tag), values)


def put(parent: etree._Element, tag: str, **attributes: str | int) -> etree._Element:
    """The only child of its name, in its old place where there was one."""
    old = parent.find(named(tag))
    new = add(parent, tag, **attributes)
    if old is not None:
        parent.replace(old, new)
    return new


def twips(cm: float) -> int:
    """Twentieths of a point."""
    return round(cm * TWIPS_IN_A_CM)


def paragraph(
    parent: etree._Element, runs: Iterable[Run], style: str, *, right: bool = False
) -> etree._Element:
    """A paragraph of runs in a style; `right` keeps it to the right side."""
    made = add(parent, "p")
    properties = add(made, "pPr")
    add(properties, "pStyle", val=style)
    if right:
        add(properties, "jc", val="right")
    for run in runs_of(runs):
        text(made, run)
    return made


def text(parent: etree._Element, run: Run) -> None:
    """A run's words."""
    made = add(parent, "r")
    if run.strong:
        add(add(made, "rPr"), "b")
    words = add(made, "t")
    words.set(SPACE, "preserve")
    words.text = run.text


def field(parent: etree._Element, name: str) -> None:
    """A number that Word works out: PAGE or NUMPAGES."""
    words = add(add(add(parent, "fldSimple", instr=f" {name} "), "r"), "t")
    words.text = "1"


def in_list(made: etree._Element, number: int) -> None:
    """Makes a paragraph a point of the list of that number."""
    properties = made[0]
    listed = etree.Element(named("numPr"))
    add(listed, "ilvl", val=0)
    add(listed, "numId", val=number)
    properties.insert(1, listed)
