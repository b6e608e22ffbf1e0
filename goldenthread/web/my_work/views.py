"""My work: the first page after signing in, and what can be done on it in place."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_POST, require_safe

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.plans import actions, deadlines
from goldenthread.plans.models import (
    Action,
    DeadlineMove,
    DraftUpdate,
    EvidenceVersion,
    Reopening,
    Update,
)
from goldenthread.thread.my_work import my_work
from goldenthread.thread.work import Work
from goldenthread.web import feedback, words
from goldenthread.web.inbox.presenters import unread
from goldenthread.web.my_work import presenters
from goldenthread.web.my_work.forms import (
    AnswerForm,
    MoreTimeForm,
    RefuseForm,
    ReplyForm,
    UpdateForm,
    WordsForm,
    WorkForm,
)
from goldenthread.web.my_work.presenters import MyWorkPage, Opened
from goldenthread.web.my_work.said import said_of
from goldenthread.web.requests import SignedInRequest

FORMS: dict[str, type[WorkForm]] = {
    presenters.UPDATE: UpdateForm,
    presenters.MORE_TIME: MoreTimeForm,
    presenters.REFUSE: RefuseForm,
    presenters.REFUSE_TEST: RefuseForm,
    presenters.ANSWER: AnswerForm,
    presenters.REPLY: ReplyForm,
    presenters.EDIT: WordsForm,
    presenters.CORRECT: WordsForm,
    presenters.CORRECT_EVIDENCE: WordsForm,
}
KEPT = "It stays as said; another update corrects it."
UNDONE = "It can be taken back for a quarter of an hour."


@require_safe
def index(request: SignedInRequest) -> HttpResponse:
    """All lines, with the form open that the address names."""
    found = my_work(request.user, day=timezone.localdate())
    opened = _opened(request.GET.get("open", ""), found)
    return _page(request, found, show=request.GET.get("show", ""), opened=opened)


@require_POST
def update(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say what has changed, with a forecast or without one."""
    action = _action(request, pk)
    form = UpdateForm(request.POST, due=deadlines.counting(action), prefix=presenters.UPDATE)

    def say() -> str:
        actions.add_update(
            action=action, by=request.user, text=form.cleaned_data["text"], forecast=form.said()
        )
        return f"{action.public_id}: your update is saved. {KEPT}"

    return send(request, Opened(presenters.UPDATE, pk, form), say)


@require_POST
def no_change(request: SignedInRequest, pk: int) -> HttpResponse:
    """'No change, still on course' in one press."""
    action = _action(request, pk)
    made = actions.no_change(action=action, by=request.user)
    told = f"{action.public_id}: no change, still on course. {KEPT if made.for_whom else UNDONE}"
    feedback.done(request, told, undo="" if made.for_whom else _undo(made, action))
    return _back(request)


def _undo(made: Update, action: Action) -> str:
    """Where a press takes an update back."""
    place = [action.plan.authority.code, action.public_id, made.pk]
    return reverse("actions:undo_update", args=place)


