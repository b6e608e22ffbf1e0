"""Whether evidence counts, and what a test still needs, from plain facts. No table is asked.

`EvidenceLink.objects.accepted` and `Test.objects.shown` say the same in SQL; a test compares.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

NONE, FILED, WAITING, RETURNED, ACCEPTED = "none", "filed", "waiting", "returned", "accepted"
PART = "part"
WITHDRAWN, SUPERSEDED, EXPIRED, REOPENED = "withdrawn", "superseded", "expired", "reopened"
REVISED = "revised"
WORDS = {
    NONE: "no evidence",
    FILED: "filed, not yet checked",
    WAITING: "waiting for a check",
    RETURNED: "returned with a reason",
    PART: "some of it checked and accepted",
    ACCEPTED: "checked and accepted",
    WITHDRAWN: "withdrawn",
    SUPERSEDED: "a newer version was filed",
    EXPIRED: "no longer valid",
    REOPENED: "was accepted, open again",
    REVISED: "rests on a figure that was revised",
}


@dataclass(frozen=True)
class Linked:
    """A link with what decides whether it counts, in the order in which links were made.

    `outcome`, `edition` and `last_link` are of the last check, whose number is `check`; `id`
    and `last_link` tell what was on file when it was made. `upheld_by` is the last check that
    ever found it right. `figure_holds`: it rests on no figure of a measure, or on one that is
    approved and not revised.
    """

    id: int
    supports: bool = True
    quantity: int | None = None
    outcome: str = ""
    edition: int = 0
    last_link: int = 0
    check: int = 0
    upheld_by: int = 0
    is_latest: bool = True
    is_withdrawn: bool = False
    is_asked: bool = False
    expires_on: date | None = None
    figure_holds: bool = True


@dataclass(frozen=True)
class Shown:
    """What a test has: its state, and n of N where it wants a number."""

    state: str
    number: int
    wanted: int | None = None

    @property
    def words(self) -> str:
        if self.wanted is None:
            return WORDS[self.state]
        return f"{self.number} of {self.wanted} checked; {WORDS[self.state]}"


def link_state(link: Linked, others: Sequence[Linked], *, edition: int, day: date) -> str:
    """The state of one link on a day.

    Args:
        others:  all links of the same test; whether this one is among them does not matter.
        edition: of the test as it stands.
    """
    if link.is_withdrawn:
        return WITHDRAWN
    if not link.is_latest:
        return SUPERSEDED
    if link.outcome == ACCEPTED:
        return _once_accepted(link, others, edition=edition, day=day)
    if link.is_asked:
        return WAITING
    return RETURNED if link.outcome == RETURNED else FILED


def _once_accepted(link: Linked, others: Sequence[Linked], *, edition: int, day: date) -> str:
    if link.expires_on is not None and link.expires_on < day:
        return EXPIRED
    if not link.figure_holds:
        return REVISED
    against = [other for other in others if not other.supports]
    upheld = any(other.outcome == ACCEPTED and not other.is_withdrawn for other in against)
    since = any(other.id > link.last_link for other in against)
    # A contradiction that was found right ends what was accepted before, withdrawn later or not.
    ended = any(other.upheld_by > link.check for other in against)
    if link.supports and (upheld or since or ended):
        return WAITING if link.is_asked else REOPENED
    if link.edition != edition:
        return WAITING if link.is_asked else REOPENED
    return ACCEPTED


def test_state(links: Sequence[Linked], *, quantity: int | None, edition: int, day: date) -> Shown:
    """What a test has on a day: none, filed, waiting, reopened, returned, part, accepted; n of N.

    It is accepted when one supporting link is, or when those that are add up to what it wants.
    """
    states = {
        link.id: link_state(link, links, edition=edition, day=day)
        for link in links
        if link.supports
    }
    accepted = [link for link in links if states.get(link.id) == ACCEPTED]
    number = sum(link.quantity or 0 for link in accepted)
    met = bool(accepted) if quantity is None else number >= quantity
    if met:
        return Shown(ACCEPTED, number, quantity)
    left = (WAITING, REOPENED, RETURNED, FILED, REVISED, EXPIRED)
    state = next((one for one in left if one in states.values()), PART if accepted else NONE)
    return Shown(state, number, quantity)
