"""The words of an item's page."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.plans.models import AsReported, Deadline, Item, ItemRecommendation, Test
from goldenthread.web import words
from goldenthread.web.components import Cell, Column, Table
from goldenthread.web.plans import addresses
from goldenthread.web.plans.presenters.rows import short


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of the report that the recommendation rests on, verbatim."""

    text: str
    place: str


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A recommendation as printed, its paragraphs, and whether the item words it otherwise."""

    text: str
    place: str
    paragraphs: Sequence[Paragraph]
    difference: str
    signed: str
    is_to_sign: bool
    sign_href: str
    remove_href: str


def heading(item: Item) -> str:
    """The number as printed and the start of its words."""
    called = f"Item {item.number}" if item.number else item.public_id
    return f"{called}: {short(item.text, 90)}"


def asked(link: ItemRecommendation) -> Asked:
    """What was asked for, beside the item."""
    one = link.recommendation
    differs = link.wording == ItemRecommendation.WordingIs.DIFFERS
    when = words.day(link.signed_off_at) if link.signed_off_at else ""
    return Asked(
        text=one.text,
        place=_place(str(one.inspection), one.number, one.page),
        paragraphs=[
            Paragraph(tie.finding.text, _place(str(tie.finding), "", tie.finding.page))
            for tie in one.links.all()
        ],
        difference=link.difference if differs else "",
        signed=f"Signed off by {link.signed_off_by}, {when}" if when else "",
        is_to_sign=differs and not when,
        sign_href=addresses.of_item(link.item, "sign-off", link.pk),
        remove_href=addresses.of_item(link.item, "unlink", link.pk),
    )


def deadlines(rows: Sequence[Deadline]) -> list[str]:
    """Whose deadline of the item as a whole, as printed, and the day that was read."""
    return [
        f"{row.get_source_display()}: “{row.printed}”, "
        f"{words.day(row.due) if row.due else 'which sets no day'}"
        for row in rows
    ]


def tests(rows: Sequence[Test]) -> Table | None:
    """The tests of the item as a whole; no test of one of its actions."""
    if not rows:
        return None
    lines = [
        [
            Cell(row.text),
            Cell(
                row.get_kind_display(),
                note="proposed, nobody has confirmed it" if row.kind_proposed else "",
            ),
            Cell(f"{row.quantity} {row.unit}".strip() if row.quantity else "one"),
        ]
        for row in rows
    ]
    columns = [Column(heading=heading) for heading in ("Test", "Kind", "How many")]
    return Table(caption="Tests of the item as a whole", columns=columns, rows=lines)


def said(rows: Sequence[AsReported]) -> list[Paragraph]:
    """What the document says of the item, verbatim."""
    return [
        Paragraph(row.text, ", ".join(filter(None, (row.get_column_display(), row.said))))
        for row in rows
    ]


def _place(what: str, number: str, page: int | None) -> str:
    parts = (what, f"number {number}" if number else "", f"page {page}" if page else "")
    return ", ".join(part for part in parts if part)
