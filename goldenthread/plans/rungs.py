"""The ladder: on which rung an action stands, and what the next one needs. No table is asked.

    0 not started   1 in progress   2 done   3 evidence checked   4 embedded   5 difference shown

A rung is worked out from facts each time, never stored. Each needs those below it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

# The shortest month: a 'period' of a few days shows no practice.
SHORTEST_PERIOD = 28
# So many lengths of the latest period may pass until the next is known; then it has lapsed.
LAPSES_AFTER = 2

TO_BE_AGREED, NOT_STARTED, IN_PROGRESS, BLOCKED, DONE, SUPERSEDED, INEFFECTIVE = (
    "to be agreed",
    "not started",
    "in progress",
    "blocked",
    "done",
    "superseded",
    "ineffective",
)
NOT_BEGUN = (TO_BE_AGREED, NOT_STARTED)
REPLACED = (SUPERSEDED, INEFFECTIVE)
CLOSED = (DONE, *REPLACED)
_ANSWERED = "an answer to what contradicts a test of the kind {} and was found right"
BETTER = ("measured: improved", "sustained")

CHECKED = 3

NAMES = {
    0: "not started",
    1: "in progress",
    2: "done, evidence not yet checked",
    3: "evidence checked",
    4: "embedded in practice",
    5: "difference shown",
}


@dataclass(frozen=True)
class TestFacts:
    """One test of an action on a day: its kind, and whether its evidence is accepted.

    `counted` is how many of the `quantity` wanted are accepted; without a quantity, one is.
    `contradicted`: evidence against it was found right, and stands.
    """

    __test__ = False  # for pytest, which takes the name for its own

    kind: str
    counted: int = 0
    quantity: int | None = None
    contradicted: bool = False

    @property
    def accepted(self) -> bool:
        return self.counted >= (self.quantity or 1)


@dataclass(frozen=True)
class PeriodFacts:
    """A period of practice: from its first day to the day before `ends_before`.

    `entered_on` is the day on which somebody recorded it; `count` how many were in standard.
    """

    first_day: date
    ends_before: date
    in_standard: bool
    entered_on: date
    count: int | None = None

    @property
    def days(self) -> int:
        return (self.ends_before - self.first_day).days


@dataclass(frozen=True, kw_only=True)
class Standing:
    """What the rung follows from.

    Attributes:
        delivery: the step of delivery.
        tests:    of the action, as of the day.
        run:      how many periods in standard follow on one another up to the latest.
        longest:  how many of them ever did; more than `run` where it has lapsed.
        needed:   how many of them the authority wants.
        impact:   what is said of it now, "" if nothing.
        measured: the figure that impact rests on holds: approved, of so many.
    """

    delivery: str = NOT_STARTED
    tests: tuple[TestFacts, ...] = ()
    run: int = 0
    longest: int = 0
    needed: int = 3
    impact: str = ""
    measured: bool = False


@dataclass(frozen=True)
class Rung:
    """A rung; `number` is None for what was replaced, `next_needs` is "" at the top."""

    number: int | None
    name: str
    next_needs: str


def rung(facts: Standing) -> Rung:
    """The rung of an action."""
    if facts.delivery in REPLACED:
        return Rung(None, facts.delivery, "")
    if facts.delivery != DONE:
        number = 0 if facts.delivery in NOT_BEGUN else 1
        return Rung(number, NAMES[number], _before_done(number))
    for number, missing in ((2, _to_check(facts)), (3, _to_embed(facts)), (4, _to_show(facts))):
        if missing:
            return Rung(number, NAMES[number], missing)
    return Rung(5, NAMES[5], "")


def _before_done(number: int) -> str:
    return "that it starts" if number == 0 else "that it is done, with the day of completion"


def _to_check(facts: Standing) -> str:
    """What keeps the evidence from being checked; no *done* test at all keeps it too."""
    done = _of_kind(facts, "done")
    if not done:
        return "a test of the kind done, with accepted evidence"
    left = [test for test in done if not test.accepted]
    if not left:
        return ""
    counted = next((test for test in left if test.quantity), None)
    if counted is not None:
        return (
            f"accepted evidence of {counted.counted} of {counted.quantity} so far; all are wanted"
        )
    return f"accepted evidence for {len(left)} of {len(done)} tests of the kind done"


def _to_embed(facts: Standing) -> str:
    if any(test.contradicted for test in _of_kind(facts, "practice")):
        return _ANSWERED.format("practice")
    if not any(test.accepted for test in _of_kind(facts, "practice")):
        return "accepted evidence for a test of the kind practice"
    if facts.run < facts.needed:
        had = ", lapsed" if facts.longest >= facts.needed else ""
        return (
            f"{facts.needed} periods in standard one after another since it was done; "
            f"so far {facts.run}{had}"
        )
    return ""


def _to_show(facts: Standing) -> str:
    if any(test.contradicted for test in _of_kind(facts, "difference")):
        return _ANSWERED.format("difference")
    if not any(test.accepted for test in _of_kind(facts, "difference")):
        return "accepted evidence for a test of the kind difference"
    if facts.impact not in BETTER or not facts.measured:
        return "an impact measured as improved, by an approved figure"
    return ""


def _of_kind(facts: Standing, kind: str) -> list[TestFacts]:
    return [test for test in facts.tests if test.kind == kind]


def run(periods: Sequence[PeriodFacts], *, completed_on: date | None, day: date) -> int:
    """How many periods in standard follow on one another up to the latest, as of a day.

    A period out of standard, or a gap between two, begins the count again: what is not known
    is not in standard. Where nothing is known since, for as long as two such periods, the
    practice has lapsed.
    """
    ordered = sorted(periods, key=lambda one: one.first_day)
    if not ordered:
        return 0
    last = ordered[-1]
    if (day - last.ends_before).days > LAPSES_AFTER * last.days:
        return 0
    return _in_a_row(ordered, completed_on)[-1]


def longest(periods: Sequence[PeriodFacts], *, completed_on: date | None) -> int:
    """How many periods in standard ever followed on one another."""
    ordered = sorted(periods, key=lambda one: one.first_day)
    return max(_in_a_row(ordered, completed_on), default=0)


def shows_practice(period: PeriodFacts, completed_on: date | None) -> bool:
    """Whether a period counts: in standard, long enough, since completion, over when entered."""
    return (
        period.in_standard
        and period.count != 0
        and period.days >= SHORTEST_PERIOD
        and completed_on is not None
        and period.first_day >= completed_on
        and period.entered_on >= period.ends_before - timedelta(days=1)
    )


def _in_a_row(ordered: Sequence[PeriodFacts], completed_on: date | None) -> list[int]:
    """At each period how many that count have followed on one another."""
    counts: list[int] = []
    follows_on: date | None = None
    for period in ordered:
        if not shows_practice(period, completed_on):
            counts.append(0)
            follows_on = None
            continue
        before = counts[-1] if counts else 0
        counts.append(before + 1 if period.first_day == follows_on else 1)
        follows_on = period.ends_before
    return counts


def embedding(facts: Standing) -> str:
    """The state of embedding: not tested, being tested, embedded, lapsed."""
    practice = _of_kind(facts, "practice")
    if not practice and not facts.longest:
        return "not tested"
    if any(test.accepted for test in practice) and facts.run >= facts.needed:
        return "embedded"
    return "lapsed" if facts.longest >= facts.needed > facts.run else "being tested"
