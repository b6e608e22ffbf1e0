"""What was answered before to the same question, and each figure beside the one of that time."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.governance.figures import Compared, compare
from goldenthread.governance.models import Answer, Figure, Question
from goldenthread.people.models import User


@dataclass(frozen=True)
class Beside:
    """A figure of an answer and the one of the same name that was given before it."""

    earlier: Figure
    later: Figure
    compared: Compared


def answers_over_time(question: Question, user: User) -> list[Answer]:
    """What was answered to the same question, at whatever time, oldest first. Two queries."""
    pairs = Question.objects.visible_to(user).filter(forum__authority=question.authority)
    same = _family(question.pk, list(pairs.values_list("pk", "asked_before")))
    rows = Answer.objects.visible_to(user).given().filter(question__in=same)
    related = rows.select_related("question__forum__authority").prefetch_related("figures")
    return list(related.order_by("answered_on", "question", "number"))


def _family(question: int, pairs: Sequence[tuple[int, int | None]]) -> set[int]:
    """The question with all that are tied to it as asked before, by however many steps."""
    found, before = {question}, 0
    while len(found) > before:
        before = len(found)
        for one, earlier in pairs:
            if earlier is not None and {one, earlier} & found:
                found |= {one, earlier}
    return found


def beside_before(answer: Answer, over_time: Sequence[Answer]) -> list[Beside]:
    """Each figure of an answer that was given before by the same name, with the last of them.

    Args:
        over_time: as `answers_over_time`; only those that stand before the answer are looked at.
    """
    numbers = [one.pk for one in over_time]
    before = over_time[: numbers.index(answer.pk)] if answer.pk in numbers else over_time
    last = {_name(one): one for row in before for one in row.figures.all()}
    return [
        Beside(last[_name(one)], one, compare(last[_name(one)].told, one.told))
        for one in answer.figures.all()
        if _name(one) in last
    ]


def _name(figure: Figure) -> tuple[str, str]:
    # "2 families, 3 children" are two figures of one name.
    return " ".join(figure.name.split()).casefold(), figure.unit.casefold()
