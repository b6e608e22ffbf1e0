"""The director's overall view of a day: typed, kept as a draft, signed."""

from datetime import date
from http import HTTPStatus

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from goldenthread.papers import actions
from goldenthread.papers.catalogue import PAPERS
from goldenthread.papers.models import OverallView
from goldenthread.papers.screening import suspected
from goldenthread.papers.verbs import DRAFT_VIEW, SIGN_VIEW
from goldenthread.people.permissions import may, require
from goldenthread.plans.models import Plan
from goldenthread.web import feedback
from goldenthread.web.asking import Given, tried
from goldenthread.web.pages import Crumb, Page
from goldenthread.web.papers import addresses
from goldenthread.web.papers.forms import OverallViewForm
from goldenthread.web.papers.views.common import day_of, way_to_papers
from goldenthread.web.plans.views.common import plan_of
from goldenthread.web.requests import SignedInRequest
from goldenthread.web.words import day as in_words

SIGN = "sign"


@require_http_methods(["GET", "HEAD", "POST"])
def view(request: SignedInRequest, code: str, public_id: str, name: str) -> HttpResponse:
    """The form with the last view, and what comes after it."""
    plan = plan_of(request, public_id, code)
    if not PAPERS[name].needs_view:
        raise Http404
    require(request.user, DRAFT_VIEW, plan.authority)
    as_at = day_of(request)
    if request.method != "POST":
        return _page(request, plan, name, as_at, OverallViewForm(initial=_last(request, plan)))
    form = OverallViewForm(request.POST)
    signs = request.POST.get("do") == SIGN
    kept, is_done = tried(form, lambda given: _keep(request, plan, as_at, given, signs=signs))
    if not is_done:
        return _page(request, plan, name, as_at, form)
    feedback.done(request, _said(kept))
    return redirect(addresses.of_day("show", plan, name, as_at))


def _keep(
    request: SignedInRequest, plan: Plan, as_at: date, given: Given, *, signs: bool
) -> OverallView:
    words = {"text": given["text"]}
    if not signs:
        return actions.draft_overall_view(plan=plan, as_at=as_at, by=request.user, **words)
    words["not_personal"] = given["not_personal"]
    return actions.sign_overall_view(plan=plan, as_at=as_at, by=request.user, **words)


def _said(kept: OverallView) -> str:
    if kept.signed:
        return "The overall view is signed. The report prints it; it cannot be taken back, only followed by another."
    places = suspected(kept.text, kept.authority)
    if places:
        return f"The draft is kept. Before it is signed, look at this: {'; '.join(places)}."
    return "The draft is kept. The report prints it once a director has signed it."


def _last(request: SignedInRequest, plan: Plan) -> dict[str, str]:
    row = _newest(request, plan)
    return {"text": row.text} if row is not None else {}


def _newest(request: SignedInRequest, plan: Plan) -> OverallView | None:
    rows = OverallView.objects.visible_to(request.user).filter(plan=plan)
    return rows.order_by("-pk").first()


def _page(
    request: SignedInRequest, plan: Plan, name: str, as_at: date, form: OverallViewForm
) -> HttpResponse:
    back = addresses.of_day("show", plan, name, as_at)
    text = form.data.get("text", "") if form.is_bound else form.initial.get("text", "")
    context = {
        "page": Page(
            heading="The director's overall view",
            caption=f"{plan}, {in_words(as_at)}",
            crumbs=way_to_papers(request, plan, Crumb(PAPERS[name].words, back)),
        ),
        "form": form,
        "back": back,
        "stands": "" if form.is_bound else _stands(_newest(request, plan), as_at),
        "suspected": suspected(text, plan.authority),
        "may_sign": may(request.user, SIGN_VIEW, plan.authority),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return render(request, "papers/view.html", context, status=status)


def _stands(last: OverallView | None, as_at: date) -> str:
    """What the box is filled with, where it is."""
    if last is None:
        return ""
    what = "was signed" if last.signed else "is a draft and not signed"
    told = f"by {last.post}, {in_words(last.at)}"
    if last.as_at != as_at:
        return (
            f"The box holds the view of {in_words(last.as_at)}, which {what} {told}. It tells of "
            f"that day: change it to what holds on {in_words(as_at)}."
        )
    return f"The box holds the view of this day, which {what} {told}."
