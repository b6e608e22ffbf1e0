"""From a plan that answers 'Good' descriptors (B-08) to a draft of the descriptors themselves.

The plan is read by `goldenthread read --json`. Its criteria are recorded like a report, so
that an item answers one of them as it would answer a recommendation.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from goldenthread.basics.errors import UserFacingError
from goldenthread.inspections import criteria
from goldenthread.inspections.drafts import RecommendationDraft, ReportDraft

FRAMEWORK = "evaluation criteria"
Read = Mapping[str, Any]
_HEADING = re.compile(r"\bjudged\W+good\W+if\b|\bgood\W+(?:if|descriptor)|\bcriteri", re.IGNORECASE)


def from_plan(proposal: Read) -> ReportDraft:
    """The criteria that a plan answers, each number once, in the plan's order.

    Raises:
        UserFacingError: no column of the plan is headed by what would be judged good, or none
                         of its items has a number such as 1.0.
    """
    found = criteria_in(proposal)
    if not found:
        name = proposal.get("file") or "The document"
        raise UserFacingError(
            f"{name}: No criteria such as “1.0” stand in it. Link its items to a report instead."
        )
    titles = [plan["title"] for plan in proposal.get("plans") or () if plan.get("title")]
    return ReportDraft(
        framework=FRAMEWORK,
        title=" / ".join(titles),
        recommendations=found,
        kind="good descriptors",
    )


def criteria_in(proposal: Read) -> tuple[RecommendationDraft, ...]:
    """The criteria that a plan answers; () where it answers none."""
    return tuple(_criteria(proposal)) if _answers_criteria(proposal) else ()


def answered(proposal: Read) -> list[tuple[str, ...]]:
    """For each action of the plan the numbers of the criteria that its row answers."""
    return [
        criteria.numbers(" ".join(action.get("items") or ()))
        for action in proposal.get("actions") or ()
    ]


def _answers_criteria(proposal: Read) -> bool:
    return any(
        heading.get("column") == "item" and _HEADING.search(heading.get("heading") or "")
        for heading in proposal.get("headings") or ()
    )


def _criteria(proposal: Read) -> Iterator[RecommendationDraft]:
    places = proposal.get("sources") or {}
    seen = set()
    for index, item in enumerate(proposal.get("items") or ()):
        number = item.get("number") or ""
        if criteria.levels(number) and number not in seen:
            seen.add(number)
            yield RecommendationDraft(
                text=item["text"],
                kind="good descriptor",
                number=number,
                shared_printed=_shared(item),
                place=dict(places.get(f"items/{index}/text") or places.get(f"items/{index}") or {}),
            )


def _shared(item: Read) -> str:
    """The sentence in the item or its updates that says that it is not the council's alone."""
    texts = [item["text"], *(update["text"] for update in item.get("updates") or ())]
    return next(filter(None, map(criteria.shared_words, texts)), "")
