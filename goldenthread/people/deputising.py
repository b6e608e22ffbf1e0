"""Who is asked in the place of somebody who is away, and for whom a user stands in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from goldenthread.basics.days import without_weekday
from goldenthread.people.models import Absence, Person, RoleHolding, User
from goldenthread.people.roles import Role


@dataclass(frozen=True)
class Away:
    """Of somebody who is away: the deputy, and whether that person can be asked at all."""

    deputy: int
    able: bool = True


def in_place_of(person: int, away: Mapping[int, Away]) -> int | None:
    """Who is asked for a person who is away; None means the improvement officers.

    It is the deputy, or the deputy's own deputy where the deputy is away as well. It goes no
    further, and never back to whoever is away.

    Args:
        away: everybody of the authority who is away on the day, the person among them.
    """
    first = away[person]
    if first.deputy not in away:
        return first.deputy if first.able else None
    second = away[first.deputy]
    return second.deputy if second.able and second.deputy not in away else None


@dataclass(frozen=True)
class Cover:
    """Somebody whom a user stands in for today.

    Attributes:
        as_officer: nobody else can be asked, and the user is an improvement officer.
    """

    person: Person
    until: date
    as_officer: bool = False

    @property
    def why(self) -> str:
        """Why it is asked of the user, in a sentence."""
        until = without_weekday(self.until)
        if self.as_officer:
            return (
                f"{self.person} is away until {until}, nobody who stands in can be asked, and "
                "you are an improvement officer."
            )
        return f"You stand in for {self.person}, who is away until {until}."


def stood_in_for(user: User, day: date) -> list[Cover]:
    """Everybody who is away on a day and in whose place this user is asked.

    One query while nobody of their authorities is away. Somebody who is away is asked for nobody.
    """
    held = RoleHolding.objects.on(timezone.localdate()).filter(user=user, user__is_active=True)
    rows = list(
        Absence.objects.on(day)
        .with_able(day)
        .filter(person__authority__in=held.values("authority"))
        .select_related("person__user", "deputy")
        .order_by("person__name", "pk")
    )
    return list(_covers(user, rows)) if rows else []


def _covers(user: User, rows: list[Absence]) -> Iterable[Cover]:
    away = {row.person_id: Away(row.deputy_id, bool(vars(row)["able"])) for row in rows}
    own = set(user.persons.values_list("pk", flat=True))
    held = RoleHolding.objects.held_by(user)
    officer = {one.authority_id for one in held if one.role == Role.IMPROVEMENT_OFFICER}
    for row in rows:
        asked = in_place_of(row.person_id, away)
        if asked in own:
            yield Cover(row.person, row.ended_on)
        elif asked is None and row.person.authority_id in officer and row.person_id not in own:
            yield Cover(row.person, row.ended_on, as_officer=True)
