"""The one permission mechanism: which role may do which verb, and whether a user may now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Model, Q

from goldenthread.basics.errors import NotAllowed
from goldenthread.people.models import (
    Authority,
    PartnerOrganisation,
    RoleHolding,
    Service,
    Team,
    User,
)
from goldenthread.people.remembering import is_reading
from goldenthread.people.roles import Role


@dataclass(frozen=True)
class Verb:
    """Something that users do, and the roles that may.

    `words` completes 'You may not ...'. `by_system` lets rules, timers and tokens do it.
    """

    code: str
    words: str
    roles: frozenset[Role]
    by_system: bool = False


# Filled from each room's `verbs.py` when Django starts.
VERBS: dict[str, Verb] = {}


def register(verbs: Iterable[Verb]) -> None:
    """Enter a room's verbs into the table.

    Raises:
        ValueError: two different verbs have one code.
    """
    for verb in verbs:
        if VERBS.setdefault(verb.code, verb) != verb:
            raise ValueError(f"Two verbs are called {verb.code}.")


def may(
    user: User,
    verb_code: str,
    authority: Authority | None,
    *,
    team: Team | None = None,
    service: Service | None = None,
    partner: PartnerOrganisation | None = None,
) -> bool:
    """Whether the user's roles of today let them do a verb in an authority.

    This answers for the role alone. Which row it may be done to is asked of
    `visible_to`, and rules about the row itself (who filed, who leads) of the verb.

    Args:
        authority: None asks for a verb of the whole house, which only system users may do.
        team:      the team of the row. A role held for a team counts for that team only, so
                   without `team` it does not count.
        service:   the same for a service, and
        partner:   for a partner organisation.

    Raises:
        KeyError: no room has a verb of this code.

    One query, none for a system user; none either on a page that only reads and asked for
    the roles before.
    """
    verb = VERBS[verb_code]
    if user.is_system:
        return verb.by_system
    if authority is None or not user.is_active:
        return False
    if is_reading():
        held = RoleHolding.objects.held_by(user)
        of_these = {"team": team, "service": service, "partner": partner}
        return any(
            one.authority_id == authority.pk and one.role in verb.roles and _counts(one, of_these)
            for one in held
        )
    for_this = (
        (Q(team=None) | Q(team=team))
        & (Q(service=None) | Q(service=service))
        & (Q(partner=None) | Q(partner=partner))
    )
    holdings = user.role_holdings.current().filter(for_this, authority=authority)
    return holdings.filter(role__in=sorted(verb.roles)).exists()


def _counts(one: RoleHolding, row: Mapping[str, Model | None]) -> bool:
    """Whether a role counts for a row: it is for the whole authority, or for that part of it."""
    parts = ((getattr(one, f"{name}_id"), of) for name, of in row.items())
    return all(part in (None, of.pk if of else None) for part, of in parts)


def require(
    user: User,
    verb_code: str,
    authority: Authority | None,
    *,
    team: Team | None = None,
    service: Service | None = None,
    partner: PartnerOrganisation | None = None,
) -> None:
    """Let the verb go on, or say who may.

    Raises:
        NotAllowed: `may` says no.
        KeyError: no room has a verb of this code.
    """
    if may(user, verb_code, authority, team=team, service=service, partner=partner):
        return
    verb = VERBS[verb_code]
    place = str(authority) if authority else "the whole house"
    roles = " or ".join(f"“{role.label}”" for role in Role if role in verb.roles)
    advice = f" Ask an administrator of {place} for the role {roles}." if roles else ""
    raise NotAllowed(f"You may not {verb.words} in {place}.{advice} Nothing was changed.")
