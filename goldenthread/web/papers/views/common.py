"""What the pages of papers share: finding a signed paper, and its day."""

from datetime import date

from django.shortcuts import get_object_or_404

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.papers.models import FinishedVersion, SignedPaper
from goldenthread.people.models import User
from goldenthread.people.permissions import may
from goldenthread.plans.models import Plan
from goldenthread.sources.models import StoredFile
from goldenthread.web.pages import Crumb
from goldenthread.web.papers import addresses
from goldenthread.web.papers.forms import AsAtForm
from goldenthread.web.plans.views.common import crumbs, plan_of
from goldenthread.web.requests import SignedInRequest


def signed_of(request: SignedInRequest, code: str, public_id: str, paper_id: str) -> SignedPaper:
    """The signed paper with its plan and authority; 404 for one that the person does not see."""
    plan = plan_of(request, public_id, code)
    rows = SignedPaper.objects.visible_to(request.user).filter(plan=plan)
    related = ("plan__authority", "replaces", "replaced_by", "overall_view")
    return get_object_or_404(rows.select_related(*related), public_id=paper_id)


def day_of(request: SignedInRequest) -> date:
    """The day that the address names, today where it names none.

    Raises:
        NotAllowedNow: what it names is no day.
    """
    form = AsAtForm(request.GET)
    if not form.is_valid():
        raise NotAllowedNow("The address holds no day. Choose one on the page of the paper.")
    day: date = form.cleaned_data["as_at"]
    return day


def way_to_papers(request: SignedInRequest, plan: Plan, *more: Crumb) -> tuple[Crumb, ...]:
    """The breadcrumbs to the papers of a plan, and to pages below them."""
    return (*crumbs(request, plan), Crumb("Papers", addresses.of_plan(plan)), *more)


def may_do(user: User, verb: str, paper: SignedPaper) -> bool:
    """Whether a person's role lets them do a verb on a signed paper, which they see."""
    return may(user, verb, paper.authority)


def may_open(user: User, finished: FinishedVersion) -> bool:
    """Whether a person may read a finished file: one kept as restricted is not for everybody."""
    files = StoredFile.objects.readable_by(user)
    return files.filter(pk=finished.upload.file_id).exists()
