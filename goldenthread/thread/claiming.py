"""Claims that wait for evidence, by service and by who must act. No table is asked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

# What is said to be done or shown, and how far it has come.
NOTHING_FILED = "reported, nothing filed"
NOT_ASKED = "filed, no check asked for"
RETURNED = "returned with a reason"
WAITING = "waiting for a check"
STATES = (NOTHING_FILED, NOT_ASKED, RETURNED, WAITING)

NO_SERVICE = "No service is known"
NOBODY = "Nobody is accountable"


@dataclass(frozen=True, kw_only=True)
class Claim:
    """Something reported and not checked.

    Attributes:
        action, label: the action that it is of.
        words:         what is claimed, verbatim or in words.
        service:       of whoever leads the action; "" where none is known.
        must_act:      who has to do the next thing: the lead, or the checkers.
        person:        the id of that person, if it is one.
        since:         since when it waits.
        due:           for a check: the end of the checkers' own clock.
        link:          of evidence that is filed: what is to be checked.
    """

    state: str
    action: int
    label: str
    words: str
    service: str = ""
    must_act: str = ""
    person: int | None = None
    since: date | None = None
    due: date | None = None
    link: int | None = None

    def is_late(self, day: date) -> bool:
        """Whether the checkers' clock has run out; it is never the lead's lateness."""
        return self.due is not None and self.due < day


@dataclass(frozen=True, kw_only=True)
class Actor:
    """Somebody who must act, with the claims that wait for them."""

    name: str
    person: int | None
    claims: tuple[Claim, ...]


@dataclass(frozen=True, kw_only=True)
class OfService:
    """A service with those in it who must act."""

    name: str
    actors: tuple[Actor, ...]

    @property
    def count(self) -> int:
        return sum(len(actor.claims) for actor in self.actors)


def grouped(claims: Iterable[Claim]) -> tuple[OfService, ...]:
    """The claims by service and who must act, by name; what nobody is known for comes last."""
    services: dict[str, dict[tuple[str, int | None], list[Claim]]] = {}
    for claim in claims:
        who = (claim.must_act or NOBODY, claim.person)
        services.setdefault(claim.service or NO_SERVICE, {}).setdefault(who, []).append(claim)
    return tuple(
        OfService(name=name, actors=_actors(services[name]))
        for name in sorted(services, key=lambda name: (name == NO_SERVICE, name.casefold()))
    )


def _actors(found: dict[tuple[str, int | None], list[Claim]]) -> tuple[Actor, ...]:
    by_name = sorted(found, key=lambda who: (who[0] == NOBODY, who[0].casefold(), who[1] or 0))
    return tuple(
        Actor(name=who[0], person=who[1], claims=tuple(sorted(found[who], key=_first)))
        for who in by_name
    )


def _first(claim: Claim) -> tuple[int, date, int]:
    return STATES.index(claim.state), claim.since or date.max, claim.action
