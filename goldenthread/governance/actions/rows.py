"""What the verbs of this room share: fetching a row that may be changed, and its line of history."""

from typing import Any, TypeVar

from django.db.models import Model

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.governance.models import AgendaItem, Forum, Meeting
from goldenthread.people.history import record
from goldenthread.people.models import Authority, User
from goldenthread.people.permissions import require

FORUMS, MEETINGS = "governance.keep_forums", "governance.keep_meetings"
QUESTIONS = "governance.keep_questions"
FOLLOW, CASCADE = "governance.follow", "governance.cascade"
Row = TypeVar("Row", bound=Model)


def added(row: Row, by: User, verb: str, **after: Any) -> Row:
    """The row, saved, with its line of history."""
    row.save(force_insert=True)
    record(by=by, verb=verb, thing=row, after=after)
    return row


def forum_of(forum: Forum, by: User, verb: str = FORUMS) -> Forum:
    """The board or meeting, locked, for somebody who may.

    Raises:
        NotAllowed:         `by` may not.
        NotAllowedNow:      it has ended.
        Forum.DoesNotExist: `by` does not see it.
    """
    row = Forum.objects.select_for_update(of=("self",)).visible_to(by).get(pk=forum.pk)
    require(by, verb, row.authority)
    if row.ended_on is not None:
        raise NotAllowedNow(f"{row} has ended. Nothing was changed.")
    return row


def meeting_of(meeting: Meeting, by: User, *states: str) -> Meeting:
    """The meeting, locked, for somebody who may keep it, in one of these states (or any).

    Raises:
        NotAllowed:           `by` may not.
        NotAllowedNow:        it is in another state.
        Meeting.DoesNotExist: `by` does not see it.
    """
    rows = Meeting.objects.select_for_update(of=("self",)).select_related("forum__authority")
    row = rows.visible_to(by).get(pk=meeting.pk)
    require(by, MEETINGS, row.authority)
    if states and row.state not in states:
        raise NotAllowedNow(
            f"{row}: {row.get_state_display().lower()}, so this cannot be changed. "
            "Nothing was changed."
        )
    return row


def item_of(item: AgendaItem, by: User, *states: str) -> AgendaItem:
    """The item, with its meeting locked, as `meeting_of`."""
    meeting = meeting_of(item.meeting, by, *states)
    row: AgendaItem = meeting.items.select_for_update().get(pk=item.pk)
    row.meeting = meeting
    return row


def same_authority(authority: Authority, *rows: Any) -> None:
    """Refuse rows of another authority; None is no row."""
    if any(row is not None and row.authority != authority for row in rows):
        raise NotAllowedNow(
            f"Nothing crosses between authorities: choose from those of {authority}."
        )


def said(text: str, what: str) -> str:
    """The text without space around it.

    Raises:
        NotAllowedNow: there is none.
    """
    if not text.strip():
        raise NotAllowedNow(f"{what} is empty. Write it. Nothing was changed.")
    return text.strip()
