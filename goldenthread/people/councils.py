"""The councils in which a user has a part."""

from collections.abc import Iterable

from django.db.models import QuerySet

from goldenthread.people.models import Authority, User
from goldenthread.people.models.visibility import holds_role
from goldenthread.people.permissions import VERBS
from goldenthread.people.roles import Role


def councils_of(user: User, roles: Iterable[Role]) -> "QuerySet[Authority]":
    """The councils in which the user holds one of the roles today, by name."""
    return Authority.objects.filter(holds_role(user, roles, authority="pk")).order_by("name")


def where_may(user: User, verb: str) -> "QuerySet[Authority]":
    """The councils in which a role of the user lets them do a verb, by name."""
    return councils_of(user, VERBS[verb].roles)
