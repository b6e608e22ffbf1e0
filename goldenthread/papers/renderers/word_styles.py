"""The types of a paper in Word: real heading, list and caption styles, in Arial."""

from dataclasses import dataclass

from lxml import etree

from goldenthread.papers.renderers.word_xml import add, named, put

FONT = "Arial"
INK, BLUE, GREY = "0B0C0C", "12395A", "505A5F"


@dataclass(frozen=True, kw_only=True)
class Style:
    """A paragraph style: sizes and spaces in points, indents in twentieths of a point."""

    name: str
    size: float = 11
    colour: str = INK
    bold: bool = False
    italic: bool = False
    before: float = 0
    after: float = 6
    keep_next: bool = False
    outline: int | None = None
    indent: int = 0
    hanging: int = 0
    edge: str = ""
    shade: str = ""
    based_on: str = "Normal"


# Style ids as Word itself gives them, so that its own lists and tables of contents know them.
STYLES: dict[str, Style] = {
    "Normal": Style(name="Normal", based_on=""),
    "Title": Style(name="Title", size=24, colour=BLUE, bold=True, after=4, keep_next=True),
    "Subtitle": Style(name="Subtitle", size=14, colour=GREY, after=4, keep_next=True),
    "Byline": Style(name="Byline", size=11, colour=GREY, after=14),
    "Heading1": Style(
        name="heading 1", size=16, colour=BLUE, bold=True, before=16, keep_next=True, outline=0
    ),
    "Heading2": Style(
        name="heading 2", size=13.5, colour=BLUE, bold=True, before=12, keep_next=True, outline=1
    ),
    "Heading3": Style(name="heading 3", size=12, bold=True, before=10, keep_next=True, outline=2),
    "Heading4": Style(
        name="heading 4", bold=True, colour=GREY, before=8, after=4, keep_next=True, outline=3
    ),
    "Lead": Style(name="Lead", size=13, after=8),
    "Small": Style(name="Small", size=9, colour=GREY),
    "Quote": Style(name="Quote", italic=True, indent=397, edge="C8A24A"),
    "Fact": Style(name="Fact", indent=2835, hanging=2835, after=3, keep_next=True),
    "ListBullet": Style(name="List Bullet", indent=397, hanging=284, after=3),
    "ListNumber": Style(name="List Number", indent=397, hanging=397, after=3),
    "Caption": Style(name="caption", bold=True, before=8, after=4, keep_next=True),
    "TableText": Style(name="Table Text", size=9.5, after=2),
    "TableTextSmall": Style(name="Table Text Small", size=8, after=2),
    "TableHeading": Style(name="Table Heading", size=9.5, bold=True, colour=BLUE, after=2),
    "TableHeadingSmall": Style(name="Table Heading Small", size=8, bold=True, colour=BLUE, after=2),
    "NoteMissing": Style(
        name="Note Missing", before=4, after=8, indent=170, edge="B1361E", shade="FBEEED"
    ),
    "NoteWarning": Style(
        name="Note Warning", before=4, after=8, indent=170, edge="D98324", shade="FDF4E3"
    ),
    "NoteInfo": Style(
        name="Note Info", before=4, after=8, indent=170, edge="2A6796", shade="EEF3F8"
    ),
    "Header": Style(name="header", size=9, bold=True, colour=INK, after=0),
    "Footer": Style(name="footer", size=9, colour=GREY, after=0),
}


def apply(styles: etree._Element, *, lang: str) -> None:
    """Rewrites the styles of a document as above; the language is that of all its text."""
    defaults = styles.find(f"{named('docDefaults')}/{named('rPrDefault')}/{named('rPr')}")
    if defaults is None:
        raise ValueError("the template has no default type")
    _font(defaults)
    put(defaults, "lang", val=lang, eastAsia=lang, bidi="ar-SA")
    found = {each.get(named("styleId")): each for each in styles.iterchildren(named("style"))}
    for key, style in STYLES.items():
        element = found.get(key)
        _write(_new(styles, key, style) if element is None else element, style)


def _new(styles: etree._Element, key: str, style: Style) -> etree._Element:
    made = add(styles, "style", type="paragraph", customStyle=1, styleId=key)
    add(made, "name", val=style.name)
    add(made, "basedOn", val=style.based_on)
    add(made, "qFormat")
    return made


def _write(element: etree._Element, style: Style) -> None:
    for tag in ("pPr", "rPr"):
        for old in element.findall(named(tag)):
            element.remove(old)
    _paragraphs(add(element, "pPr"), style)
    _letters(add(element, "rPr"), style)


def _paragraphs(properties: etree._Element, style: Style) -> None:
    if style.keep_next:
        add(properties, "keepNext")
        add(properties, "keepLines")
    if style.edge:
        add(add(properties, "pBdr"), "left", val="single", sz=24, space=6, color=style.edge)
    if style.shade:
        add(properties, "shd", val="clear", color="auto", fill=style.shade)
    spaces = {"before": round(style.before * 20), "after": round(style.after * 20)}
    add(properties, "spacing", **spaces, line=252, lineRule="auto")
    if style.indent:
        add(properties, "ind", left=style.indent, hanging=style.hanging)
    if style.outline is not None:
        add(properties, "outlineLvl", val=style.outline)


def _letters(properties: etree._Element, style: Style) -> None:
    _font(properties)
    add(properties, "b", val=int(style.bold))
    add(properties, "i", val=int(style.italic))
    add(properties, "color", val=style.colour)
    for tag in ("sz", "szCs"):
        add(properties, tag, val=round(style.size * 2))


def _font(properties: etree._Element) -> None:
    """One font by its name: those of the theme would win over it if they stayed."""
    put(properties, "rFonts", ascii=FONT, hAnsi=FONT, cs=FONT, eastAsia=FONT)
