"""All questions about a draft, in the order in which they are asked."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from goldenthread.intake.draft import (
    asked_dates,
    asked_first,
    asked_nearly,
    asked_people,
    asked_reader,
    asked_rows,
    asked_tests,
)
from goldenthread.intake.draft.asked_dates import Days
from goldenthread.intake.draft.bodies import KnownBody
from goldenthread.intake.draft.form import Draft
from goldenthread.intake.draft.question import KINDS, Question
from goldenthread.people.names import Known

__all__ = ["KINDS", "Question", "questions_of"]


def questions_of(
    draft: Draft,
    known: Sequence[Known] = (),
    inspection_days: Days | None = None,
    *,
    published: date | None = None,
    report: str = "",
    bodies: Sequence[KnownBody] = (),
    standing: Sequence[asked_nearly.Standing] = (),
) -> list[Question]:
    """What a person should settle, the day of publication first; none of it blocks.

    Args:
        known:           the people of the authority.
        inspection_days: first and last day of the inspection that a plan answers, if known.
        published:       the day of its report, from which its timescales count.
        report:          that report in words, "" where none is chosen yet.
        bodies:          the posts, teams and partners of the authority.
        standing:        the actions that stand in its plans.

    What the draft already says is not asked, nor what was settled under the same key. Asking
    again after an edit gives the same keys for the questions that are left.
    """
    anchor = published or (inspection_days[1] if inspection_days else None)
    asked = [
        *asked_first.questions(draft, inspection_days, report),
        *asked_people.questions(draft, known, bodies),
        *asked_dates.questions(draft, inspection_days, anchor),
        *asked_rows.questions(draft),
        *asked_tests.questions(draft),
        *asked_reader.questions(draft),
        *asked_nearly.questions(draft, standing),
    ]
    order = list(KINDS)
    left = [
        one for one in _once(asked_nearly.without_told(asked)) if one.key not in draft["settled"]
    ]
    return sorted(left, key=lambda one: order.index(one.kind))


def _once(asked: Iterable[Question]) -> Iterator[Question]:
    """Questions with the same key are told apart by a number, unless their words are the same."""
    seen: Counter[str] = Counter()
    words: set[tuple[str, str]] = set()
    for one in asked:
        if (one.key, one.words) in words:
            continue
        words.add((one.key, one.words))
        seen[one.key] += 1
        yield replace(one, key=f"{one.key}#{seen[one.key]}") if seen[one.key] > 1 else one