@require_POST
def more_time(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask for more time; somebody else answers."""
    action = _action(request, pk)
    form = MoreTimeForm(request.POST, due=deadlines.counting(action), prefix=presenters.MORE_TIME)

    def ask() -> str:
        made = actions.ask_extension(action=action, by=request.user, to=form.asked())
        return (
            f"{action.public_id}: more time until {words.day(made.to)} is asked for. Somebody "
            "else answers; until then the day that counts stays. It cannot be taken back here."
        )

    return send(request, Opened(presenters.MORE_TIME, pk, form), ask)


@require_POST
def extension(request: SignedInRequest, pk: int) -> HttpResponse:
    """Approve or refuse more time that somebody asked for."""
    move = get_object_or_404(
        DeadlineMove.objects.visible_to(request.user).select_related("action"), pk=pk
    )
    if request.POST.get("do") == "approve":
        actions.approve_extension(move=move, by=request.user)
        until = f"{move.action.public_id}: more time until {words.day(move.to)} is approved."
        feedback.done(request, f"{until} This cannot be undone; the first day stays printed.")
        return _back(request)
    form = RefuseForm(request.POST, prefix=presenters.REFUSE)

    def refuse() -> str:
        actions.refuse_extension(move=move, by=request.user, words=form.cleaned_data["why"])
        return f"{move.action.public_id}: more time is refused. It can be asked for again."

    return send(request, Opened(presenters.REFUSE, pk, form), refuse)


@require_POST
def reopening(request: SignedInRequest, pk: int) -> HttpResponse:
    """Approve or refuse the change of a test with evidence."""
    asked = get_object_or_404(Reopening.objects.visible_to(request.user), pk=pk)
    if request.POST.get("do") == "approve":
        actions.approve_reopening(reopening=asked, by=request.user)
        feedback.done(request, "The test is changed and its evidence is to be checked again.")
        return _back(request)
    form = RefuseForm(request.POST, prefix=presenters.REFUSE_TEST)

    def refuse() -> str:
        actions.refuse_reopening(reopening=asked, by=request.user, why=form.cleaned_data["why"])
        return "The change is refused: the test stays as it is. It can be asked for again."

    return send(request, Opened(presenters.REFUSE_TEST, pk, form), refuse)


@require_POST
def draft(request: SignedInRequest, pk: int) -> HttpResponse:
    """Use the draft of a mail as it is, edited, or throw it away."""
    rows = DraftUpdate.objects.visible_to(request.user).select_related("action")
    row = get_object_or_404(rows, pk=pk)
    if request.POST.get("do") == "throw":
        actions.throw_away_draft(draft=row, by=request.user)
        feedback.done(request, f"{row.action.public_id}: the draft is thrown away for good.")
        return _back(request)
    as_it_is = request.POST.get("do") == "use"
    prefix = None if as_it_is else presenters.EDIT
    form = WordsForm({"text": row.text} if as_it_is else request.POST, prefix=prefix)

    def use() -> str:
        actions.use_draft(draft=row, by=request.user, text=form.cleaned_data["text"])
        return f"{row.action.public_id}: your update is saved. {KEPT}"

    return send(request, Opened(presenters.EDIT, pk, form), use)


@require_POST
def correct(request: SignedInRequest, pk: int) -> HttpResponse:
    """'This is not what I said' of an update that somebody entered."""
    row = get_object_or_404(Update.objects.visible_to(request.user), pk=pk)
    return _correct(request, row, presenters.CORRECT)


@require_POST
def correct_evidence(request: SignedInRequest, pk: int) -> HttpResponse:
    """The same of evidence that somebody filed for one."""
    row = get_object_or_404(EvidenceVersion.objects.visible_to(request.user), pk=pk)
    return _correct(request, row, presenters.CORRECT_EVIDENCE)


def _correct(request: SignedInRequest, row: Update | EvidenceVersion, way: str) -> HttpResponse:
    form = WordsForm(request.POST, prefix=way)

    def say() -> str:
        actions.correct_entered(of=row, by=request.user, text=form.cleaned_data["text"])
        return "Your correction is saved beside what was entered. Both stay; it cannot be undone."

    return send(request, Opened(way, row.pk, form), say)


def send(request: SignedInRequest, opened: Opened, do: Callable[[], str]) -> HttpResponse:
    """Do it and go back; what is refused is said on the form, with all that was typed."""
    form = opened.form
    if form.is_valid():
        try:
            feedback.done(request, do())
        except NotAllowedNow as refused:
            form.add_error(None, str(refused))
        else:
            return _back(request)
    found = my_work(request.user, day=timezone.localdate())
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    return _page(request, found, show=request.POST.get("show", ""), opened=opened, status=status)


def _page(
    request: SignedInRequest,
    found: Work,
    *,
    show: str,
    opened: Opened | None,
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    said = said_of((line.action for line in found.lines if line.action), request.user)
    page = MyWorkPage(request.user, found, said, day=timezone.localdate(), show=show, opened=opened)
    fragment = bool(request.htmx) and not request.htmx.history_restore_request
    context = {
        "page": page,
        "form": opened.form if opened else None,
        "fragment": fragment,
        "inbox": None if fragment else unread(request.user),
    }
    template = "my_work/_work.html" if fragment else "my_work/index.html"
    response = render(request, template, context, status=status)
    patch_vary_headers(response, ["HX-Request"])
    return response


def _opened(asked: str, found: Work) -> Opened | None:
    """The form that the address opens, if its line is there."""
    way, _, number = asked.rpartition("-")
    if way not in FORMS or not number.isdecimal():
        return None
    thing, pk = presenters.OPENS[way], int(number)
    line = next((one for one in found.lines if (one.thing, one.id) == (thing, pk)), None)
    if line is None:
        return None
    said = {"text": line.text} if way == presenters.EDIT else None
    form: WorkForm = FORMS[way](prefix=way, due=line.due, initial=said)
    return Opened(way, pk, form)


def _action(request: SignedInRequest, pk: int) -> Action:
    return get_object_or_404(
        Action.objects.visible_to(request.user).select_related("plan__authority"), pk=pk
    )


def _back(request: SignedInRequest) -> HttpResponse:
    """To the list as it was filtered."""
    show = request.POST.get("show", "")
    return redirect(presenters.address(show=show if show in presenters.KINDS else ""))
