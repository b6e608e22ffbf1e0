"""The page of a meeting: its agenda, who was there, and what changes both."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from goldenthread.governance import actions
from goldenthread.governance.actions.meetings import seats_on
from goldenthread.governance.models import Forum
from goldenthread.papers.meetings.offering import offers
from goldenthread.web import feedback
from goldenthread.web.governance import forms
from goldenthread.web.governance.presenters.meeting import MeetingPage
from goldenthread.web.governance.views.common import (
    FORM,
    address,
    data,
    keeps,
    meeting_of,
    on_meeting,
)
from goldenthread.web.requests import SignedInRequest


@require_safe
def show(request: SignedInRequest, pk: int) -> HttpResponse:
    """The agenda with papers, last decisions, minutes and what was agreed."""
    meeting = meeting_of(request, pk)
    page = MeetingPage(meeting, request.user, keeps=keeps(request.user, meeting))
    return render(request, "governance/meeting.html", {"page": page})


@require_http_methods(FORM)
def draw(request: SignedInRequest, pk: int) -> HttpResponse:
    """Put what is due on the agenda."""
    meeting = meeting_of(request, pk)
    found = offers(meeting)
    form = forms.DrawForm(**data(request), offers=found)
    says = "It can be put in another order by hand."
    if not found:
        says = "Nothing is due that is not on the agenda. Add an item by hand, or go back."
    return on_meeting(
        request,
        meeting,
        form,
        lambda _: actions.draw_agenda(meeting=meeting, offers=form.said(), by=request.user),
        heading="What is due for this meeting",
        button="Put it on the agenda",
        done="It is on the agenda.",
        says=says,
    )


@require_http_methods(FORM)
def item(request: SignedInRequest, pk: int) -> HttpResponse:
    """Write an item by hand."""
    meeting = meeting_of(request, pk)
    return on_meeting(
        request,
        meeting,
        forms.ItemForm(**data(request)),
        lambda given: actions.add_item(meeting=meeting, by=request.user, **given),
        heading="Add an item",
        button="Add the item",
        done="The item is on the agenda.",
    )


@require_POST
def issue(request: SignedInRequest, pk: int) -> HttpResponse:
    """Give the agenda out."""
    meeting = actions.issue_agenda(meeting=meeting_of(request, pk), by=request.user)
    feedback.done(
        request, "The agenda is issued: everybody with a seat sees it. It cannot be taken back."
    )
    return redirect(address(meeting))


@require_http_methods(FORM)
def cancel(request: SignedInRequest, pk: int) -> HttpResponse:
    """Call it off."""
    meeting = meeting_of(request, pk)
    return on_meeting(
        request,
        meeting,
        forms.WhyForm(**data(request)),
        lambda given: actions.cancel_meeting(meeting=meeting, by=request.user, **given),
        heading="Cancel the meeting",
        button="Cancel the meeting",
        done="The meeting is cancelled.",
        says="It cannot be taken back; plan another one.",
    )


@require_http_methods(FORM)
def held(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say who was there."""
    meeting = meeting_of(request, pk)
    seats = seats_on(meeting)
    panel = meeting.forum.kind == Forum.Kind.PANEL
    form = forms.HeldForm(**data(request), seats=seats, panel=panel)

    def keep(given: Any) -> Any:
        return actions.hold_meeting(
            meeting=meeting,
            present=form.who("present"),
            apologies=form.who("apologies"),
            cases=given.get("cases"),
            by=request.user,
        )

    return on_meeting(
        request,
        meeting,
        form,
        keep,
        heading="Who was there?",
        button="The meeting was held",
        done="The meeting was held. Write its minutes item by item.",
        says="" if seats else "Nobody has a seat here. It is noted as held.",
    )


@require_http_methods(FORM)
def agency(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say how many of an agency came."""
    meeting = meeting_of(request, pk)
    return on_meeting(
        request,
        meeting,
        forms.AgencyForm(**data(request)),
        lambda given: actions.count_agency(meeting=meeting, by=request.user, **given),
        heading="Who else was there?",
        button="Add them",
        done="They are counted.",
    )


@require_http_methods(FORM)
def approve(request: SignedInRequest, pk: int) -> HttpResponse:
    """A later meeting approved the minutes."""
    meeting = meeting_of(request, pk)
    form = forms.ApproveForm(**data(request))
    later = meeting.forum.meetings.held().filter(day__gt=meeting.day).order_by("day")
    form.fields["at"].queryset = later  # type: ignore[attr-defined]
    return on_meeting(
        request,
        meeting,
        form,
        lambda given: actions.approve_minutes(meeting=meeting, by=request.user, **given),
        heading="Minutes approved",
        button="They are approved",
        done="The minutes are approved and stay as they are.",
        says="From then on nothing of them changes. It cannot be taken back.",
    )
