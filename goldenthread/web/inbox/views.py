"""Messages: all of them, and noting that one was read."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from goldenthread.people.actions import read_notice
from goldenthread.people.models import Notice
from goldenthread.web import feedback
from goldenthread.web.inbox import presenters
from goldenthread.web.pages import Page
from goldenthread.web.requests import SignedInRequest


@require_safe
def index(request: SignedInRequest) -> HttpResponse:
    """Every message to the user, read ones too."""
    context = {"page": Page(heading="Messages"), "lines": presenters.all_of(request.user)}
    return render(request, "inbox/index.html", context)


@require_POST
def read(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take a message off My work; it stays among the messages."""
    notice = get_object_or_404(Notice.objects.visible_to(request.user), pk=pk, to=request.user)
    read_notice(notice=notice, by=request.user)
    feedback.done(request, "The message is read. It stays among your messages.")
    return redirect("my_work:index")
