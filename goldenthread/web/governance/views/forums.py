"""The page of a board or meeting, and what changes it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from goldenthread.governance import actions
from goldenthread.governance.actions.rows import FORUMS, MEETINGS
from goldenthread.governance.models import Forum, Oversight, Seat
from goldenthread.inspections.models import Recommendation
from goldenthread.intake.actions import keep_file
from goldenthread.people.permissions import require
from goldenthread.plans.models import Plan
from goldenthread.web.asking import Ask, asked
from goldenthread.web.governance import forms
from goldenthread.web.governance.presenters.forum import ForumPage
from goldenthread.web.governance.views.common import (
    FORM,
    address,
    data,
    forum_of,
    keeps,
    on_forum,
    way,
)
from goldenthread.web.requests import SignedInRequest


@require_safe
def show(request: SignedInRequest, pk: int) -> HttpResponse:
    """What the register says of it, its meetings, and what it watches."""
    forum = forum_of(request, pk)
    page = ForumPage(
        forum,
        request.user,
        timezone.localdate(),
        keeps_register=keeps(request.user, forum, FORUMS),
        keeps_meetings=keeps(request.user, forum),
    )
    return render(request, "governance/forum.html", {"page": page})


@require_http_methods(FORM)
def change(request: SignedInRequest, pk: int) -> HttpResponse:
    """Correct what the register says."""
    forum = forum_of(request, pk)
    form = forms.ForumForm(**data(request), authority=forum.authority, row=forum)
    return on_forum(
        request,
        forum,
        form,
        lambda _: actions.change_forum(forum=forum, about=form.about(), by=request.user),
        heading="Change what the register says",
        button="Save",
        says="A new name keeps the old one beside it. It can be changed back.",
    )


@require_http_methods(FORM)
def end(request: SignedInRequest, pk: int) -> HttpResponse:
    """Close it."""
    forum = forum_of(request, pk)
    return on_forum(
        request,
        forum,
        forms.EndForm(**data(request)),
        lambda given: actions.end_forum(forum=forum, by=request.user, **given),
        heading="End it",
        button="End it",
        says="Its minutes stay. It cannot be opened again; register it anew.",
    )


@require_http_methods(FORM)
def name(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say what else it is or was called."""
    forum = forum_of(request, pk)
    return on_forum(
        request,
        forum,
        forms.NameForm(**data(request)),
        lambda given: actions.name_forum(forum=forum, by=request.user, **given),
        heading="Add another name",
        button="Add the name",
    )


@require_http_methods(FORM)
def seat(request: SignedInRequest, pk: int) -> HttpResponse:
    """Give somebody a seat."""
    forum = forum_of(request, pk)
    form = forms.SeatForm(**data(request), authority=forum.authority)
    return on_forum(
        request,
        forum,
        form,
        lambda _: actions.seat(forum=forum, by=request.user, **form.said()),
        heading="Give a seat",
        button="Give the seat",
        says="Whoever has a seat sees its meetings. A seat is ended with a day.",
    )


@require_http_methods(FORM)
def skip(request: SignedInRequest, pk: int) -> HttpResponse:
    """Leave out a day of the cadence."""
    forum = forum_of(request, pk)
    return on_forum(
        request,
        forum,
        forms.SkipForm(**data(request)),
        lambda given: actions.skip_day(forum=forum, by=request.user, **given),
        heading="Leave out a day",
        button="Leave it out",
        says="A meeting can still be planned on that day by hand.",
    )


@require_http_methods(FORM)
def terms(request: SignedInRequest, pk: int) -> HttpResponse:
    """Add the next version of the terms of reference."""
    forum = forum_of(request, pk)

    def keep(given: Any) -> Any:
        file = given["file"]
        upload = keep_file(
            authority=forum.authority, name=file.name, data=file.file, by=request.user
        )
        days = {name: given[name] for name in ("agreed_on", "reconvened_on")}
        return actions.agree_terms(forum=forum, upload=upload, by=request.user, **days)

    return on_forum(
        request,
        forum,
        forms.TermsForm(**data(request)),
        keep,
        heading="Add terms of reference",
        button="Add them",
        says="Earlier versions stay.",
    )


