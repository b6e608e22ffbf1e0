"""Sending messages to users, and noting that they were read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.people.history import Done, record, record_all
from goldenthread.people.jobs import enqueue
from goldenthread.people.models import Authority, Matter, Notice, User
from goldenthread.people.permissions import VERBS, require

SEND, READ = "people.send_notices", "people.read_notices"
MAIL = "people.mail_notices"


@dataclass(frozen=True, kw_only=True)
class Message:
    """What is to be told to whom.

    Attributes:
        matters: a short key for each thing that it tells of, such as "plans.action:12 done";
            whoever was told of one is not told of it again.
        about:   in a line.
        words:   in full. It is mailed, so it names no child and quotes nothing restricted.
    """

    to: User
    matters: tuple[str, ...]
    about: str
    words: str


def told_of(keys: Iterable[str], to: Iterable[User]) -> set[tuple[int, str]]:
    """Of these matters: which user was told of which already, as (id of the user, key)."""
    rows = Matter.objects.filter(key__in=list(keys), to__in=list(to))
    return set(rows.values_list("to", "key"))


@transaction.atomic
def send_notices(*, authority: Authority, messages: Sequence[Message], by: User) -> list[Notice]:
    """Put messages into inboxes, and leave mailing them to the worker.

    A message all of whose matters its receiver was told of before is left out.

    Raises:
        NotAllowed:    `by` may not send messages in the authority.
        NotAllowedNow: somebody is no user of the authority, or a message says nothing.
    """
    require(by, SEND, authority)
    # Locked, so that two who send at once do not tell somebody twice.
    Authority.objects.select_for_update().get(pk=authority.pk)
    known = told_of((key for one in messages for key in one.matters), (one.to for one in messages))
    sent = [
        _put(authority, one, by, known)
        for one in messages
        if any((one.to.pk, key) not in known for key in one.matters)
    ]
    if sent:
        enqueue(MAIL, by=by, authority=authority, notices=[notice.pk for notice in sent])
    record_all(by=by, done=[_done(notice) for notice in sent])
    return sent


@transaction.atomic
def read_notice(*, notice: Notice, by: User) -> Notice:
    """Note that the receiver has read a message; read again it keeps its first time.

    Raises:
        NotAllowed: it is to somebody else, or they hold no role in its authority any more.
    """
    row = Notice.objects.select_for_update(of=("self",)).get(pk=notice.pk)
    held = by.role_holdings.current().filter(authority=row.authority)
    if row.to_id != by.pk or not held.filter(role__in=sorted(VERBS[READ].roles)).exists():
        raise NotAllowed("This message is not to you. Nothing was changed.")
    if row.read_at is None:
        row.read_at = timezone.now()
        row.save(update_fields=["read_at"])
        record(by=by, verb="read", thing=row)
    return row


def _put(authority: Authority, one: Message, by: User, known: set[tuple[int, str]]) -> Notice:
    if not one.about.strip() or not one.words.strip():
        raise NotAllowedNow("A message says something. Nothing was sent.")
    if (
        not one.to.is_active
        or not one.to.role_holdings.current().filter(authority=authority).exists()
    ):
        raise NotAllowedNow(f"{one.to} is no user of {authority} now. Nothing was sent.")
    notice = Notice.objects.create(
        authority=authority,
        to=one.to,
        by=by,
        about=one.about,
        words=one.words,
        sent_at=timezone.now(),
    )
    new = [key for key in dict.fromkeys(one.matters) if (one.to.pk, key) not in known]
    Matter.objects.bulk_create(Matter(notice=notice, to=one.to, key=key) for key in new)
    known.update((one.to.pk, key) for key in new)
    return notice


def _done(notice: Notice) -> Done:
    return Done(verb="sent", thing=notice, after={"to": notice.to_id, "about": notice.about})
