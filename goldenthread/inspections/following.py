"""Which statutory deadlines follow from an inspection, and each of them worked out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from goldenthread.basics import obligations
from goldenthread.basics.due import Due, difference

EIA_136 = "education and inspections act 2006"
S137_DUTIES = frozenset({"publish-report", "written-statement", "send-statement"})


@dataclass(frozen=True)
class Facts:
    """What decides which duties follow.

    `legal_power` is the power that the report prints; empty where it prints none, and then
    the framework's own holds.
    """

    legal_power: str = ""
    inadequate: bool = False
    priority_action: bool = False
    statement_required: bool = False
    outcome_3: bool = False

    def hold(self, when: str) -> bool:
        """Whether the condition of a duty, in the catalogue's words, is met."""
        return {
            "always": True,
            "inadequate": self.inadequate,
            "priority action": self.priority_action,
            "statement required": self.statement_required,
            "outcome 3": self.outcome_3,
        }[when]


@dataclass(frozen=True)
class Worked:
    """A deadline as worked out; `trace` is {"published": [steps], "received": [steps]}."""

    from_published: date | None
    from_received: date | None
    computed_on: date | None
    basis: str
    reason: str
    trace: dict[str, list[dict[str, Any]]]
    notes: list[str]
    calendar: str


def duties(offered: Iterable[Mapping[str, str]], facts: Facts) -> tuple[str, ...]:
    """The ids of the duties that follow, of those that the framework offers.

    The duties of section 137 follow only from an inspection under the Act of 2006 (A-09).
    """
    other_power = bool(facts.legal_power) and EIA_136 not in facts.legal_power.casefold()
    return tuple(
        one["duty"]
        for one in offered
        if facts.hold(one["when"]) and not (other_power and one["duty"] in S137_DUTIES)
    )


def work_out(
    duty: str,
    *,
    published: date | None,
    received: date | None,
    event: date | None = None,
    publication_day_counts: bool = False,
) -> Worked:
    """A duty from each day that is known; the earlier result is the computed one.

    Raises:
        KeyError: there is no duty of that id.
    """
    computed = obligations.computed(
        obligations.named(duty),
        published=published,
        received=received,
        event=event,
        publication_day_counts=publication_day_counts,
    )
    alert = computed.alert
    counts = {
        "published": computed.from_published,
        "received": computed.from_received,
        "event": computed.from_event,
    }
    return Worked(
        from_published=computed.from_published.date,
        from_received=computed.from_received.date,
        computed_on=alert.date,
        basis=computed.basis,
        reason=alert.reason,
        trace={name: _steps(due) for name, due in counts.items() if due.date},
        notes=list(alert.notes),
        calendar=alert.calendar,
    )


def beside(stated: date | None, computed: date | None) -> tuple[int | None, str]:
    """Stated minus computed in days, and the same in words; neither date is mended."""
    found = difference(stated, computed)
    return found.days, found.words


def _steps(due: Due) -> list[dict[str, Any]]:
    return [{"day": step.day.isoformat(), "n": step.n, "why": step.why} for step in due.trace]
