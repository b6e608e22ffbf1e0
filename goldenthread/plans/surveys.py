"""How the answers to one question of a survey move from wave to wave. No table is asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from goldenthread.plans.folding import folded

# With fewer who answered, one person more moves a share by more than ten points.
FEWEST = 10
# When so many points more or fewer of those asked answered, others may have answered.
APART = 20


@dataclass(frozen=True)
class Wave:
    """One wave of a survey: of `asked` people `answered` did.

    `on` is its last day, or the day on which it was filed; `answers` are mappings of question,
    answer and the number who gave it.
    """

    name: str
    on: date
    asked: int
    answered: int
    answers: Sequence[Mapping[str, Any]] = ()

    def of(self, question: str) -> dict[str, int]:
        """How many gave each answer to a question; {} where the wave did not ask it."""
        return {
            str(row["answer"]): int(row["number"])
            for row in self.answers
            if folded(str(row["question"])) == folded(question)
        }

    @property
    def rate(self) -> float:
        """The response rate in hundredths."""
        return 100 * self.answered / self.asked


@dataclass(frozen=True)
class Step:
    """From one wave to the next: what keeps them from being compared, "" where nothing does.

    `points` says by how many points the share of each answer rose, or fell when below nought.
    """

    why_not: str
    points: Mapping[str, float]


@dataclass(frozen=True)
class Trend:
    """A question over the waves; `steps` has one entry fewer than there are waves."""

    question: str
    answers: tuple[str, ...]
    steps: tuple[Step, ...]


def trends(waves: Sequence[Wave]) -> list[Trend]:
    """The trend of each question, in the order in which they were first asked.

    Args:
        waves: the earliest first.
    """
    asked = {
        folded(str(row["question"])): str(row["question"]) for one in waves for row in one.answers
    }
    return [_trend(question, waves) for question in asked.values()]


def why_not_comparable(earlier: Wave, later: Wave, question: str) -> str:
    """What keeps the shares of two waves from being compared, in words; "" where nothing does."""
    before, now = earlier.of(question), later.of(question)
    for wave, answers in ((earlier, before), (later, now)):
        if not answers:
            return f"not asked in {wave.name}"
        if wave.answered < FEWEST:
            return f"fewer than {FEWEST} answered in {wave.name}"
    if {folded(one) for one in before} != {folded(one) for one in now}:
        return "other answers could be chosen"
    if abs(later.rate - earlier.rate) > APART:
        return (
            f"{earlier.rate:.0f}% of those asked answered before and {later.rate:.0f}% now, so "
            "that others may have answered"
        )
    return ""


def _trend(question: str, waves: Sequence[Wave]) -> Trend:
    answers = {folded(one): one for wave in waves for one in wave.of(question)}
    steps = tuple(_step(one, other, question) for one, other in pairwise(waves))
    return Trend(question, tuple(answers.values()), steps)


def _step(earlier: Wave, later: Wave, question: str) -> Step:
    why_not = why_not_comparable(earlier, later, question)
    if why_not:
        return Step(why_not, {})
    before = {folded(one): number for one, number in earlier.of(question).items()}
    points = {
        one: 100 * number / later.answered - 100 * before[folded(one)] / earlier.answered
        for one, number in later.of(question).items()
    }
    return Step("", points)
