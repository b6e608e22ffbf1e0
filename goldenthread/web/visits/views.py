"""The pages of visits: the list, a visit with its sheet, and what changes it."""

from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from goldenthread.inspections import actions
from goldenthread.inspections.actions.visits import VERB
from goldenthread.inspections.models import Visit
from goldenthread.papers.renderers import FORMS
from goldenthread.papers.visit import paper
from goldenthread.people.councils import where_may
from goldenthread.people.models import Authority
from goldenthread.people.permissions import may, require
from goldenthread.thread.visiting import sheet_of
from goldenthread.web.asking import Ask, Given, asked
from goldenthread.web.listing import Pages
from goldenthread.web.pages import Crumb, Page
from goldenthread.web.requests import SignedInRequest
from goldenthread.web.saving import saved
from goldenthread.web.visits import forms
from goldenthread.web.visits.presenters import VisitPage, empty, listed
from goldenthread.web.ways import Ways

FORM = ["GET", "HEAD", "POST"]
CHANGED = "It can be changed until its letter is recorded."


@require_safe
def index(request: SignedInRequest) -> HttpResponse:
    """The visits that are prepared for, and those before."""
    rows = Visit.objects.visible_to(request.user).select_related("framework")
    pages = Pages[Visit](request, rows.order_by("-pk"), per_page=50)
    may_prepare = where_may(request.user, VERB).exists()
    found = list(pages.page)
    context = {
        "page": Page(heading="Visits of inspectors", crumbs=_crumbs()[:1]),
        "listing": pages,
        "table": listed(found) if found else None,
        "may_prepare": may_prepare,
        "empty": None if found else empty(may_prepare=may_prepare),
    }
    return render(request, "visits/index.html", context)


@require_safe
def show(request: SignedInRequest, pk: int) -> HttpResponse:
    """What the visit is about, what is claimed, what the last letter said, what is weak."""
    visit = _visit(request, pk)
    sheet = sheet_of(visit, by=request.user, day=timezone.localdate())
    ways = Ways(request.user, actions=[weak.act for _, weak in sheet.weaknesses])
    context = {
        "page": Page(heading=str(visit), caption=str(visit.authority), crumbs=_crumbs()),
        "found": VisitPage(sheet, ways, may_change=may(request.user, VERB, visit.authority)),
    }
    return render(request, "visits/show.html", context)


@require_safe
def sheet(request: SignedInRequest, pk: int, form: str) -> HttpResponse:
    """The same on two sides of paper."""
    visit = _visit(request, pk)
    made = FORMS[form]
    document = paper.build(visit, by=request.user)
    called = f"visit {visit.days_printed or visit.pk}.{form}"
    return saved(made.render(document), called=called, media_type=made.media_type)


@require_http_methods(FORM)
def prepare(request: SignedInRequest) -> HttpResponse:
    """Begin to prepare for a visit."""
    council = _council(request)
    ask = Ask(
        heading="Prepare for a visit",
        caption=str(council),
        says=CHANGED,
        button="Prepare",
        back=reverse("visits:index"),
        crumbs=_crumbs(),
        done=lambda made: f"{made}: this is its sheet.",
        to=_address,
    )
    form = forms.VisitForm(_sent(request), authority=council)
    return asked(
        request,
        form,
        ask,
        lambda given: actions.prepare_visit(authority=council, by=request.user, **_told(given)),
    )


@require_http_methods(FORM)
def change(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say anew when it is expected and what it is about."""
    visit = _visit(request, pk)
    form = forms.VisitForm(_sent(request), authority=visit.authority, row=visit)
    ask = _on(visit, "Change what is known of the visit", "Save", CHANGED)
    return asked(
        request,
        form,
        ask,
        lambda given: actions.change_visit(visit=visit, by=request.user, **_told(given)),
    )


@require_http_methods(FORM)
def call_off(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say that it will not take place."""
    visit = _visit(request, pk)
    says = "It stays in the list with the reason. It cannot be called back; prepare a new one."
    return asked(
        request,
        forms.CallOffForm(_sent(request)),
        _on(visit, "Call the visit off", "Call it off", says),
        lambda given: actions.call_off_visit(visit=visit, by=request.user, **given),
    )


@require_http_methods(FORM)
def letter(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say which letter followed it."""
    visit = _visit(request, pk)
    says = "Import the letter first. What it says has improved or not is then at the next visit."
    return asked(
        request,
        forms.LetterForm(_sent(request), visit=visit),
        _on(visit, "Record its letter", "Record it", says),
        lambda given: actions.record_letter(visit=visit, by=request.user, **given),
    )


def _visit(request: SignedInRequest, pk: int) -> Visit:
    rows = Visit.objects.visible_to(request.user)
    return get_object_or_404(rows.select_related("authority", "framework", "letter"), pk=pk)


def _on(visit: Visit, heading: str, button: str, says: str) -> Ask:
    """The page of a form on a visit."""
    return Ask(
        heading=heading,
        caption=str(visit),
        says=says,
        button=button,
        back=_address(visit),
        crumbs=(*_crumbs(), Crumb(str(visit), _address(visit))),
        done=lambda _: "Saved.",
    )


def _told(given: Given) -> dict[str, Any]:
    return {**given, "recommendations": [row.pk for row in given["recommendations"]]}


def _sent(request: SignedInRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _address(visit: Visit) -> str:
    return reverse("visits:show", args=[visit.pk])


def _crumbs() -> tuple[Crumb, ...]:
    return (
        Crumb("Library", reverse("library:index")),
        Crumb("Visits of inspectors", reverse("visits:index")),
    )


def _council(request: SignedInRequest) -> Authority:
    """The council that the person prepares for; of several the one that the address names.

    Raises:
        NotAllowed: there is none.
    """
    councils = where_may(request.user, VERB)
    chosen = councils.filter(code=request.GET.get("council", "")).first() or councils.first()
    if chosen is None:
        require(request.user, VERB, Authority.objects.visible_to(request.user).first())
    return get_object_or_404(councils, pk=chosen.pk if chosen else 0)
