"""Where an action stands as of a day, from its facts: rung, colour and marks. No table is asked."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from goldenthread.plans import marks, rungs
from goldenthread.plans.status import SHIPPED, Facts, Rules, Status, is_late, last_day, status

KINDS = ("done", "practice", "difference")
TALLIED = (
    "done",
    "checked",
    "late",
    "waiting",
    "silent",
    "no_test",
    "no_local_date",
    "only_done",
    "not_specified",
    "replaced",
    *(f"tests of {kind}" for kind in KINDS),
    *(f"accepted of {kind}" for kind in KINDS),
)


@dataclass(frozen=True)
class Stands:
    """Where an action stands; a row that only points to another stands where that one does.

    Attributes:
        facts: as of their day.
        rules: of the authority, on that day.
    """

    facts: Facts
    rules: Rules = SHIPPED

    @property
    def delivered(self) -> str:
        """The step of delivery."""
        return self.facts.delivery

    @cached_property
    def ladder(self) -> rungs.Rung:
        """The rung with its name and what the next one needs."""
        return rungs.rung(self.facts.standing)

    @property
    def rung(self) -> int | None:
        """The number of the rung; None for what was replaced."""
        return self.ladder.number

    @cached_property
    def status(self) -> Status:
        """The colour with its words and why."""
        return status(self.facts, self.rules)

    @property
    def colour(self) -> str:
        """The colour that shows."""
        return self.status.colour

    @property
    def last_day(self) -> date | None:
        """The deadline that counts; since when 'immediately' counts, where there is none."""
        return last_day(self.facts)

    @property
    def is_late(self) -> bool:
        """Past the deadline that counts and not done."""
        return is_late(self.facts)

    @property
    def is_checked(self) -> bool:
        """On rung 3 or above."""
        return (self.rung or 0) >= rungs.CHECKED

    @property
    def is_replaced(self) -> bool:
        """Superseded or ineffective: another action took its place."""
        return self.delivered in rungs.REPLACED

    @property
    def is_waiting(self) -> bool:
        """A check was asked for, and nobody has checked."""
        return self.facts.waiting_since is not None

    @property
    def is_silent(self) -> bool:
        """Nobody said anything for too long."""
        return marks.is_silent(self.facts, self.rules)

    @property
    def is_tested(self) -> bool:
        """It names something that will show it."""
        return bool(self.facts.standing.tests)

    @property
    def is_only_done(self) -> bool:
        """All its tests ask for a product."""
        return marks.is_only_done(self.facts)

    @cached_property
    def tally(self) -> tuple[int, ...]:
        """Ones and noughts, and how many tests, in the order of `TALLIED`: counts are their sums."""
        tests = self.facts.standing.tests
        return (
            self.delivered == rungs.DONE,
            self.is_checked,
            self.is_late,
            self.is_waiting,
            self.is_silent,
            not self.is_tested,
            not self.facts.local_date,
            self.is_only_done,
            self.delivered == rungs.TO_BE_AGREED,
            self.is_replaced,
            *(sum(test.kind == kind for test in tests) for kind in KINDS),
            *(sum(test.kind == kind and test.accepted for test in tests) for kind in KINDS),
        )

    @cached_property
    def marks(self) -> tuple[marks.Mark, ...]:
        """Its marks, with their words."""
        return marks.marks(self.facts, self.rules)
