"""What the messages of a user say."""

from dataclasses import dataclass

from goldenthread.people.models import Notice, User
from goldenthread.people.models.notices import NoticeQuerySet
from goldenthread.web import words


@dataclass(frozen=True, kw_only=True)
class MessageLine:
    """One message; `mailed` says whether it went out as mail too."""

    pk: int
    about: str
    words: str
    sent: str
    mailed: str
    is_read: bool


def unread(user: User) -> list[MessageLine]:
    """The messages that wait to be read, the newest first. One query."""
    return [_line(row) for row in _mine(user).unread()]


def all_of(user: User) -> list[MessageLine]:
    """Every message to a user, the newest first. One query."""
    return [_line(row) for row in _mine(user)]


def _mine(user: User) -> NoticeQuerySet:
    return Notice.objects.visible_to(user).filter(to=user).select_related("by").order_by("-pk")


def _line(row: Notice) -> MessageLine:
    return MessageLine(
        pk=row.pk,
        about=row.about,
        words=row.words,
        sent=f"{row.by}, {words.moment(row.sent_at)}",
        mailed=_mailed(row),
        is_read=row.read_at is not None,
    )


def _mailed(row: Notice) -> str:
    if row.mailed_at is not None:
        return f"Mailed on {words.moment(row.mailed_at)}."
    return "Not mailed: the mail server refused it." if row.mail_problem else "Not mailed yet."
