"""What stands on the page of a decision: the words that it is about, as printed."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.inspections.models import Finding, NumericTarget, Recommendation, Repeat
from goldenthread.web.inspections.presenters import findings, naming, recommendations


@dataclass(frozen=True)
class Quote:
    """Words of a report with their place."""

    label: str
    text: str
    place: str = ""


@dataclass(frozen=True, kw_only=True)
class Decision:
    """The question of the page, the words it is about, and the way back."""

    heading: str
    quotes: Sequence[Quote]
    lead: str
    back_href: str


def of_finding(row: Finding, back: str) -> Decision:
    """About a weak paragraph that nothing cites."""
    named = findings.name(row)
    return Decision(
        heading=f"Decide about {named[:1].lower() + named[1:]}",
        quotes=[
            Quote(
                named, "\n".join((row.text, *(f"• {one}" for one in row.bullets))), _page(row.page)
            )
        ],
        lead="The report calls this a weakness and no recommendation cites it.",
        back_href=back,
    )


def of_consider(row: Recommendation, back: str) -> Decision:
    """About something that a recommendation asks to consider."""
    named = recommendations.name(row)
    part = row.to_consider if row.to_consider != row.text else ""
    return Decision(
        heading=f"What was decided about {named[:1].lower() + named[1:]}?",
        quotes=[
            Quote(named, row.text, _page(row.page)),
            *([Quote("What is to be considered", part)] if part else []),
        ],
        lead="What is only to be considered is closed by a recorded decision.",
        back_href=back,
    )


def of_target(row: NumericTarget, back: str) -> Decision:
    """About a number that was read from the words."""
    asked = row.recommendation
    return Decision(
        heading="Is this number a target?",
        quotes=[Quote(recommendations.name(asked), asked.text, _page(asked.page))],
        lead=f"Read from “{row.printed}”: {recommendations.target_words(row)}.",
        back_href=back,
    )


def of_repeat(row: Repeat, back: str) -> Decision:
    """About a recommendation that may come back from an earlier inspection."""
    later, earlier = row.later, row.earlier
    alike = f"Words that both use: {', '.join(row.words)}." if row.words else ""
    return Decision(
        heading="Was it raised in an earlier inspection?",
        quotes=[
            Quote(f"Now: {recommendations.name(later)}", later.text, _page(later.page)),
            Quote(
                f"{naming.title(earlier.inspection)}: {recommendations.name(earlier)}",
                earlier.text,
                _page(earlier.page),
            ),
        ],
        lead=alike,
        back_href=back,
    )


def _page(page: int | None) -> str:
    return f"page {page}" if page else ""
