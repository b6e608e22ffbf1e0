"""A signed paper: what was frozen, whether it still holds, and its files."""

from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from goldenthread.papers import integrity
from goldenthread.papers.models import (
    FinishedVersion,
    FrozenFile,
    Recipient,
    Sending,
    SignedPaper,
)
from goldenthread.papers.renderers import FORMS
from goldenthread.papers.verbs import SEND, SIGN_OFF
from goldenthread.web.pages import Page
from goldenthread.web.papers import addresses
from goldenthread.web.papers.presenters import sent
from goldenthread.web.papers.presenters import signed as presenter
from goldenthread.web.papers.presenters.finished import differences_of
from goldenthread.web.papers.views.common import may_do, may_open, signed_of, way_to_papers
from goldenthread.web.requests import SignedInRequest
from goldenthread.web.saving import saved


@require_safe
def show(request: SignedInRequest, code: str, public_id: str, paper_id: str) -> HttpResponse:
    """The facts, the files with their hashes and what checking them said, finished versions."""
    paper = signed_of(request, code, public_id, paper_id)
    rows = FinishedVersion.objects.visible_to(request.user).filter(paper=paper)
    related = ("upload__file", "compared", "taken", "paper__plan__authority")
    finished = list(rows.select_related(*related).order_by("-pk"))
    taken = presenter.taken_of(finished)
    can_open = taken is not None and may_open(request.user, taken)
    may_send = may_do(request.user, SEND, paper)
    context = {
        "page": Page(
            heading=f"{presenter.called(paper)}, signed off",
            caption=f"{paper.plan}, {paper.public_id}",
            crumbs=way_to_papers(request, paper.plan),
        ),
        "facts": presenter.facts_of(paper),
        "missing": paper.missing,
        "line": presenter.line_of(paper, integrity.line_of(paper)),
        "files": presenter.files_of(paper, integrity.files_of(paper)),
        "finished": presenter.finished_table(finished),
        "counts": presenter.counting(taken) if taken else None,
        "differences": differences_of(taken.compared) if taken and can_open else None,
        "finish_href": addresses.of_signed(paper, "finish"),
        "sendings": [sent.shown(one, may_record=may_send) for one in _sendings(request, paper)],
        "send_href": addresses.of_signed(paper, "send") if may_send else "",
        "may_sign": may_do(request.user, SIGN_OFF, paper),
    }
    return render(request, "papers/signed.html", context)


@require_safe
def download(
    request: SignedInRequest, code: str, public_id: str, paper_id: str, form: str
) -> HttpResponse:
    """A frozen file, byte for byte.

    Raises:
        DamagedFile: it is lost, or no longer what was signed.
    """
    paper = signed_of(request, code, public_id, paper_id)
    rows = FrozenFile.objects.visible_to(request.user).select_related("upload__file__authority")
    file = get_object_or_404(rows, paper=paper, form=form)
    data = integrity.content_of(file)
    return saved(data, called=file.upload.name, media_type=FORMS[form].media_type)


def _sendings(request: SignedInRequest, paper: SignedPaper) -> list[Sending]:
    typed = Recipient.objects.select_related("acknowledged").order_by("pk")
    in_order = Prefetch("recipients", typed)
    rows = Sending.objects.visible_to(request.user).filter(paper=paper).select_related("by")
    return list(rows.prefetch_related(in_order).order_by("-sent_on", "-pk"))
