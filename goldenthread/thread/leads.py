"""Who leads actions on a day, and of which service that is; a constant number of queries."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import NamedTuple

from goldenthread.people.models import Membership, Postholding
from goldenthread.plans.models import Standing


class Lead(NamedTuple):
    """Who leads an action on a day: what is printed, the person if there is one, the service."""

    name: str = ""
    person: int | None = None
    service: str = ""


class _Row(NamedTuple):
    """A standing as lead with the names of who stands there, in the order of `FIELDS`."""

    action: int
    printed: str
    person: int | None
    person_name: str | None
    post: int | None
    post_title: str | None
    post_service: str | None
    post_team_service: str | None
    team: int | None
    team_name: str | None
    team_service: str | None
    partner: int | None
    partner_name: str | None

    @property
    def who(self) -> str:
        """As `Standing.who` has it."""
        found = self.person_name or self.post_title or self.team_name or self.partner_name
        return found or self.printed


FIELDS = (
    *("action", "printed", "person", "person__name", "post", "post__title"),
    *("post__service__name", "post__team__service__name", "team", "team__name"),
    *("team__service__name", "partner", "partner__name"),
)


def leads_of(actions: Collection[int], day: date) -> dict[int, Lead]:
    """Who leads each action on the day, by the action's id; five queries."""
    standings = Standing.objects.current().on(day).filter(action__in=actions)
    found = standings.filter(rank=Standing.Rank.LEAD).values_list(*FIELDS)
    rows = [_Row(*one) for one in found]
    holders, managers = _holders(rows, day), _managers(rows, day)
    services = _services({row.person for row in rows if row.person}, day)
    return {row.action: _lead(row, holders, managers, services) for row in rows}


def _lead(
    row: _Row, holders: dict[int, int], managers: dict[int, int], services: dict[int, str]
) -> Lead:
    person = row.person or holders.get(row.post or 0) or managers.get(row.team or 0)
    return Lead(row.who, person, _service(row, services))


def _service(row: _Row, services: dict[int, str]) -> str:
    if row.post is not None:
        return row.post_service or row.post_team_service or ""
    if row.team is not None:
        return row.team_service or ""
    if row.partner is not None:
        return row.partner_name or ""
    return services.get(row.person or 0, "")


def _holders(rows: Iterable[_Row], day: date) -> dict[int, int]:
    """Who held each post alone on the day; whoever was acting stands first, as in `holder_of`."""
    posts: dict[int, list[tuple[int, bool]]] = {}
    wanted = {row.post for row in rows if row.post}
    holdings = Postholding.objects.on(day).filter(post__in=wanted)
    for post, person, acting in holdings.values_list("post", "person", "acting"):
        posts.setdefault(post, []).append((person, acting))
    alone = {}
    for post, found in posts.items():
        first = [person for person, acting in found if acting] or [person for person, _ in found]
        if len(first) == 1:
            alone[post] = first[0]
    return alone


def _managers(rows: Iterable[_Row], day: date) -> dict[int, int]:
    """Who managed each team alone on the day."""
    teams: dict[int, list[int]] = {}
    wanted = {row.team for row in rows if row.team}
    managing = Membership.objects.on(day).filter(manages=True, team__in=wanted)
    for team, person in managing.values_list("team", "person"):
        teams.setdefault(team, []).append(person)
    return {team: found[0] for team, found in teams.items() if len(found) == 1}


def _services(people: set[int], day: date) -> dict[int, str]:
    """The service of each person, by the post or the team of the day."""
    found: dict[int, str] = {}
    in_teams = Membership.objects.on(day).filter(person__in=people, team__service__isnull=False)
    for person, name in in_teams.values_list("person", "team__service__name"):
        found[person] = name
    in_posts = Postholding.objects.on(day).filter(person__in=people, post__service__isnull=False)
    for person, name in in_posts.values_list("person", "post__service__name"):
        found[person] = name
    return found
