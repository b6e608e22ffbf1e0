"""The links of a plan's items to recommendations, within the draft of an import.

Each is a row of the list `LINKS`: {"id", "item", "recommendation", "score", "same",
"difference", "why", "by_hand", "signed_off"}; `recommendation` is the id of the recorded one.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.inspections.models import Inspection, Recommendation
from goldenthread.intake.changes import Draft
from goldenthread.intake.draft import linking as rules
from goldenthread.intake.draft.asked_first import FIRST_DAY, LAST_DAY
from goldenthread.intake.draft.form import accepted
from goldenthread.intake.models import Import
from goldenthread.people.models import Authority, User
from goldenthread.plans.differences import difference

LINKS = "item_links"
# A report that less than so much of a plan's items seem to answer is another plan's.
ENOUGH = 0.3


def made(
    item: Mapping[str, Any], recommendation: Mapping[str, Any], *, signed_off: bool
) -> dict[str, Any]:
    """A link that a person makes."""
    words = difference(recommendation["text"], item["text"] or "")
    return {
        "id": link_id(item["id"], recommendation["id"]),
        "item": item["id"],
        "recommendation": recommendation["id"],
        "score": rules.score(recommendation["text"], item["text"] or ""),
        "same": not words,
        "difference": words,
        "why": "Linked by hand",
        "by_hand": True,
        "signed_off": signed_off,
    }


def by_number(draft: Draft, criteria: Inspection) -> list[dict[str, Any]]:
    """The links of items to the criteria that were recorded from them, each by its number."""
    numbered = {row.number: row for row in criteria.recommendations.all()}
    rows = [(item, numbered.get(item.get("number") or "")) for item in accepted(draft, "items")]
    return [
        made(item, {"id": row.pk, "text": row.text}, signed_off=False)
        for item, row in rows
        if row is not None
    ]


def link_id(item: str, recommendation: int) -> str:
    return f"{item}-r{recommendation}"


def links_of(draft: Draft) -> list[dict[str, Any]]:
    """The links of items that are accepted."""
    items = {item["id"] for item in accepted(draft, "items")}
    return [one for one in draft.get(LINKS) or () if one["item"] in items]


def with_link(draft: Draft, link: Mapping[str, Any]) -> Draft:
    """The draft with a link, in the place of the one of the same two."""
    others = [one for one in draft.get(LINKS) or () if one["id"] != link["id"]]
    return {**draft, LINKS: [*others, dict(link)]}


def without_link(draft: Draft, gone: str) -> Draft:
    return {**draft, LINKS: [one for one in draft.get(LINKS) or () if one["id"] != gone]}


def proposed(draft: Draft, recommendations: Sequence[Mapping[str, Any]]) -> Draft:
    """The draft with the links that its texts suggest; those made by hand stay."""
    by_hand = [one for one in draft.get(LINKS) or () if one["by_hand"]]
    kept = {one["id"] for one in by_hand}
    found = [_row(one) for one in rules.propose_links(recommendations, _texts(draft))]
    return {**draft, LINKS: [*by_hand, *(one for one in found if one["id"] not in kept)]}


def report_of(row: Import, report: Any, by: User) -> Inspection:
    """A current report of the import's authority.

    Raises:
        NotAllowedNow: there is none with that id, or the import is no plan.
    """
    reports = Inspection.objects.visible_to(by).current().filter(authority=row.authority)
    found = reports.filter(pk=report).first() if isinstance(report, int) else None
    if found is None or row.kind != "plan":
        raise NotAllowedNow(f"{row}: Choose a report of the same authority for a plan.")
    return found


def likeliest(draft: Draft, authority: Authority) -> tuple[Inspection | None, Draft]:
    """The current report that most items seem to answer, and the draft with its links.

    Two queries; every item is compared with every recommendation of the authority.
    """
    reports = Inspection.objects.current().filter(authority=authority).order_by("pk")
    best: tuple[int, Inspection | None, Draft] = (0, None, {**draft, LINKS: []})
    for report in reports.prefetch_related("recommendations"):
        tried = proposed(draft, recommendations_of(report))
        answered = len({one["item"] for one in tried[LINKS]})
        # Of two alike the later report: plans answer the last inspection.
        if answered >= max(best[0], 1) and answered >= ENOUGH * len(accepted(draft, "items")):
            best = (answered, report, tried)
    return best[1], best[2]


def answering(draft: Draft, recommendations: Sequence[Mapping[str, Any]]) -> Draft:
    """The draft of a plan that answers another report: other links, and other days."""
    return {**proposed(draft, recommendations), FIRST_DAY: None, LAST_DAY: None}


def days_of(report: Inspection, draft: Draft) -> tuple[date, date] | None:
    """The days of a report, else those that a person gave for it; None while nobody knows them."""
    if report.first_day is not None:
        return report.first_day, report.last_day or report.first_day
    return days_given(draft)


def days_given(draft: Draft) -> tuple[date, date] | None:
    """The days that a person gave for the inspection that a plan answers."""
    first, last = draft.get(FIRST_DAY), draft.get(LAST_DAY)
    if not first:
        return None
    return date.fromisoformat(first), date.fromisoformat(last or first)


def recommendations_of(report: Inspection) -> list[dict[str, Any]]:
    rows: list[Recommendation] = list(report.recommendations.all())
    return [{"id": row.pk, "text": row.text} for row in rows]


def _texts(draft: Draft) -> list[dict[str, Any]]:
    return [{"id": item["id"], "text": item["text"] or ""} for item in accepted(draft, "items")]


def _row(one: rules.ProposedLink) -> dict[str, Any]:
    return {
        "id": link_id(one.item, one.recommendation),
        "item": one.item,
        "recommendation": one.recommendation,
        "score": one.score,
        "same": one.same,
        "difference": one.difference,
        "why": one.why,
        "by_hand": False,
        "signed_off": False,
    }
