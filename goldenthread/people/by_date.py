"""Who a post or a team was on a day, and which team or post a printed name means."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.people.models import Authority, Membership, Person, Post, Postholding, Team
from goldenthread.people.statutory import statutory_role


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


def teams_called(printed: str, authority: Authority, on: date) -> list[Team]:
    """The teams of that day whose name, code or synonym is what a document prints.

    Several when a code was used twice; none is found by likeness.
    """
    teams = Team.objects.filter(authority=authority).on(on).order_by("pk")
    return [t for t in teams if _is_called(printed, (t.name, t.code, *t.synonyms))]


def posts_called(printed: str, authority: Authority, on: date) -> list[Post]:
    """The posts of that day whose title or synonym is printed, or the same role of law."""
    posts = Post.objects.filter(authority=authority).on(on).order_by("pk")
    role = statutory_role(printed)
    return [
        post
        for post in posts
        if _is_called(printed, (post.title, *post.synonyms))
        or (role is not None and post.statutory_role == role)
    ]


def _is_called(printed: str, names: Iterable[str]) -> bool:
    folded = _folded(printed)
    return bool(folded) and folded in {_folded(name) for name in names}


def _folded(name: str) -> str:
    return " ".join(name.replace("’", "'").split()).casefold()


def _only_one(
    found: Sequence[Postholding] | Sequence[Membership], where: str, did: str
) -> Resolved:
    if len(found) == 1:
        return Resolved(found[0].person)
    how_many = "Several people" if found else "Nobody"
    return Resolved(None, f"{where}: {how_many} {did}.")


def _words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
