"""Findings as cards: paragraph number, words as printed, what cites them, what was decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse

from goldenthread.inspections.models import Finding, Inspection
from goldenthread.web import words
from goldenthread.web.components import Count, Tag
from goldenthread.web.listing import Listing

SENSE = Finding.Sense
TAGS = {
    SENSE.STRENGTH: Tag("Strength", "govuk-tag--green"),
    SENSE.WEAKNESS: Tag("Weakness", "govuk-tag--orange"),
}
TONES = {SENSE.STRENGTH: "good", SENSE.WEAKNESS: "weak"}
OPEN = "open"


@dataclass(frozen=True, kw_only=True)
class Point:
    """One paragraph of the report."""

    id: str
    title: str
    tags: Sequence[Tag]
    tone: str
    under: str
    text: str
    bullets: Sequence[str]
    cited: str
    decided: str
    source_href: str
    decide_href: str
    decide_text: str
    page: str


def counts(by_sense: Mapping[str, int], open_: int, listing: "Listing[Finding]") -> list[Count]:
    """How many strengths and weaknesses; a click filters the paragraphs."""
    chosen = listing.chosen.get("show", "")
    shown = [
        ("", "all paragraphs", sum(by_sense.values()), ""),
        (SENSE.STRENGTH.value, "strengths", by_sense.get(SENSE.STRENGTH, 0), "green"),
        (SENSE.WEAKNESS.value, "weaknesses", by_sense.get(SENSE.WEAKNESS, 0), "amber"),
        (SENSE.NEITHER.value, "neither", by_sense.get(SENSE.NEITHER, 0), ""),
        (OPEN, "weak, cited by nothing, to decide", open_, "red" if open_ else ""),
    ]
    return [
        Count(
            number=n,
            label=label,
            href=listing.address(show=show),
            tone=tone,
            is_current=chosen == show,
        )
        for show, label, n, tone in shown
    ]


def points(rows: Sequence[Finding], inspection: Inspection, *, may_decide: bool) -> list[Point]:
    """The paragraphs of a page of the list, in the report's order."""
    return [_point(row, inspection, may_decide=may_decide) for row in rows]


def name(row: Finding) -> str:
    """'¶35', or that the report numbers none."""
    return f"¶{row.number}" if row.number else "Paragraph without a number"


def decision(row: Finding) -> str:
    """What was decided about an uncited paragraph, why, by whom and when; empty where nothing."""
    made = getattr(row, "uncited_decision", None)
    if made is None:
        return ""
    who = f"{made.decided_by}, {words.day(made.decided_at)}"
    return f"{made.get_decision_display()}: {made.why} ({who})"


def _point(row: Finding, inspection: Inspection, *, may_decide: bool) -> Point:
    sense = SENSE(row.sense)
    cited, decided = _cited(row), decision(row)
    can_decide = sense == SENSE.WEAKNESS and not cited and may_decide
    source = f"{reverse('inspections:source', args=[inspection.pk])}?finding={row.pk}"
    return Point(
        id=f"finding-{row.pk}",
        title=name(row),
        tags=[TAGS[sense]] if sense in TAGS else [],
        tone=TONES.get(sense, ""),
        under=" › ".join(part for part in (row.section, row.heading) if part),
        text=row.text,
        bullets=row.bullets,
        cited=cited or _uncited(sense, decided),
        decided=decided,
        source_href=source if inspection.upload and (row.source_place or row.page) else "",
        decide_href=(
            reverse("inspections:uncited", args=[inspection.pk, row.pk]) if can_decide else ""
        ),
        decide_text="Decide again" if decided else "Decide",
        page=f"page {row.page}" if row.page else "",
    )


def _cited(row: Finding) -> str:
    """Which recommendations cite it; that the report tags it where it does not say which."""
    links = list(row.links.all())
    if not links:
        return ""
    numbers = [
        one.recommendation.number or str(one.recommendation.order)
        for one in links
        if one.recommendation
    ]
    if not numbers:
        return "The report tags it as cited, without saying by which recommendation."
    return f"Cited by {words.counted(len(numbers), 'recommendation')}: {', '.join(numbers)}."


def _uncited(sense: Finding.Sense, decided: str) -> str:
    if sense != SENSE.WEAKNESS:
        return ""
    return "No recommendation cites it." + ("" if decided else " It needs a decision.")
