"""The words of the bridge of counts: a sum in a sentence, and the actions behind each step."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.plans.bridging import Bridge, Step
from goldenthread.plans.models import Action, Plan
from goldenthread.web import words
from goldenthread.web.components import Empty
from goldenthread.web.pages import Crumb
from goldenthread.web.plans import addresses
from goldenthread.web.plans.presenters.adopting import action_words

MINUS = "\N{MINUS SIGN}"
# Above so many actions a step names them by their references alone.
MOST_IN_WORDS = 25


@dataclass(frozen=True)
class StepLine:
    """One step: by how many and why, and its actions with their pages."""

    words: str
    actions: Sequence[Crumb]

    @property
    def is_long(self) -> bool:
        """Whether its actions stand in one line, by their references alone."""
        return len(self.actions) > MOST_IN_WORDS


@dataclass(frozen=True)
class Part:
    """One count: its name, its sum in a sentence, and its steps."""

    heading: str
    sentence: str
    steps: Sequence[StepLine]


class BridgePage:
    """The bridges of a plan between two days.

    Args:
        actions: those that the person sees, which the plan no longer holds too.
        first:   at the end of which day it begins.
        last:    at the end of which it ends.
    """

    def __init__(
        self,
        plan: Plan,
        actions: Sequence[Action],
        bridges: Sequence[Bridge],
        *,
        first: date,
        last: date,
    ) -> None:
        self._bridges, self._first, self._last = bridges, first, last
        for row in actions:
            row.plan = plan
        self._actions = {row.pk: row for row in actions}

    @property
    def parts(self) -> list[Part]:
        """One for each count."""
        return [
            Part(
                one.count.capitalize(),
                self._sum(one),
                [StepLine(_said(step), self._named(step)) for step in one.steps],
            )
            for one in self._bridges
        ]

    @property
    def empty(self) -> Empty | None:
        """What to say where nothing came or went."""
        if any(one.steps for one in self._bridges):
            return None
        return Empty(
            heading="Nothing came or went",
            text="Between these two days no action came into a count or left one. Choose an "
            "earlier first day to see more.",
        )

    def _sum(self, one: Bridge) -> str:
        steps = "".join(f" {_said(step)}" for step in one.steps)
        return (
            f"{words.number(one.then)} at the end of {words.day(self._first)}{steps} = "
            f"{words.number(one.now)} at the end of {words.day(self._last)}."
        )

    def _named(self, step: Step) -> list[Crumb]:
        rows = [self._actions[pk] for pk in step.actions]
        if len(rows) > MOST_IN_WORDS:
            return [Crumb(row.public_id, addresses.of_action(row)) for row in rows]
        return [Crumb(action_words(row), addresses.of_action(row)) for row in rows]


def _said(step: Step) -> str:
    """'+ 3 added'."""
    sign = "+" if step.adds else MINUS
    return f"{sign} {words.number(len(step.actions))} {step.why}"
