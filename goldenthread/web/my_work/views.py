"""My work: the first page after signing in."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goldenthread.web.inbox.presenters import unread
from goldenthread.web.my_work.presenters import MyWorkPage
from goldenthread.web.requests import SignedInRequest


@require_safe
def index(request: SignedInRequest) -> HttpResponse:
    context = {"page": MyWorkPage(request.user), "inbox": unread(request.user)}
    return render(request, "my_work/index.html", context)
