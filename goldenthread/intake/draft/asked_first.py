"""What is asked before all else: publication, inspection, framework (A-17, DESIGN 7.1)."""

from collections.abc import Iterator, Mapping
from typing import Any

from goldenthread.intake.draft.asked_dates import Days
from goldenthread.intake.draft.form import Draft
from goldenthread.intake.draft.question import Question

# Of a plan: the days of the inspection that it answers, where its report does not print them.
FIRST_DAY, LAST_DAY = "inspected_from", "inspected_to"
# The days of an inspection or visit by the kind of its document, first and last.
_DAYS = {"report": ("inspection_start", "inspection_end"), "letter": ("visit_start", "visit_end")}


def questions(draft: Draft, days: Days | None, report: str) -> Iterator[Question]:
    """The questions about the whole document; `report` says which one a plan answers."""
    kind = draft.get("kind")
    if kind == "plan" and days is None:
        yield _of_plan(report)
    if kind in _DAYS or kind == "decision":
        yield from _of_report(draft)
    if kind in _DAYS:
        yield from _of_days(draft, _DAYS[str(kind)][0])


def _of_plan(report: str) -> Question:
    """Which inspection it answers; its days where it is chosen and nobody knows them."""
    if not report:
        return _asked(
            "inspection",
            "inspection",
            "Which inspection does this plan answer? Without its days no date can be said to lie "
            "before it, and “3 months” counts from nothing.",
        )
    return _asked(
        "days",
        FIRST_DAY,
        f"{report}: On which day did this inspection begin? Without its days no date of the plan "
        "can be said to lie before it.",
    )


def _of_report(draft: Draft) -> Iterator[Question]:
    if not draft.get("published"):
        guess = draft.get("published_guess")
        words = "No day of publication is printed. On which day was it published?"
        if guess:
            words += f" The name of the file says {guess}."
        yield _asked("published", "published", words, guess)
    told = draft.get("inspection") or {}
    if not (draft.get("framework") or told.get("framework")):
        where = "inspection/framework" if told else "framework"
        yield _asked("framework", where, "Under which framework was the inspection?")


def _of_days(draft: Draft, first: str) -> Iterator[Question]:
    if first in draft and not draft.get(first):
        period = draft.get("inspection_period") or draft.get("visit_period") or {}
        words = "No days of the inspection are printed. On which day did it begin?"
        if isinstance(period, Mapping) and period.get("text"):
            words = f"The report says “{period['text']}”. On which day did it begin?"
        yield _asked("days", first, words)


def _asked(kind: str, where: str, words: str, suggestion: Any = None) -> Question:
    return Question(kind=kind, where=where, words=words, suggestion=suggestion, key=kind)
