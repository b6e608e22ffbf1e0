"""The page of a proposal, as it is shown at its own address and after a refused form."""

from http import HTTPStatus

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import render

from goldenthread.intake.models import Import
from goldenthread.people.permissions import may
from goldenthread.web.imports.forms import AnswerForm
from goldenthread.web.imports.look import Look
from goldenthread.web.imports.presenters import editing, rows, work
from goldenthread.web.imports.views.common import crumbs, varies, wants_fragment
from goldenthread.web.imports.wording import DOCUMENTS
from goldenthread.web.pages import Page
from goldenthread.web.requests import SignedInRequest

VERB = "intake.edit"


def proposal(
    request: SignedInRequest,
    import_: Import,
    look: Look,
    *,
    answer_form: AnswerForm | None = None,
    row_form: editing.FormOfRow | None = None,
    open_row: editing.Editing | None = None,
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    """The page, or what HTMX swaps of it.

    Args:
        answer_form: the form of the question asked now, after it was refused.
        row_form:    the form of a row, after it was refused, and
        open_row:    what stands around it.
    """
    may_edit = may(request.user, VERB, import_.authority)
    if open_row is None and may_edit:
        open_row, row_form = _opened(import_, look)
    shown = work.work_of(
        import_,
        look,
        by=request.user,
        asked=list(import_.questions.select_related("answered_by").order_by("number")),
        edits=list(import_.edits.standing().select_related("by")[: work.CHANGES_SHOWN]),
        editing=open_row,
        may_edit=may_edit,
    )
    asked = shown.questions.now
    context = {
        "page": page_of(import_),
        "work": shown,
        "form": answer_form or (AnswerForm(question=asked.question) if asked else None),
        "form_of_row": row_form,
        "fragment": wants_fragment(request),
    }
    template = "imports/_work.html" if wants_fragment(request) else "imports/proposal.html"
    return varies(render(request, template, context, status=status))


def page_of(import_: Import) -> Page:
    """The frame of an import's page."""
    kind = DOCUMENTS.get(import_.kind, "")
    caption = f"Import · {kind}" if kind else "Import"
    return Page(heading=import_.name, caption=caption, crumbs=crumbs())


def _opened(import_: Import, look: Look) -> tuple[editing.Editing | None, editing.FormOfRow | None]:
    """The row whose form the address opens, if it can be edited."""
    found = rows.kind_of(import_.draft, look["edit"])
    way = look["do"] if look["do"] in editing.WAYS else ""
    if found is None or found[1]["state"] != "accepted":
        return None, None
    opened = editing.editing_of(import_, *found, look, way=way)
    return opened, editing.form_of(*found, way)


def form_errors(form: Form) -> str:
    """The errors of a form in one sentence, for a message."""
    return " ".join(str(text) for errors in form.errors.values() for text in errors)