@require_http_methods(FORM)
def standing(request: SignedInRequest, pk: int) -> HttpResponse:
    """Put something on each agenda."""
    forum = forum_of(request, pk)
    return on_forum(
        request,
        forum,
        forms.StandingForm(**data(request)),
        lambda given: actions.put_on_each_agenda(forum=forum, by=request.user, **given),
        heading="Add a standing item",
        button="Add it",
    )


@require_http_methods(FORM)
def watch(request: SignedInRequest, pk: int) -> HttpResponse:
    """Let it watch a plan or a recommendation."""
    forum = forum_of(request, pk)
    form = forms.WatchForm(**data(request), rows=_to_watch(request, forum))

    def keep(given: Any) -> Any:
        of = form.rows[given.pop("what")]
        return actions.let_watch(forum=forum, of=of, by=request.user, **given)

    return on_forum(
        request,
        forum,
        form,
        keep,
        heading="Let it watch a plan",
        button="Let it watch",
        says="What is due there is offered for its agendas, so whoever has a seat is given it.",
    )


@require_http_methods(FORM)
def plan(request: SignedInRequest, pk: int) -> HttpResponse:
    """Enter a meeting."""
    forum = forum_of(request, pk)
    require(request.user, MEETINGS, forum.authority)
    form = forms.MeetingForm(**data(request), initial={"day": ForumPage.next_by_rule(forum)})
    ask = Ask(
        heading="Plan a meeting",
        caption=str(forum),
        says="It can be cancelled with a reason.",
        button="Plan the meeting",
        back=address(forum),
        crumbs=way(forum),
        done=lambda made: f"{made} is planned.",
        to=address,
    )
    return asked(
        request,
        form,
        ask,
        lambda given: actions.plan_meeting(forum=forum, by=request.user, **given),
    )


@require_http_methods(FORM)
def end_seat(request: SignedInRequest, pk: int) -> HttpResponse:
    """End a seat."""
    row = _seat(request, pk)
    return on_forum(
        request,
        row.forum,
        forms.DayForm(**data(request)),
        lambda given: actions.end_seat(seat=row, on=given["on"], by=request.user),
        heading=f"End the seat of {row.who}",
        button="End the seat",
    )


@require_http_methods(FORM)
def accept_seat(request: SignedInRequest, pk: int) -> HttpResponse:
    """Enter that whoever was invited accepted."""
    row = _seat(request, pk)
    return on_forum(
        request,
        row.forum,
        forms.DayForm(**data(request)),
        lambda given: actions.accept_seat(seat=row, on=given["on"], by=request.user),
        heading=f"{row.who} accepted",
        button="Save",
    )


@require_http_methods(FORM)
def end_watch(request: SignedInRequest, pk: int) -> HttpResponse:
    """It no longer watches something."""
    rows = Oversight.objects.visible_to(request.user).select_related("forum__authority")
    row = get_object_or_404(rows, pk=pk)
    return on_forum(
        request,
        row.forum,
        forms.EndedForm(**data(request)),
        lambda given: actions.end_watching(oversight=row, by=request.user, **given),
        heading="It no longer watches this",
        button="Save",
        says=str(row.of),
    )


def _seat(request: SignedInRequest, pk: int) -> Seat:
    rows = Seat.objects.visible_to(request.user).select_related("forum__authority")
    return get_object_or_404(rows, pk=pk)


def _to_watch(request: SignedInRequest, forum: Forum) -> dict[str, Any]:
    plans = Plan.objects.visible_to(request.user).current().filter(authority=forum.authority)
    asked_for = Recommendation.objects.visible_to(request.user).filter(
        inspection__authority=forum.authority
    )
    found: dict[str, Any] = {f"plan-{row.pk}": row for row in plans.order_by("pk")}
    return found | {f"recommendation-{row.pk}": row for row in asked_for.order_by("pk")}
