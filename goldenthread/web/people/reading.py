"""Which lines of history a user may read: those of the things that they see."""

from django.apps import apps
from django.db.models import Q, QuerySet

from goldenthread.people.models import Authority, HistoryLine, User
from goldenthread.people.permissions import may
from goldenthread.web.people.place import RECORDS, USERS

ROLE = "people.roleholding"


def lines_in(authority: Authority, user: User) -> "QuerySet[HistoryLine]":
    """The lines of a council, for its colleagues; what they say is asked of `may_read`."""
    return HistoryLine.objects.visible_to(user).filter(authority=authority)


def line_of(authority: Authority, user: User, number: int) -> HistoryLine | None:
    """A line of a council, or one about an account, which belongs to none; None where not seen."""
    rows = HistoryLine.objects.select_related("by", "authority").filter(number=number)
    line = rows.filter(Q(authority=authority) | Q(authority=None)).first()
    if line is None or may_read(line, user):
        return line
    keeps = line.authority is not None and may(user, RECORDS, authority)
    return line if keeps else None


def may_read(line: HistoryLine, user: User) -> bool:
    """Whether the user sees the thing that a line tells of, and so what the line says of it.

    A thing that is gone nobody sees; roles, which have no page of their own, whoever manages
    users.
    """
    try:
        manager = apps.get_model(line.thing_type)._default_manager
    except LookupError:
        return False
    if not hasattr(manager, "visible_to"):
        return line.thing_type == ROLE and may(user, USERS, line.authority)
    return bool(manager.visible_to(user).filter(pk=line.thing_id).exists())


def thing_words(line: HistoryLine) -> str:
    """What a line tells of: its kind in words and its number."""
    try:
        kind = str(apps.get_model(line.thing_type)._meta.verbose_name)
    except LookupError:
        kind = line.thing_type
    return f"{kind} {line.thing_id}"
