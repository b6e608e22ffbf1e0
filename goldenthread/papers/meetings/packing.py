"""All that a star chamber needs in one file: agenda, highlight reports, open actions."""

import io
import zipfile
from collections.abc import Iterator

from django.utils import timezone

from goldenthread.governance.models import Meeting
from goldenthread.papers.catalogue import PAPERS
from goldenthread.papers.document import Document
from goldenthread.papers.meetings import agenda
from goldenthread.papers.meetings.building import seen
from goldenthread.papers.meetings.open_actions import open_actions
from goldenthread.papers.renderers import pdf
from goldenthread.people.models import User
from goldenthread.plans.models import Plan

# A file of the same papers has the same bytes whenever it is made.
MADE = (2000, 1, 1, 0, 0, 0)


def pack_of(meeting: Meeting, *, by: User) -> bytes:
    """A ZIP file with the agenda, and of each watched plan that the person sees the highlight
    report of today and the open actions, each as PDF.

    Raises:
        Meeting.DoesNotExist: the person does not see it.
    """
    row = seen(meeting, by)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for number, (name, document) in enumerate(_papers(row, by), start=1):
            info = zipfile.ZipInfo(f"{number:02} {name}.pdf", date_time=MADE)
            file.writestr(info, pdf.render(document))
    return made.getvalue()


def _papers(meeting: Meeting, by: User) -> Iterator[tuple[str, Document]]:
    yield "agenda", agenda.build(meeting, by=by)
    today = timezone.localdate()
    watched = {"watched_by__forum": meeting.forum, "watched_by__ended_on": None}
    plans = Plan.objects.visible_to(by).current().filter(**watched).order_by("pk")
    for plan in plans:
        report = PAPERS["highlight_report"].build(plan=plan, by=by, as_at=today)
        yield f"highlight report {plan.public_id}", report
        yield f"open actions {plan.public_id}", open_actions(plan, by=by, as_at=today)
