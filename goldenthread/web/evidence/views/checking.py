"""Checking evidence: the page, accepting, returning."""

from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.people.history import history_of
from goldenthread.plans import actions
from goldenthread.plans.models import EvidenceLink
from goldenthread.web import feedback
from goldenthread.web.evidence.forms import AcceptForm, ReturnForm, asks_all
from goldenthread.web.evidence.presenters.check import CheckPage, seen_of
from goldenthread.web.evidence.views.common import link_of
from goldenthread.web.requests import SignedInRequest

CHANGED = (
    "While you had this page open, the test, its evidence or its checks changed. Nothing was "
    "changed by you; look at the page as it is now, then decide. Your words are still here."
)


@require_safe
def check(request: SignedInRequest, pk: int) -> HttpResponse:
    """The test beside the evidence; below, what may be done, or why this user may not."""
    return _page(request, link_of(request.user, pk))


@require_POST
def accept(request: SignedInRequest, pk: int) -> HttpResponse:
    """Accept the evidence with the answers that its kind of test asks for."""
    link = link_of(request.user, pk)
    form = AcceptForm(request.POST, link=link)
    if not form.is_valid() or _has_changed(link, form):
        return _page(request, link, accepting=form)
    try:
        actions.accept(link=link, by=request.user, **form.words())
    except NotAllowedNow as error:
        form.add_error(None, str(error))
        return _page(request, link, accepting=form)
    said = f"{link.version.evidence.public_id} is accepted. "
    feedback.done(request, said + "To take that back, return it with a reason; both stay printed.")
    return redirect("evidence:check", pk)


@require_POST
def return_(request: SignedInRequest, pk: int) -> HttpResponse:
    """Return the evidence with a reason."""
    link = link_of(request.user, pk)
    form = ReturnForm(request.POST)
    if not form.is_valid() or _has_changed(link, form):
        return _page(request, link, returning=form)
    actions.return_(link=link, by=request.user, reason=form.cleaned_data["reason"])
    said = f"{link.version.evidence.public_id} is returned. Whoever filed it sees your reason. "
    feedback.done(request, said + "To take that back, accept it; both stay printed.")
    return redirect("evidence:check", pk)


def _has_changed(link: EvidenceLink, form: AcceptForm | ReturnForm) -> bool:
    """Whether something is other than the user saw it; the form says so."""
    if form.cleaned_data["seen"] == seen_of(link):
        return False
    form.add_error(None, CHANGED)
    return True


def _page(
    request: SignedInRequest,
    link: EvidenceLink,
    accepting: AcceptForm | None = None,
    returning: ReturnForm | None = None,
) -> HttpResponse:
    page = CheckPage(link, request.user, timezone.localdate())
    sent = accepting or returning
    context = {
        "page": page,
        "accepting": accepting or AcceptForm(link=link),
        "returning": returning or ReturnForm(),
        "asks_all": asks_all(link),
        "history": history_of(link),
        "form": sent,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if sent is not None else HTTPStatus.OK
    return render(request, "evidence/check.html", context, status=status)
