"""What the council itself knows to be weak, before inspectors find it. No table is asked."""

from collections.abc import Iterable
from dataclasses import dataclass

from goldenthread.plans import rungs
from goldenthread.thread.sentences import DIFFERENCE, NOT_CHECKED, WORSE, Act, Known


@dataclass(frozen=True)
class Weakness:
    """Something that is known to be weak: how grave (0 is the gravest), and in words.

    `action` is the public id of the action that it is about and `act` its key; "" and None where
    there is none.
    """

    grave: int
    words: str
    action: str = ""
    act: int | None = None


def weaknesses(known: Known) -> list[Weakness]:
    """The weaknesses of one recommendation, the gravest first; of an action only its gravest."""
    found = list(_of_all(known))
    for act in known.standing:
        own = next(iter(_of_one(act)), None)
        found += [own] if own else []
    return sorted(found, key=lambda one: one.grave)


def _of_one(act: Act) -> Iterable[Weakness]:
    if act.holds and act.impact == WORSE:
        yield Weakness(0, f"measured, and worse: {act.figure}", act.label, act.id)
    if any(test.contradicted for test in act.tests):
        yield Weakness(1, "checked evidence contradicts a test", act.label, act.id)
    if act.delivery == rungs.BLOCKED:
        yield Weakness(3, "blocked", act.label, act.id)
    if act.late:
        yield Weakness(3, "late: past its deadline and not done", act.label, act.id)
    if act.step == NOT_CHECKED:
        yield Weakness(4, "reported done, no checked evidence", act.label, act.id)
    if not act.tests:
        yield Weakness(5, "no test says what would show it", act.label, act.id)


def _of_all(known: Known) -> Iterable[Weakness]:
    if not known.standing:
        yield Weakness(2, "no action stands that answers it")
    elif not known.tests(DIFFERENCE):
        yield Weakness(6, "no test asks for a difference to children")
