"""What the pages of boards and meetings share: finding rows, the ways back, asking with a form."""

from collections.abc import Callable
from typing import Any

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from goldenthread.governance.actions.rows import FORUMS, MEETINGS
from goldenthread.governance.models import AgendaItem, Forum, Meeting
from goldenthread.people.models import User
from goldenthread.people.permissions import may, require
from goldenthread.web import words
from goldenthread.web.asking import Ask, asked
from goldenthread.web.pages import Crumb
from goldenthread.web.requests import SignedInRequest

FORM = ["GET", "HEAD", "POST"]


def forum_of(request: SignedInRequest, pk: int) -> Forum:
    """The board or meeting; 404 for one that the person does not see."""
    rows = Forum.objects.visible_to(request.user).select_related("authority", "reports_to")
    return get_object_or_404(rows, pk=pk)


def meeting_of(request: SignedInRequest, pk: int) -> Meeting:
    """The meeting; 404 for one that the person does not see."""
    rows = Meeting.objects.visible_to(request.user)
    related = ("forum__authority", "approved_in")
    return get_object_or_404(rows.select_related(*related), pk=pk)


def item_of(request: SignedInRequest, pk: int) -> AgendaItem:
    """The item of an agenda; 404 for one that the person does not see."""
    rows = AgendaItem.objects.visible_to(request.user)
    related = ("meeting__forum__authority", "action__plan", "plan")
    return get_object_or_404(rows.select_related(*related), pk=pk)


def keeps(user: User, row: Forum | Meeting, verb: str = MEETINGS) -> bool:
    """Whether the person may keep meetings there, or with `FORUMS` the register."""
    return may(user, verb, row.authority)


def way(*rows: Forum | Meeting | tuple[str, str]) -> tuple[Crumb, ...]:
    """The breadcrumbs down to these rows."""
    return (Crumb("Governance", reverse("governance:index")), *map(_crumb, rows))


def address(row: Forum | Meeting) -> str:
    """The page of a board or meeting, or of one of its meetings."""
    name = "governance:forum" if isinstance(row, Forum) else "governance:meeting"
    return reverse(name, args=[row.pk])


def _crumb(row: Forum | Meeting | tuple[str, str]) -> Crumb:
    if isinstance(row, tuple):
        return Crumb(*row)
    name = row.name if isinstance(row, Forum) else words.day(row.day)
    return Crumb(name, address(row))


def data(request: SignedInRequest) -> dict[str, Any]:
    """What a form was sent with, as its arguments; empty where the page is only looked at."""
    sent = request.method == "POST"
    return {"data": request.POST, "files": request.FILES} if sent else {}


def on_forum(
    request: SignedInRequest,
    forum: Forum,
    form: Form,
    do: Callable[[dict[str, Any]], Any],
    *,
    heading: str,
    button: str,
    says: str = "",
) -> HttpResponse:
    """A page with a form that changes a board or meeting, for whoever keeps the register."""
    require(request.user, FORUMS, forum.authority)
    ask = Ask(
        heading=heading,
        caption=str(forum),
        says=says,
        button=button,
        back=address(forum),
        crumbs=way(forum),
        done=lambda _: f"{forum}: saved.",
    )
    return asked(request, form, ask, do)  # type: ignore[arg-type]


def on_meeting(
    request: SignedInRequest,
    meeting: Meeting,
    form: Form,
    do: Callable[[dict[str, Any]], Any],
    *,
    heading: str,
    button: str,
    done: str,
    says: str = "",
    anchor: str = "",
    verb: str = MEETINGS,
) -> HttpResponse:
    """A page with a form that changes a meeting, for whoever keeps it; `anchor` names a part."""
    if verb:
        require(request.user, verb, meeting.authority)
    back = f"{address(meeting)}{anchor}"
    ask = Ask(
        heading=heading,
        caption=str(meeting),
        says=says,
        button=button,
        back=back,
        crumbs=way(meeting.forum, meeting),
        done=lambda _: done,
    )
    return asked(request, form, ask, do)  # type: ignore[arg-type]
