"""Who a post or a team was on a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.people.models import Membership, Person, Post, Postholding, Team


@dataclass(frozen=True)
class Resolved:
    """The one person, or none and in words why; a person is never invented."""

    person: Person | None
    why_none: str = ""


def holder_of(post: Post, on: date) -> Resolved:
    """Who held a post on a day; whoever was acting stands before the one they stood in for."""
    holdings = list(post.holdings.on(on).select_related("person"))
    acting = [holding for holding in holdings if holding.acting]
    return _only_one(acting or holdings, f"{post} on {_words(on)}", "held the post")


def manager_of(team: Team, on: date) -> Resolved:
    """Who managed a team on a day."""
    managing = list(team.memberships.on(on).filter(manages=True).select_related("person"))
    return _only_one(managing, f"{team} on {_words(on)}", "managed the team")


def was_in(person: Person, team: Team, *, first: date, last: date) -> bool:
    """Whether the person was in the team on any day from `first` to `last`."""
    memberships = Membership.objects.filter(person=person, team=team)
    return any(membership.overlaps(first, last) for membership in memberships)


def _only_one(
    found: Sequence[Postholding] | Sequence[Membership], where: str, did: str
) -> Resolved:
    if len(found) == 1:
        return Resolved(found[0].person)
    how_many = "Several people" if found else "Nobody"
    return Resolved(None, f"{where}: {how_many} {did}.")


def _words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
