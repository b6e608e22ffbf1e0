"""A version finished by hand: brought in, compared, and taken as the signed one."""

from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from goldenthread.basics.errors import NotAllowed
from goldenthread.papers import actions
from goldenthread.papers.actions.finishing import job_of
from goldenthread.papers.models import Compared, FinishedVersion, SignedPaper
from goldenthread.papers.verbs import SIGN_OFF
from goldenthread.people.permissions import require
from goldenthread.sources.files import open_file
from goldenthread.web import feedback
from goldenthread.web.asking import Ask, asked, tried
from goldenthread.web.pages import Crumb, Page
from goldenthread.web.papers import addresses
from goldenthread.web.papers.forms import FinishedForm, TakeForm
from goldenthread.web.papers.presenters import finished as presenter
from goldenthread.web.papers.views.common import may_do, may_open, signed_of, way_to_papers
from goldenthread.web.requests import SignedInRequest
from goldenthread.web.saving import saved

SAYS = (
    "Finish the Word file of the signed paper by hand, then bring it in here. Its figures are "
    "compared with the frozen ones and what differs is listed. It counts as the signed one only "
    "once somebody takes it as such; the frozen paper stays."
)


@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: SignedInRequest, code: str, public_id: str, paper_id: str) -> HttpResponse:
    """Ask for the file, and leave its comparison to the worker."""
    paper = signed_of(request, code, public_id, paper_id)
    require(request.user, SIGN_OFF, paper.authority)
    ask = Ask(
        heading="Bring in the finished paper",
        caption=f"{paper.plan}, {paper.public_id}",
        says=SAYS,
        button="Bring it in",
        back=addresses.of_signed(paper),
        crumbs=_way(request, paper),
        done=lambda made: f"{made} is kept and being compared.",
        to=lambda made: addresses.of_signed(paper, "finished", made.pk),
    )
    sent = request.method == "POST"
    form = FinishedForm(request.POST, request.FILES) if sent else FinishedForm()
    return asked(
        request,
        form,
        ask,
        lambda given: actions.upload_signed(
            paper=paper, name=given["file"].name, data=given["file"].file, by=request.user
        ),
    )


@require_safe
def show(
    request: SignedInRequest, code: str, public_id: str, paper_id: str, pk: int
) -> HttpResponse:
    """How far comparing is; then what differs."""
    row = _finished(request, code, public_id, paper_id, pk)
    if _is_waiting(row):
        return _progress(request, row, "pages/progress.html")
    return _page(request, row, TakeForm(needs_reason=_needs_reason(row)))


@require_safe
@vary_on_headers("HX-Request")
def progress(
    request: SignedInRequest, code: str, public_id: str, paper_id: str, pk: int
) -> HttpResponse:
    """How far comparing is; once it is over, HTMX is sent to the page of the version."""
    row = _finished(request, code, public_id, paper_id, pk)
    here = addresses.of_signed(row.paper, "finished", row.pk)
    if _is_waiting(row):
        part = "components/_progress.html" if request.htmx else "pages/progress.html"
        return _progress(request, row, part)
    return HttpResponse(headers={"HX-Redirect": here}) if request.htmx else redirect(here)


@require_POST
def again(
    request: SignedInRequest, code: str, public_id: str, paper_id: str, pk: int
) -> HttpResponse:
    """Have it compared once more."""
    row = _finished(request, code, public_id, paper_id, pk)
    actions.compare_again(finished=row, by=request.user)
    feedback.done(request, f"{row} is being compared again.")
    return redirect(addresses.of_signed(row.paper, "finished", row.pk))


@require_POST
def take(
    request: SignedInRequest, code: str, public_id: str, paper_id: str, pk: int
) -> HttpResponse:
    """Let it count as the signed one."""
    row = _finished(request, code, public_id, paper_id, pk)
    form = TakeForm(request.POST, needs_reason=_needs_reason(row))
    _, is_done = tried(
        form,
        lambda given: actions.take_as_signed(finished=row, why=given["why"], by=request.user),
    )
    if not is_done:
        return _page(request, row, form)
    feedback.done(request, f"{row} counts as the signed one. The frozen paper stays beside it.")
    return redirect(addresses.of_signed(row.paper))


@require_safe
def download(
    request: SignedInRequest, code: str, public_id: str, paper_id: str, pk: int
) -> HttpResponse:
    """The finished file as it was brought in.

    Raises:
        NotAllowed:  it is kept as restricted, and the person may not open it.
        DamagedFile: it is lost, or no longer what was brought in.
    """
    row = _finished(request, code, public_id, paper_id, pk)
    if not may_open(request.user, row):
        raise NotAllowed(
            f"“{row}” is kept as restricted, so you may not open it. Ask an improvement officer "
            "whether they may show it to you."
        )
    data = open_file(row.upload.file)
    return saved(data, called=row.upload.name)


def _finished(
    request: SignedInRequest, code: str, public_id: str, paper_id: str, pk: int
) -> FinishedVersion:
    paper = signed_of(request, code, public_id, paper_id)
    rows = FinishedVersion.objects.visible_to(request.user).filter(paper=paper)
    related = ("upload__file__authority", "compared", "taken", "paper__plan__authority")
    return get_object_or_404(rows.select_related(*related), pk=pk)


def _needs_reason(row: FinishedVersion) -> bool:
    compared: Compared | None = getattr(row, "compared", None)
    return compared is None or compared.state != Compared.State.SAME


def _is_waiting(row: FinishedVersion) -> bool:
    """Whether the worker still has to compare it, or is at it."""
    job = job_of(row)
    return not hasattr(row, "compared") and job is not None and not job.is_over


def _way(request: SignedInRequest, paper: SignedPaper) -> tuple[Crumb, ...]:
    here = Crumb(paper.public_id, addresses.of_signed(paper))
    return way_to_papers(request, paper.plan, here)


def _heading(request: SignedInRequest, row: FinishedVersion) -> Page:
    return Page(
        heading=str(row),
        caption=f"{row.paper.plan}, {row.paper.public_id}, finished by hand",
        crumbs=_way(request, row.paper),
    )


def _progress(request: SignedInRequest, row: FinishedVersion, template: str) -> HttpResponse:
    context = {"page": _heading(request, row), "progress": presenter.progress_of(row, job_of(row))}
    return render(request, template, context)


def _page(request: SignedInRequest, row: FinishedVersion, form: TakeForm) -> HttpResponse:
    compared: Compared | None = getattr(row, "compared", None)
    may_sign = may_do(request.user, SIGN_OFF, row.paper)
    can_open = may_open(request.user, row)
    context = {
        "page": _heading(request, row),
        "form": form,
        "facts": presenter.facts_of(row),
        "compared": compared,
        "found": presenter.found_of(compared),
        "problem": presenter.problem_of(row, job_of(row)),
        # What was read of a restricted file is as restricted as the file.
        "differences": presenter.differences_of(compared) if can_open else None,
        "is_hidden": not can_open,
        "file_href": addresses.of_signed(row.paper, "finished_file", row.pk) if can_open else "",
        "again_href": addresses.of_signed(row.paper, "again", row.pk),
        "take_href": addresses.of_signed(row.paper, "take", row.pk),
        "can_take": may_sign and compared is not None and not hasattr(row, "taken"),
        "may_sign": may_sign,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return render(request, "papers/finished.html", context, status=status)
