"""Signing a paper off: what is frozen and what is missing, then the signed paper."""

from datetime import date
from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.papers import actions
from goldenthread.papers.actions.signing import view_for
from goldenthread.papers.catalogue import PAPERS
from goldenthread.papers.document import Document
from goldenthread.papers.models import SignedPaper
from goldenthread.papers.verbs import DRAFT_VIEW, SIGN_OFF
from goldenthread.people.permissions import may, require
from goldenthread.plans.models import Plan
from goldenthread.web import feedback
from goldenthread.web.asking import tried
from goldenthread.web.pages import Crumb, Page
from goldenthread.web.papers import addresses
from goldenthread.web.papers.forms import SignOffForm
from goldenthread.web.papers.views.common import day_of, way_to_papers
from goldenthread.web.plans.views.common import plan_of
from goldenthread.web.requests import SignedInRequest
from goldenthread.web.words import day as in_words


@require_http_methods(["GET", "HEAD", "POST"])
def sign(request: SignedInRequest, code: str, public_id: str, name: str) -> HttpResponse:
    """The question before a paper is frozen, and what comes after it."""
    plan = plan_of(request, public_id, code)
    require(request.user, SIGN_OFF, plan.authority)
    as_at = day_of(request)
    # Before the form is shown again it may be told of a paper that was signed meanwhile.
    last = _last(plan)
    form = SignOffForm(request.POST or None, initial={"after": last})
    made, is_done = tried(form, lambda given: _signed(request, plan, name, as_at, given["after"]))
    if not is_done:
        return _page(request, plan, name, as_at, form)
    feedback.done(
        request, f"{made} is signed off and frozen. It cannot be changed; a later one replaces it."
    )
    return redirect(addresses.of_signed(made))


def _signed(
    request: SignedInRequest, plan: Plan, name: str, as_at: date, after: str
) -> SignedPaper:
    if after != (last := _last(plan)):
        raise NotAllowedNow(
            f"{last} was signed off since this page was opened. Look at it under “Papers”, then "
            "sign again if that is still needed. Nothing was signed."
        )
    return actions.sign_off(plan=plan, name=name, as_at=as_at, by=request.user)


def _last(plan: Plan) -> str:
    """The public id of the plan's last signed paper; empty where there is none."""
    row = SignedPaper.objects.filter(plan=plan).order_by("-pk").first()
    return row.public_id if row is not None else ""


def _page(
    request: SignedInRequest, plan: Plan, name: str, as_at: date, form: SignOffForm
) -> HttpResponse:
    paper, back = PAPERS[name], addresses.of_day("show", plan, name, as_at)
    drafts = paper.needs_view and may(request.user, DRAFT_VIEW, plan.authority)
    document, hindrance = _looked_at(request, plan, name, as_at)
    earlier = SignedPaper.objects.visible_to(request.user)
    earlier = earlier.filter(plan=plan, name=name, as_at=as_at).select_related("plan__authority")
    replaced = earlier.order_by("-pk").first()
    context = {
        "page": Page(
            heading=f"Sign off: {paper.words}",
            caption=f"{plan}, {in_words(as_at)}",
            crumbs=way_to_papers(request, plan, Crumb(paper.words, back)),
        ),
        "form": form,
        "back": back,
        "day": in_words(as_at),
        "missing": document.missing if document else (),
        "hindrance": hindrance,
        "view_href": addresses.of_day("view", plan, name, as_at) if drafts else "",
        "replaced": replaced,
        "replaced_href": addresses.of_signed(replaced) if replaced else "",
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return render(request, "papers/sign.html", context, status=status)


def _looked_at(
    request: SignedInRequest, plan: Plan, name: str, as_at: date
) -> tuple[Document | None, str]:
    """The paper as it would be frozen, and why it cannot be signed now; one of them is empty."""
    paper = PAPERS[name]
    try:
        document = paper.build(plan=plan, by=request.user, as_at=as_at)
        view_for(plan, paper, as_at, request.user)
    except NotAllowedNow as error:
        return None, str(error)
    return document, ""
