"""Four plain sentences about a recommendation. No table is asked.

What inspectors said; what we did; what is different for children; what we do not know. Nothing is
called different on somebody's word: only an approved figure, or checked evidence of its kind.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from goldenthread.plans import rungs
from goldenthread.plans.rungs import TestFacts

HEADS = (
    "What inspectors said",
    "What we did",
    "What is different for children",
    "What we do not know",
)
DONE, PRACTICE, DIFFERENCE = "done", "practice", "difference"
CHECKED = "evidence checked"
NOT_CHECKED = "reported done and not yet checked"
REPLACED = "replaced by others"
# In which order what was done is told.
STEPS = (
    CHECKED,
    NOT_CHECKED,
    "in progress",
    "blocked",
    "not started",
    "to be agreed",
    REPLACED,
)
WORSE = "measured: worse"
# The worst first: a fall is never told behind a rise.
MEASURED = (WORSE, "measured: no change", "measured: improved", "sustained")
FIGURES = 3  # so many are told, the rest counted


@dataclass(frozen=True, kw_only=True)
class Act:
    """An action that answers the recommendation, as it stands on the day.

    Attributes:
        label:    its public id.
        delivery: the step of delivery; `rung` is None for what was replaced.
        tests:    each with its kind, and whether its evidence is accepted or contradicted.
        waiting:  a check was asked for, and nobody has checked.
        late:     past the deadline that counts and not done.
        impact:   what is said of its impact, the code; "" if nothing.
        holds:    the figure that impact rests on holds: approved, of so many.
        figure:   that figure in words, with its measure; "" without one.
    """

    id: int = 0
    label: str = ""
    delivery: str
    rung: int | None
    tests: tuple[TestFacts, ...] = ()
    waiting: bool = False
    late: bool = False
    impact: str = ""
    holds: bool = False
    figure: str = ""

    @property
    def step(self) -> str:
        """How far it is, in the words of `STEPS`."""
        if self.rung is None:
            return REPLACED
        if self.rung >= rungs.CHECKED:
            return CHECKED
        return NOT_CHECKED if self.delivery == rungs.DONE else self.delivery


@dataclass(frozen=True, kw_only=True)
class Known:
    """What is known of a recommendation on a day.

    Attributes:
        text:   verbatim.
        where:  what prints it, such as "Recommendation 3 of the SIF of May 2016, page 8".
        before: the years in which it was raised before, as the confirmed links say.
        items:  how many items answer it.
        acts:   the actions that serve them.
    """

    text: str
    where: str = ""
    before: tuple[int, ...] = ()
    items: int = 0
    acts: tuple[Act, ...] = ()

    @property
    def standing(self) -> tuple[Act, ...]:
        """Those that nothing has taken the place of."""
        return tuple(act for act in self.acts if act.rung is not None)

    def tests(self, kind: str) -> list[TestFacts]:
        """The tests of a kind of those actions."""
        return [test for act in self.standing for test in act.tests if test.kind == kind]


@dataclass(frozen=True)
class Sentences:
    """The four, in the order of `HEADS`."""

    said: str
    did: str
    different: str
    unknown: str

    @property
    def all(self) -> tuple[tuple[str, str], ...]:
        """Each under its head."""
        told = (self.said, self.did, self.different, self.unknown)
        return tuple(zip(HEADS, told, strict=True))


def sentences(known: Known) -> Sentences:
    """The four sentences about a recommendation."""
    return Sentences(_said(known), _did(known), _different(known), _unknown(known))


def counted(known: Known, kind: str) -> tuple[int, int]:
    """How many tests of a kind have accepted evidence that nothing contradicts, of how many."""
    tests = known.tests(kind)
    return sum(_shows(test) for test in tests), len(tests)


def _shows(test: TestFacts) -> bool:
    return test.accepted and not test.contradicted


def _said(known: Known) -> str:
    where = f" ({known.where})" if known.where else ""
    quoted = f"“{known.text.strip()}”{where}."
    if not known.before:
        return quoted
    years = " and ".join(str(year) for year in sorted(known.before))
    return f"{quoted} It was raised before, in {years}."


def _did(known: Known) -> str:
    if not known.items:
        return "Nothing: no item of a plan answers it."
    if not known.acts:
        return "Nothing yet: what answers it has no action."
    steps = Counter(act.step for act in known.acts)
    told = [f"{steps[step]} {step}" for step in STEPS if steps[step]]
    return f"{_number(len(known.acts), 'action')}: {_listed(told)}."


def _different(known: Known) -> str:
    figures = _figures(known.standing)
    if figures:
        more = len(figures) - FIGURES
        told = figures[:FIGURES] + ([f"{more} more measured"] if more > 0 else [])
        return f"{'; '.join(told)}."
    shown, of = counted(known, DIFFERENCE)
    if shown:
        return f"{_tests(shown, of, DIFFERENCE)} checked evidence; no figure of a measure shows it."
    used, of = counted(known, PRACTICE)
    if used:
        return f"Not shown. What is shown is use: {_tests(used, of, PRACTICE, lower=True)} checked evidence."
    if any(act.impact == "early signs" for act in known.standing):
        return "Not shown. Early signs are told in words, and nothing is measured."
    return "Nothing is shown yet."


def _figures(acts: Iterable[Act]) -> list[str]:
    """What approved figures show, once each, the worst first."""
    told = {
        (MEASURED.index(act.impact), f"{_capital(act.impact)}, {act.figure}")
        for act in acts
        if act.holds and act.impact in MEASURED
    }
    return [words for _, words in sorted(told)]


def _unknown(known: Known) -> str:
    gaps = list(_gaps(known))
    if not known.standing:
        return "Whether anything will change: nothing is being done that could be checked."
    if not gaps:
        return "Nothing is open: each test has checked evidence, and a figure shows the difference."
    return f"{_capital('; '.join(gaps))}."


def _gaps(known: Known) -> Iterable[str]:
    """What is not known, from what was done to what it changed."""
    acts = known.standing
    claimed = sum(act.step == NOT_CHECKED for act in acts)
    if claimed:
        yield f"whether {_number(claimed, 'action')} reported done {_be(claimed)} done"
    untested = sum(not act.tests for act in acts)
    if untested:
        yield f"what would show {_number(untested, 'action')} without a test"
    yield from _kind(known, PRACTICE, "whether it is used every day")
    yield from _kind(known, DIFFERENCE, "whether children are better off")
    against = sum(test.contradicted for act in acts for test in act.tests)
    if against:
        yield f"which evidence is right on {_number(against, 'test')} that other evidence contradicts"
    waiting = sum(act.waiting for act in acts)
    if waiting:
        yield f"what the check of {_number(waiting, 'action')} will say"
    fallen = sum(act.impact in MEASURED and not act.holds for act in acts)
    if fallen:
        yield f"what the figure behind {_number(fallen, 'stated impact')} is: it holds no longer"
    elif not any(act.holds for act in acts):
        yield "by how much: no approved figure is tied to it"


def _kind(known: Known, kind: str, what: str) -> Iterable[str]:
    shown, of = counted(known, kind)
    if not of:
        yield f"{what}: no test asks for it"
    elif shown < of:
        yield f"{what}: {shown} of {_number(of, 'test')} shown"


def _tests(shown: int, of: int, kind: str, *, lower: bool = False) -> str:
    """'1 of 2 tests of a difference has'."""
    of_kind = "a difference" if kind == DIFFERENCE else "practice"
    return f"{shown} of {_number(of, 'test')} of {of_kind} {'has' if shown == 1 else 'have'}"


def _be(number: int) -> str:
    return "is" if number == 1 else "are"


def _number(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _listed(parts: Sequence[str]) -> str:
    return ", ".join(parts)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
