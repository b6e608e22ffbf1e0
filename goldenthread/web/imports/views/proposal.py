"""The page of a proposal, as it is shown at its own address and after a refused form."""

from http import HTTPStatus

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import render

from goldenthread.inspections.models import Framework
from goldenthread.intake import directory
from goldenthread.intake.draft import form
from goldenthread.intake.models import Import, Question
from goldenthread.people.models import Person, User
from goldenthread.people.permissions import may
from goldenthread.web.imports.answers import PEOPLE, Known, Offer, offer_of
from goldenthread.web.imports.forms import AnswerForm, LinkForm, ReportForm
from goldenthread.web.imports.look import Look
from goldenthread.web.imports.presenters import editing, rows, work
from goldenthread.web.imports.presenters.links import is_linked, links_of, reports_of
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
    offer = offer_for(asked.question, import_, request.user) if asked else None
    context = {
        "page": page_of(import_),
        "work": shown,
        "offer": offer,
        "form": _form(row_form, answer_form or (AnswerForm(offer=offer) if offer else None)),
        "answer_form": answer_form or (AnswerForm(offer=offer) if offer else None),
        "form_of_row": row_form,
        **(_links(import_, request.user) if _shows_links(import_, look) else {}),
        "fragment": wants_fragment(request),
    }
    template = "imports/_work.html" if wants_fragment(request) else "imports/proposal.html"
    return varies(render(request, template, context, status=status))


def _shows_links(import_: Import, look: Look) -> bool:
    return look["show"] == rows.LINKS and is_linked(import_)


def _links(import_: Import, by: User) -> dict[str, object]:
    """The links of the plan's items, and the forms that change them."""
    report = import_.inspection
    found = list(report.recommendations.order_by("order")) if report else []
    items = form.accepted(import_.draft, "items")
    return {
        "links": links_of(import_, found),
        "report_form": ReportForm(
            reports=[(one.pk, str(one)) for one in reports_of(import_, by)],
            initial={"inspection": report.pk if report else None},
        ),
        "link_form": LinkForm(
            items=[(one["id"], f"{one.get('number')} {_short(one)}") for one in items],
            recommendations=[
                (one.pk, f"{one.number or one.order} {one.text[:80]}") for one in found
            ],
        ),
    }


def _short(item: form.Row) -> str:
    return str(item.get("text") or "")[:80]


def offer_for(question: Question, import_: Import, by: User) -> Offer:
    """What a question offers as answers; one query more where reports are chosen, four where people are."""
    return offer_of(question, import_.draft, _known(question, import_, by))


def _known(question: Question, import_: Import, by: User) -> Known:
    if question.kind in PEOPLE:
        people = Person.objects.filter(authority=import_.authority).order_by("name")
        bodies = directory.known(directory.bodies_of(import_.authority))
        return Known(people=dict(people.values_list("pk", "name")), bodies=tuple(bodies))
    if question.kind == "inspection":
        return Known(reports={one.pk: str(one) for one in reports_of(import_, by)})
    if question.kind == "framework":
        frameworks = Framework.objects.order_by("code")
        return Known(frameworks={one.code: str(one) for one in frameworks})
    return Known()


def _form(row_form: Form | None, answer_form: Form | None) -> Form | None:
    """The form whose errors stand on top: the row's that is open, else the answer's."""
    return row_form if row_form is not None and row_form.errors else answer_form


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
