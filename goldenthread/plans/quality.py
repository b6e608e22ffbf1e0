"""Whether an action says who, what, by when and how one will know. No table is asked.

SMART, as councils say: specific, measurable, agreed, relevant to an outcome, in time. Nothing is
mended by the program: each fault is listed with what to do.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

DIFFERENCE = "difference"
ONLY_A_PRODUCT = "done"


@dataclass(frozen=True)
class TestAsked:
    """A test of an action: its kind, and what keeps its aim from being checked, "" if nothing."""

    __test__ = False  # for pytest, which takes the name for its own

    kind: str
    lacks: str = ""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What is known of how an action is planned.

    Attributes:
        led:      somebody is accountable.
        agreed:   what is to be done is agreed with whom it needs.
        due:      a day of the council's own is set, or asked for and agreed.
        urgent:   the words where they only say that it is urgent, or early.
        unset:    where a day was to be set at a meeting that is past and none is: in words.
        tests:    what is to show it.
        answers:  an item that it serves answers a recommendation, or is the council's own.
        unkept:   a promised frequency that was not kept, in words.
        measured: a measure is tied to it or to an item that it serves.
    """

    led: bool = True
    agreed: bool = True
    due: date | None = None
    urgent: str = ""
    unset: str = ""
    unkept: str = ""
    tests: tuple[TestAsked, ...] = ()
    answers: bool = True
    measured: bool = False


@dataclass(frozen=True)
class Fault:
    """Something that an action does not say.

    `words` name it in a list, `says` tells of one action, `do` what is to be done about it.
    """

    code: str
    words: str
    do: str
    says: Callable[[Asked], str]


def faults(asked: Asked) -> tuple[tuple[Fault, str], ...]:
    """What an action does not say, each with the words for this one; in the order of FAULTS."""
    return tuple((fault, said) for fault in FAULTS.values() if (said := fault.says(asked)))


def _lead(asked: Asked) -> str:
    return "" if asked.led else "nobody leads it"


def _specified(asked: Asked) -> str:
    return "" if asked.agreed else "it is still to be agreed"


def _vague(asked: Asked) -> str:
    return f"“{asked.urgent}” is no date" if asked.urgent and asked.due is None else ""


def _unset(asked: Asked) -> str:
    return asked.unset if asked.due is None else ""


def _day(asked: Asked) -> str:
    return "" if asked.due or asked.urgent or asked.unset else "no local date is set"


def _unkept(asked: Asked) -> str:
    return asked.unkept


def _test(asked: Asked) -> str:
    return "" if asked.tests else "no test says how one will know"


def _aim(asked: Asked) -> str:
    return next((test.lacks for test in asked.tests if test.lacks), "")


def _product(asked: Asked) -> str:
    only = asked.tests and all(test.kind == ONLY_A_PRODUCT for test in asked.tests)
    return "its tests show only that something was done" if only else ""


def _outcome(asked: Asked) -> str:
    if asked.answers or asked.measured or any(test.kind == DIFFERENCE for test in asked.tests):
        return ""
    return "it answers no recommendation, and nothing measures what it changes"


_CATALOGUE = (
    Fault("no-lead", "no lead", "Say who leads it.", _lead),
    Fault(
        "not-agreed",
        "still to be agreed",
        "Agree it, then say that it has not started.",
        _specified,
    ),
    Fault("no-date", "no local date", "Set a local date.", _day),
    Fault("urgency", "urgency in the place of a date", "Set a local date.", _vague),
    Fault("day-to-be-set", "a date was to be set", "Set the local date that was put off.", _unset),
    Fault(
        "not-kept",
        "a promised frequency not kept",
        "Record what took place, or say why not.",
        _unkept,
    ),
    Fault("no-test", "no test", "Name a test before the work starts.", _test),
    Fault(
        "no-aim", "a change without its aim", "Say from which figure, by how much, by when.", _aim
    ),
    Fault(
        "only-a-product",
        "only a product as the test",
        "Add a test of practice or of difference.",
        _product,
    ),
    Fault(
        "no-outcome",
        "no tie to an outcome",
        "Link its item to a recommendation, or tie a measure.",
        _outcome,
    ),
)
FAULTS: Mapping[str, Fault] = {fault.code: fault for fault in _CATALOGUE}
