"""Who is told of an action on a day: whoever leads it, and who stands above them."""

from collections.abc import Iterable, Iterator
from datetime import date

from goldenthread.people.by_date import holder_of, manager_of
from goldenthread.people.deputising import Away, in_place_of
from goldenthread.people.models import Absence, Authority, Person, RoleHolding, User
from goldenthread.people.roles import Role
from goldenthread.plans.actions.own import services
from goldenthread.plans.looking import person_of
from goldenthread.plans.models import Action, Standing


def leads_of(action: Action, day: date) -> list[User]:
    """The accounts of whoever leads it; the improvement officers where nobody can be told."""
    return _able(action, _leads(action, day), day) or _officers(action.plan.authority, day)


def managers_of(action: Action, day: date) -> list[User]:
    """The accounts of the lead's manager, else of the strategic leads, else of the officers.

    The manager is whoever manages a team of the lead's, or holds the post that the lead's post
    reports to; nobody is their own manager.
    """
    leads = list(_leads(action, day))
    above = [one for lead in leads for one in _above(lead, day) if one not in leads]
    authority = action.plan.authority
    return _able(action, above, day) or _strategic(action, day) or _officers(authority, day)


def _leads(action: Action, day: date) -> Iterator[Person]:
    for row in action.standings.current().on(day).filter(rank=Standing.Rank.LEAD):
        if (person := person_of(row, day).person) is not None:
            yield person


def _above(lead: Person, day: date) -> Iterator[Person]:
    for membership in lead.memberships.on(day).select_related("team"):
        if (manager := manager_of(membership.team, day).person) is not None:
            yield manager
    for holding in lead.postholdings.on(day).select_related("post__reports_to"):
        post = holding.post.reports_to
        if post is not None and (holder := holder_of(post, day).person) is not None:
            yield holder


def _able(action: Action, people: Iterable[Person], day: date) -> list[User]:
    """The accounts of people that are on and have a role in the authority; of whoever is away
    that of their deputy."""
    authority = action.plan.authority_id
    rows = Absence.objects.on(day).with_able(day).filter(person__authority=authority)
    away = {row.person_id: Away(row.deputy_id, bool(vars(row)["able"])) for row in rows}
    asked = [in_place_of(one.pk, away) if one.pk in away else one.pk for one in people]
    held = RoleHolding.objects.current().filter(authority=authority)
    return _users(held.filter(user__persons__in=[pk for pk in asked if pk is not None]))


def _strategic(action: Action, day: date) -> list[User]:
    """The strategic leads of the services that stand in it, else of the whole authority."""
    rows = RoleHolding.objects.on(day).filter(
        authority=action.plan.authority_id, role=Role.STRATEGIC_LEAD
    )
    of_service = _users(rows.filter(service__in=services(action)))
    return of_service or _users(rows.filter(service=None, team=None))


def _officers(authority: Authority, day: date) -> list[User]:
    rows = RoleHolding.objects.on(day).filter(authority=authority, role=Role.IMPROVEMENT_OFFICER)
    return _users(rows.filter(service=None, team=None))


def _users(held: Iterable[RoleHolding]) -> list[User]:
    """Each account once; those that are switched off are told nothing."""
    found = {one.user_id: one.user for one in held if one.user.is_active}
    return [found[pk] for pk in sorted(found)]
