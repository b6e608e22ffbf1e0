"""Trying a verb as somebody, and taking it back; the register of what is tried."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass

from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction

import goldenthread
from goldenthread.basics.errors import NotAllowed, NotAllowedNow, UserFacingError
from goldenthread.people.models import HistoryLine

# Functions outside a room's `actions` that are verbs too.
ELSEWHERE = (
    "people.history.redacting.request_redaction",
    "people.history.redacting.approve_redaction",
    "people.history.redacting.refuse_redaction",
    "people.jobs.cancel",
    "people.verification.ask_to_verify",
    # Beside the other verbs of their room, so that pages do not wake what reads extracts.
    "sources.load",
    "sources.withdraw",
    "sources.reduce",
    "sources.set_rule",
)
TRIES = {}


@dataclass(frozen=True)
class Try:
    """A verb with its function; `prepare(town)` gives what is called with who tries it.

    `expected` is the verb's code, and what sets this try apart, as in the expected table.
    """

    expected: str
    function: str
    prepare: Callable

    @property
    def code(self):
        return self.expected.split()[0]


def tries(code, function, also=""):
    """Enter how a function is tried. `also` tells two tries of one function apart."""

    def entered(prepare):
        name = f"{named(function)} {also}".strip()
        TRIES[name] = Try(f"{code} {also}".strip(), named(function), prepare)
        return prepare

    return entered


def named(function):
    """ "plans.settle" for a function of `goldenthread.plans.actions`."""
    room, *rest = function.__module__.split(".")[1:]
    inner = [] if rest[0] == "actions" else rest
    return ".".join([room, *inner, function.__name__])


def verb_functions():
    """The name of each function of each room that is asked `by=` whom it is done."""
    found = set(ELSEWHERE)
    for room in pkgutil.iter_modules(goldenthread.__path__):
        try:
            actions = importlib.import_module(f"goldenthread.{room.name}.actions")
        except ModuleNotFoundError:
            continue
        public = getattr(actions, "__all__", None) or _own(actions)
        found |= {f"{room.name}.{name}" for name in public if _is_verb(getattr(actions, name))}
    return found


def _own(module):
    return [
        name
        for name, value in vars(module).items()
        if not name.startswith("_") and getattr(value, "__module__", "") == module.__name__
    ]


def _is_verb(value):
    return inspect.isfunction(value) and "by" in inspect.signature(value).parameters


def outcome(attempt, user):
    """'done', 'refused' or 'cannot: ...' of one try, of which nothing remains."""
    before = HistoryLine.objects.count()
    try:
        with transaction.atomic():
            try:
                attempt(by=user)
                result = "done"
            except (NotAllowed, ObjectDoesNotExist):
                result = "refused"
            except NotAllowedNow as error:
                result = "refused" if "Choose suspicions" in str(error) else f"cannot: {error}"
            except UserFacingError as error:
                result = f"cannot: {error}"
            written = HistoryLine.objects.count() - before
            raise _TakenBackError
    except _TakenBackError:
        if result != "done" and written:
            return f"{result}, and left a line of history"
        return result


class _TakenBackError(Exception):
    pass
