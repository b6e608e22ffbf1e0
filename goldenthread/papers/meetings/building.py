"""What agenda and minutes share: their head, and who was there by post."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from django.db.models import Q

from goldenthread.basics.days import without_weekday
from goldenthread.governance.models import Meeting, Seat
from goldenthread.papers.contacts import left_out
from goldenthread.papers.document import Block, Document
from goldenthread.people.models import Person, Postholding, User

NO_POST = "a member without a post on that day"


class Build(Protocol):
    """Makes a paper of a meeting that the person sees."""

    def __call__(self, meeting: Meeting, *, by: User) -> Document: ...


def seen(meeting: Meeting, by: User) -> Meeting:
    """The meeting as it stands.

    Raises:
        Meeting.DoesNotExist: the person does not see it.
    """
    rows = Meeting.objects.visible_to(by).select_related("forum__authority", "approved_in")
    return rows.get(pk=meeting.pk)


def document(meeting: Meeting, what: str, blocks: Sequence[Block], marking: str = "") -> Document:
    """A paper of a meeting, with its head."""
    authority = meeting.authority.name
    day = without_weekday(meeting.day)
    return left_out(
        Document(
            title=f"{meeting.forum}: {what} of {day}",
            subtitle=meeting.place,
            authority=authority,
            as_at=meeting.day,
            marking=marking,
            footer=f"{authority}: {what} of {meeting.forum}, {day}",
            blocks=tuple(blocks),
        )
    )


def by_post(people: Sequence[Person], day: date) -> dict[int, str]:
    """The post of each person on a day, by their id: papers print posts, not names."""
    held = Postholding.objects.on(day).filter(person__in=people).filter(~Q(post__title=""))
    found = {row.person_id: str(row.post) for row in held.select_related("post").order_by("-pk")}
    return {one.pk: found.get(one.pk, NO_POST) for one in people}


def seat_words(seat: Seat, posts: dict[int, str]) -> str:
    """Who has a seat, by post or organisation."""
    if seat.person is not None:
        return posts[seat.person.pk]
    return seat.who
