"""The calendar that programs fetch: who has the address is not asked to sign in."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from goldenthread.people.actions.calendars import owner_of
from goldenthread.thread.calendar import calendar_of


@require_safe
@login_not_required
@never_cache
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """The days of whoever has this address; 404 for one that was ended or never was."""
    user = owner_of(secret)
    if user is None:
        raise Http404
    now = timezone.now()
    content = calendar_of(user, day=timezone.localdate(now), now=now)
    return HttpResponse(content, content_type="text/calendar; charset=utf-8")
