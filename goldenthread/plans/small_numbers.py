"""Hides small counts of children in the answers of a survey. No table is asked."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import groupby
from typing import Any

SMALL = range(1, 6)
HIDDEN = "1 to 5, not shown"
ALSO_HIDDEN = "not shown"


def tells_of_few(numerator: Any, denominator: Any) -> bool:
    """Whether a figure tells of 1 to 5: by its parts, or by what is left over."""
    if numerator in SMALL or denominator in SMALL:
        return True
    if numerator is None or denominator is None:
        return False
    return Decimal(str(denominator)) - Decimal(str(numerator)) in SMALL


def part_and_whole(part: Any, whole: Any) -> tuple[str, str]:
    """A count and what it is of, as others than cleared staff see them: '18' and '20'."""
    hides = tells_of_few(part, whole)
    few = HIDDEN if part in SMALL else ALSO_HIDDEN
    return few if hides else str(part), HIDDEN if whole in SMALL else str(whole)


def shown(answers: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The answers as others than cleared staff see them: counts from 1 to 5 are words.

    Where one count of a question is hidden, the next smallest is too, so that neither follows
    from the total; a true nought stays. Answers of a question stand together, in their order.
    """
    rows: list[dict[str, Any]] = []
    ordered = sorted(answers, key=lambda answer: str(answer["question"]))
    for _, group in groupby(ordered, key=lambda answer: str(answer["question"])):
        rows += _one_question([dict(answer) for answer in group])
    return rows


def _one_question(answers: list[dict[str, Any]]) -> list[dict[str, Any]]:
    small = [answer for answer in answers if answer["number"] in SMALL]
    others = [answer for answer in answers if answer["number"] > max(SMALL)]
    also = [min(others, key=lambda answer: answer["number"])] if len(small) == 1 and others else []
    for answer in small:
        answer["number"] = HIDDEN
    for answer in also:
        answer["number"] = ALSO_HIDDEN
    return answers
