"""Editing, splitting, joining, refusing rows; and taking a change back."""

from http import HTTPStatus

from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST

from goldenthread.basics.errors import UserFacingError
from goldenthread.intake import actions
from goldenthread.intake.draft.form import Row
from goldenthread.intake.errors import StaleRevision
from goldenthread.intake.models import Edit, Import
from goldenthread.web import feedback, words
from goldenthread.web.imports.forms import RefuseForm, RowForm, SplitForm
from goldenthread.web.imports.look import Look
from goldenthread.web.imports.presenters import editing, rows
from goldenthread.web.imports.views.common import back, import_of, look_of, revision_of
from goldenthread.web.imports.views.proposal import proposal
from goldenthread.web.imports.wording import Kind
from goldenthread.web.requests import SignedInRequest


@require_POST
def save(request: SignedInRequest, pk: int, row: str) -> HttpResponse:
    """Save the fields of a row that were changed, all or none."""
    import_, (kind, found) = _row(request, pk, row)
    form = RowForm(request.POST, kind=kind, row=found)
    form.is_valid()
    changed = form.changed()
    try:
        edit = _save(request, import_, kind, row, changed)
    except StaleRevision as stale:
        return _refused(request, import_, row, form, stale=stale)
    except UserFacingError as error:
        form.add_error(None, str(error))
        return _refused(request, import_, row, form)
    _say(request, import_, f"{rows.title(kind, found)} was changed.", edit)
    return back(look_of(request, pk), at=row)


@require_POST
def split(request: SignedInRequest, pk: int, row: str) -> HttpResponse:
    """Cut a row in two or more where its text has an empty line."""
    import_, (kind, found) = _row(request, pk, row)
    form = SplitForm(request.POST)
    if not form.is_valid():
        return _refused(request, import_, row, form, way="split")
    parts, revision = form.cleaned_data["parts"], revision_of(request)
    try:
        edit = actions.split_row(
            import_=import_, row=row, parts=parts, by=request.user, revision=revision
        )
    except UserFacingError as error:
        form.add_error("parts", str(error))
        return _refused(request, import_, row, form, way="split")
    made = words.counted(len(parts), "row")
    _say(request, import_, f"{rows.title(kind, found)} was split into {made}.", edit)
    return back(look_of(request, pk), at=row)


@require_POST
def refuse(request: SignedInRequest, pk: int, row: str) -> HttpResponse:
    """Leave a row out, with a reason."""
    import_, (kind, found) = _row(request, pk, row)
    form = RefuseForm(request.POST)
    if not form.is_valid():
        return _refused(request, import_, row, form, way="refuse")
    why, revision = form.cleaned_data["why"], revision_of(request)
    edit = actions.refuse_row(import_=import_, row=row, why=why, by=request.user, revision=revision)
    _say(request, import_, f"{rows.title(kind, found)} is left out.", edit)
    return back(look_of(request, pk), at=row)


@require_POST
def accept(request: SignedInRequest, pk: int, row: str) -> HttpResponse:
    """Take a refused row back."""
    import_, (kind, found) = _row(request, pk, row)
    revision = revision_of(request)
    edit = actions.accept_row(import_=import_, row=row, by=request.user, revision=revision)
    _say(request, import_, f"{rows.title(kind, found)} is in again.", edit)
    return back(look_of(request, pk), at=row)


@require_POST
def join(request: SignedInRequest, pk: int) -> HttpResponse:
    """Make one row of those that were chosen."""
    import_ = import_of(request, pk)
    chosen, revision = request.POST.getlist("row"), revision_of(request)
    edit = actions.join_rows(import_=import_, chosen=chosen, by=request.user, revision=revision)
    made = edit.import_of.draft
    found = rows.kind_of(made, chosen[0])
    new = found[1]["made_into"][0] if found else ""
    _say(request, import_, f"{words.counted(len(chosen), 'row')} were joined into one.", edit)
    return back(look_of(request, pk), at=new)


@require_POST
def undo(request: SignedInRequest, pk: int, number: int) -> HttpResponse:
    """Take one change or answer back; later ones stay."""
    import_ = import_of(request, pk)
    edit = get_object_or_404(Edit.objects.filter(import_of=import_), number=number)
    actions.undo_edit(edit=edit, by=request.user)
    feedback.done(request, "The change was taken back.")
    parts = edit.path.split("/")
    return back(look_of(request, pk), at=parts[1] if len(parts) > 1 else "")


def _row(request: SignedInRequest, pk: int, row: str) -> tuple[Import, tuple[Kind, Row]]:
    import_ = import_of(request, pk)
    found = rows.kind_of(import_.draft, row)
    if found is None:
        raise Http404
    return import_, found


def _save(
    request: SignedInRequest,
    import_: Import,
    kind: Kind,
    row: str,
    changed: list[tuple[str, object]],
) -> Edit | None:
    """The last of the edits that the changed fields make; None where nothing was changed."""
    edit = None
    with transaction.atomic():
        for name, value in changed:
            edit = actions.edit(
                import_=import_,
                path=f"{kind.name}/{row}/{name}",
                value=value,
                by=request.user,
                revision=revision_of(request),
            )
    return edit


def _say(request: SignedInRequest, import_: Import, text: str, edit: Edit | None) -> None:
    if edit is None:
        feedback.done(request, "Nothing was changed.")
        return
    address = reverse("imports:undo-edit", args=[import_.pk, edit.number])
    feedback.done(request, text, undo=address)


def _refused(
    request: SignedInRequest,
    import_: Import,
    row: str,
    form: editing.FormOfRow,
    *,
    way: str = "",
    stale: StaleRevision | None = None,
) -> HttpResponse:
    """The page again with what was typed, and what is wrong with it or stands against it."""
    import_, found = _row(request, import_.pk, row)
    look = Look(import_.pk, {**look_of(request, import_.pk).chosen, "edit": row, "do": way})
    opened = editing.editing_of(import_, *found, look, way=way)
    if stale is not None and isinstance(form, RowForm):
        opened = editing.with_theirs(opened, stale, *found, form)
    status = HTTPStatus.CONFLICT if stale else HTTPStatus.UNPROCESSABLE_ENTITY
    response = proposal(request, import_, look, row_form=form, open_row=opened, status=status)
    response["HX-Push-Url"] = look.address(edit=row, do=way)
    return response
