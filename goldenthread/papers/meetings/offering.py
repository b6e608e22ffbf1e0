"""What is due for a meeting, with the papers that were signed since it last met."""

from collections.abc import Iterator

from goldenthread.basics.days import without_weekday
from goldenthread.governance import agenda
from goldenthread.governance.agenda import Offer
from goldenthread.governance.models import AgendaItem, Meeting
from goldenthread.papers.models import SignedPaper


def offers(meeting: Meeting) -> list[Offer]:
    """What `agenda.offers` says, and each paper of a watched plan that was signed since."""
    there = set(meeting.items.values_list("key", flat=True))
    papers = [one for one in _papers(meeting) if one.key not in there]
    return [*agenda.offers(meeting), *papers]


def _papers(meeting: Meeting) -> Iterator[Offer]:
    last = agenda.last_held(meeting.forum, meeting.day)
    rows = SignedPaper.objects.filter(
        plan__watched_by__forum=meeting.forum, plan__watched_by__ended_on=None, replaced_by=None
    )
    if last is not None:
        rows = rows.filter(signed_at__date__gt=last.day)
    for row in rows.select_related("plan").order_by("signed_at"):
        yield Offer(
            kind=AgendaItem.Kind.PAPER,
            key=f"paper {row.pk}",
            title=f"{row.public_id} {row.title}"[:500],
            why=f"Signed, as at {without_weekday(row.as_at)}.",
            plan=row.plan,
            paper=row.pk,
        )
