"""The minutes of a meeting as a paper."""

from collections.abc import Iterator

from goldenthread.basics.days import without_weekday
from goldenthread.governance.looking import quorum_of
from goldenthread.governance.models import AgendaItem, Attendance, Meeting
from goldenthread.papers.document import (
    Block,
    Bullets,
    Document,
    Facts,
    Heading,
    Note,
    Run,
    paragraphs,
)
from goldenthread.papers.meetings.building import by_post, document, seat_words, seen
from goldenthread.people.models import User

DRAFT = "Draft: these minutes are not approved yet."


def build(meeting: Meeting, *, by: User) -> Document:
    """Who was there, and of each item what was said, decided and agreed; draft until approved.

    People are told of by post.

    Raises:
        Meeting.DoesNotExist: the person does not see it.
    """
    row = seen(meeting, by)
    related = ("decisions__resolutions", "next_steps__lead")
    items = row.items.prefetch_related(*related)
    is_draft = row.state != Meeting.State.APPROVED
    blocks = [*_head(row), *(block for item in items for block in _item(item))]
    return document(row, "minutes", blocks, marking="Draft" if is_draft else "")


def _head(meeting: Meeting) -> Iterator[Block]:
    if meeting.approved_in is None:
        yield Note(DRAFT, "missing")
    else:
        yield Note(f"Approved on {without_weekday(meeting.approved_in.day)}.", "info")
    related = ("seat__post", "seat__person", "seat__partner")
    rows = list(meeting.attendance.select_related(*related).order_by("pk"))
    people = [row.seat.person for row in rows if row.seat and row.seat.person]
    posts = by_post(people, meeting.day)
    pairs = []
    for how, label in Attendance.How.choices:
        who = "; ".join(_who(row, posts) for row in rows if row.how == how)
        pairs.append((label, (Run(who or "Nobody"),)))
    pairs.append(("Quorum", (Run(quorum_of(meeting)[1]),)))
    if meeting.cases is not None:
        pairs.append(("Cases considered", (Run(str(meeting.cases)),)))
    yield Facts(tuple(pairs))


def _who(row: Attendance, posts: dict[int, str]) -> str:
    if row.seat is None:
        return f"{row.agency} ({row.number})"
    return f"{seat_words(row.seat, posts)}, {row.seat.get_rank_display().lower()}"


def _item(item: AgendaItem) -> Iterator[Block]:
    yield Heading(1, str(item))
    yield from paragraphs(item.minute)
    if not item.minute:
        yield Note(f"Item {item.order} has no minute yet.", "missing")
    for decision in item.decisions.all():
        yield from paragraphs(f"Decision: {decision.text}")
        resolutions = tuple((Run(one.text),) for one in decision.resolutions.all())
        if resolutions:
            yield Bullets(resolutions, numbered=True)
    steps = list(item.next_steps.all())
    posts = by_post([one.lead for one in steps], item.meeting.day)
    if steps:
        yield Bullets(
            tuple(
                (
                    Run("Agreed next step: ", strong=True),
                    Run(f"{one.text} ({posts[one.lead_id]}, {without_weekday(one.due_on)})"),
                )
                for one in steps
            )
        )
