"""One code for a grade in all its wordings; the printed words stay beside it (A-06).

A wording that is none of the scale's is linted, never guessed.
"""

import re
from collections.abc import Iterable
from typing import Protocol

_NOISE = re.compile(r"[^a-z0-9/]+")


class Graded(Protocol):
    """What is needed of a grade: its code and the wordings in which it is printed."""

    code: str
    label: str
    variants: list[str]


def folded(printed: str) -> str:
    """A wording without case, marks and line breaks.

    >>> folded("Requires improvement (to be good)")
    'requires improvement to be good'
    """
    return _NOISE.sub(" ", printed.casefold()).strip()


def grade_of(printed: str, grades: Iterable[Graded]) -> str | None:
    """The code of the grade that the words are, or that a sentence ends with; None if unknown.

    Of two wordings that fit the longer one is taken, so that "inadequate" is not "adequate".
    """
    words = folded(printed)
    fitting = [
        (len(wording), grade.code)
        for grade in grades
        for wording in map(folded, (grade.label, *grade.variants))
        if words == wording or words.endswith(f" {wording}")
    ]
    return max(fitting)[1] if fitting else None


def lint(*, label: str, printed: str, code: str | None, grades: Iterable[Graded]) -> str:
    """What is wrong with a grade as taken; "" when nothing is.

    Args:
        label:   of the judgement, to say where.
        printed: the grade's words; empty where a paper names the grade only by its code.
        code:    as read or confirmed.
        grades:  those of the scale.
    """
    known = list(grades)
    by_words = grade_of(printed, known)
    if code not in {grade.code for grade in known}:
        given = printed or code or "nothing"
        return f"{label}: “{given}” is no grade of this scale. Choose one or correct the wording."
    if printed and by_words is None:
        return f"{label}: “{printed}” is no known wording; it was taken as “{code}”. Look at it."
    if by_words not in (None, code):
        return f"{label}: “{printed}” reads as “{by_words}”, it was taken as “{code}”. Choose one."
    return ""
