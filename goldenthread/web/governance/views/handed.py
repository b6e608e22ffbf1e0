"""Papers of a meeting to take away: agenda, minutes, and all for a star chamber in one file."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from goldenthread.papers.meetings import PAPERS
from goldenthread.papers.meetings.packing import pack_of
from goldenthread.papers.renderers import FORMS
from goldenthread.web.governance.views.common import meeting_of
from goldenthread.web.requests import SignedInRequest
from goldenthread.web.saving import saved


@require_safe
def paper(request: SignedInRequest, pk: int, name: str, form: str) -> HttpResponse:
    """The agenda or the minutes in a form."""
    meeting = meeting_of(request, pk)
    document = PAPERS[name](meeting, by=request.user)
    made = FORMS[form]
    called = f"{name} {meeting.forum.abbreviation or meeting.forum.name} {meeting.day}.{form}"
    return saved(made.render(document), called=called, media_type=made.media_type)


@require_safe
def pack(request: SignedInRequest, pk: int) -> HttpResponse:
    """Agenda, highlight reports and open actions in one file."""
    meeting = meeting_of(request, pk)
    data = pack_of(meeting, by=request.user)
    called = f"pack {meeting.forum.abbreviation or meeting.forum.name} {meeting.day}.zip"
    return saved(data, called=called, media_type="application/zip")
