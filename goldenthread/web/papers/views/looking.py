"""The papers of a plan, a paper as it will print, and its files."""

from datetime import date
from http import HTTPStatus

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.papers.catalogue import PAPERS
from goldenthread.papers.document import Document
from goldenthread.papers.models import SignedPaper
from goldenthread.papers.renderers import FORMS
from goldenthread.plans.models import Plan
from goldenthread.web.listing import Listing
from goldenthread.web.pages import Crumb, Page
from goldenthread.web.papers import addresses
from goldenthread.web.papers.forms import AsAtForm
from goldenthread.web.papers.presenters import listing, preview
from goldenthread.web.papers.presenters.signed import one_of_list
from goldenthread.web.plans.views.common import crumbs, plan_of
from goldenthread.web.requests import SignedInRequest
from goldenthread.web.saving import saved


@require_safe
def index(request: SignedInRequest, code: str, public_id: str) -> HttpResponse:
    """The papers that can be printed of a plan."""
    plan = plan_of(request, public_id, code)
    rows = SignedPaper.objects.visible_to(request.user).filter(plan=plan)
    rows = rows.select_related("plan__authority", "replaced_by").prefetch_related("files__upload")
    signed = Listing(request, rows, filters={}, orders={"signed": "-pk"})
    context = {
        "page": Page(heading="Papers", caption=str(plan), crumbs=crumbs(request, plan)),
        "table": listing.table_of(plan),
        "listing": signed,
        "signed": [one_of_list(row) for row in signed.page],
    }
    return render(request, "papers/index.html", context)


@require_safe
def show(request: SignedInRequest, code: str, public_id: str, name: str) -> HttpResponse:
    """A paper as it will print, with what is missing beside it and its files."""
    plan = plan_of(request, public_id, code)
    form = _form(request)
    document = _built(request, plan, name, form)
    way = [*crumbs(request, plan), Crumb("Papers", addresses.of_plan(plan))]
    context = {
        "page": Page(heading=PAPERS[name].words, caption=str(plan), crumbs=way),
        "form": form,
        "here": addresses.of_paper(plan, name),
    }
    if document is None:
        return render(request, "papers/show.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    context |= {
        "paper": preview.shown(document),
        "missing": document.missing,
        "files": listing.files_of(plan, name, document.as_at),
        "ways": listing.ways_of(plan, PAPERS[name], document.as_at, by=request.user),
    }
    return render(request, "papers/show.html", context)


@require_safe
def download(
    request: SignedInRequest, code: str, public_id: str, name: str, form: str
) -> HttpResponse:
    """A paper of a day as a file, always to be saved.

    Raises:
        NotAllowedNow: there is no paper of that day.
    """
    plan = plan_of(request, public_id, code)
    asked = _form(request)
    if not asked.is_valid():
        raise NotAllowedNow(f"{PAPERS[name].words}: the address holds no day. Choose one.")
    day: date = asked.cleaned_data["as_at"]
    kind = FORMS[form]
    data = kind.render(PAPERS[name].build(plan=plan, by=request.user, as_at=day))
    called = f"{plan.public_id}-{slugify(PAPERS[name].words)}-{day.isoformat()}{kind.extension}"
    return saved(data, called=called, media_type=kind.media_type)


def _form(request: SignedInRequest) -> AsAtForm:
    return AsAtForm(request.GET)


def _built(request: SignedInRequest, plan: Plan, name: str, form: AsAtForm) -> Document | None:
    """The paper of the day that the form names; None where there is none, and the form says why."""
    if not form.is_valid():
        return None
    try:
        return PAPERS[name].build(plan=plan, by=request.user, as_at=form.cleaned_data["as_at"])
    except NotAllowedNow as error:
        form.add_error("as_at", ValidationError(str(error)))
        return None
