"""The page of an action, and everything that can be done there."""

from http import HTTPStatus
from typing import Any

from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from goldenthread.basics.errors import NotAllowed, UserFacingError
from goldenthread.plans.actions import AnswerFirst, ask_before_done
from goldenthread.plans.models import (
    Action,
    Challenge,
    Comment,
    Commitment,
    Consultation,
    DatedOccurrence,
    DeadlineMove,
    EvidenceLink,
    Milestone,
    Query,
    Recurrence,
    Reopening,
    Risk,
    Standing,
    Test,
    Update,
)
from goldenthread.web import feedback, kind_fields
from goldenthread.web.actions.deeds import BY_NAME, Deed, Doing, Done
from goldenthread.web.actions.forms import DeedForm
from goldenthread.web.actions.presenters.page import ActionPage, action_page
from goldenthread.web.actions.presenters.updates import newer
from goldenthread.web.actions.rights import rights_of
from goldenthread.web.actions.ways import of_action
from goldenthread.web.requests import SignedInRequest

ROWS: dict[str, Any] = {
    "test": Test,
    "link": EvidenceLink,
    "move": DeadlineMove,
    "reopening": Reopening,
    "standing": Standing,
    "milestone": Milestone,
    "risk": Risk,
    "recurrence": Recurrence,
    "occurrence": DatedOccurrence,
    "commitment": Commitment,
    "consultation": Consultation,
    "update": Update,
    "query": Query,
    "challenge": Challenge,
    "comment": Comment,
}


class Stale(UserFacingError):
    """Somebody else did something since the page was made."""


@require_safe
def show(request: SignedInRequest, code: str, public_id: str) -> HttpResponse:
    """How far an action is, and what can be done; `do` in the address opens a form."""
    action = action_of(request, code, public_id)
    deed = BY_NAME.get(request.GET.get("do", ""))
    if deed is not None:
        _require(deed, action, request)
    thing = _thing(request, action, deed, request.GET.get("of", "")) if deed else None
    form = _form(request, deed, action, thing) if deed else None
    return _page(request, action, deed=deed, thing=thing, form=form)


@require_http_methods(["GET", "HEAD", "POST"])
def do(
    request: SignedInRequest, code: str, public_id: str, deed: str, of: int | None = None
) -> HttpResponse:
    """Do one thing; what is wrong with it is said on the page, with what was typed."""
    action, chosen = action_of(request, code, public_id), BY_NAME[deed]
    if request.method != "POST":
        which = f"&of={of}" if of else ""
        return redirect(f"{of_action(action)}?do={deed}{which}#do")
    _require(chosen, action, request)
    thing = _thing(request, action, chosen, str(of or ""))
    form = _form(request, chosen, action, thing, bound=True)
    if not form.is_valid():
        return _refused(request, action, chosen, thing, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        done = _do(request, chosen, Doing(action, request.user, thing, form))
    except Stale as error:
        form.add_error(None, str(error))
        return _refused(request, action, chosen, thing, form, HTTPStatus.CONFLICT)
    except NotAllowed:
        raise
    except UserFacingError as error:
        if isinstance(error, AnswerFirst):
            # What was asked within the transaction went with it.
            ask_before_done(action=action, by=request.user)
        form.add_error(None, str(error))
        return _refused(request, action, chosen, thing, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    return _said(request, action, done)


@require_safe
def since(request: SignedInRequest, code: str, public_id: str, seen: int) -> HttpResponse:
    """What others did since the page was made; HTMX asks for it now and then."""
    action = action_of(request, code, public_id)
    context = {"newer": newer(action, seen, request.user), "action": action, "seen": seen}
    return render(request, "actions/_since.html", context)


def action_of(request: SignedInRequest, code: str, public_id: str) -> Action:
    """The action of a council by its public id ("P1-A12"); 404 for one the person does not see."""
    rows = Action.objects.visible_to(request.user).select_related(
        "plan__authority", "same_as__plan__authority", "workstream"
    )
    return get_object_or_404(rows, public_id=public_id, plan__authority__code=code)


def _require(deed: Deed, action: Action, request: SignedInRequest) -> None:
    """Stop whoever may not open the form: its choices already tell of people.

    Raises:
        NotAllowed: they may not.
    """
    if not deed.may(rights_of(action, request.user)):
        raise NotAllowed(
            f"You may not do this to {action}: {(deed.title or deed.button).lower()}. Ask its "
            "lead or an improvement officer. Nothing was changed."
        )


def _thing(request: SignedInRequest, action: Action, deed: Deed, of: str) -> Any:
    """The row that a deed is of: seen by the person, and of this action or of its items."""
    if not deed.of:
        return None
    if not of.isdecimal():
        raise Http404
    rows = ROWS[deed.of].objects.visible_to(request.user)
    row = get_object_or_404(rows, pk=int(of))
    test = row if deed.of == "test" else getattr(row, "test", None)
    owner = test if test is not None else row
    serves = test is not None and action.served.filter(item=test.item, dropped_in=None).exists()
    if owner.action_id != action.pk and not serves:
        raise Http404
    return row


def _form(
    request: SignedInRequest, deed: Deed, action: Action, thing: Any, *, bound: bool = False
) -> DeedForm:
    data = (request.POST, request.FILES) if bound else (None, None)
    prefix = f"{deed.name}-{thing.pk}" if thing is not None else deed.name
    return deed.form(
        *data,
        action=action,
        user=request.user,
        thing=thing,
        prefix=prefix,
        asked_kind=request.GET.get("kind", ""),
        initial={"occurrence": request.GET.get("occurrence")},
    )


def _do(request: SignedInRequest, deed: Deed, doing: Doing) -> Done:
    """Do it at once, or stop where somebody else did something that it would overwrite.

    Raises:
        Stale: the page is older than that.
    """
    with transaction.atomic():
        if deed.appends:
            return deed.run(doing)
        Action.objects.select_for_update(of=("self",)).get(pk=doing.action.pk)
        theirs = newer(doing.action, _seen(request), request.user)
        if theirs and "seen" in request.POST:
            who = f"{theirs[0].by}: {theirs[0].verb.lower()}"
            raise Stale(
                f"Somebody else was here since you opened this page ({who}). What they did is "
                "shown below; what you typed is still in the form. Read it, then press again."
            )
        return deed.run(doing)


def _seen(request: SignedInRequest) -> int:
    sent = request.POST.get("seen", "")
    return int(sent) if sent.isdecimal() else 0


def _said(request: SignedInRequest, action: Action, done: Done) -> HttpResponse:
    undo = of_action(action, done.undo_of, deed=done.undo) if done.undo_of else ""
    feedback.done(request, done.text, undo=undo)
    theirs = newer(action, _seen(request), request.user) if "seen" in request.POST else []
    if theirs:
        who = ", ".join(dict.fromkeys(line.by for line in theirs))
        feedback.done(request, f"{who} was here too, meanwhile. Nothing was lost: both are below.")
    return redirect(of_action(action))


def _refused(
    request: SignedInRequest,
    action: Action,
    deed: Deed,
    thing: Any,
    form: DeedForm,
    status: HTTPStatus,
) -> HttpResponse:
    theirs = newer(action, _seen(request), request.user) if status == HTTPStatus.CONFLICT else []
    return _page(request, action, deed=deed, thing=thing, form=form, status=status, theirs=theirs)


def _page(
    request: SignedInRequest,
    action: Action,
    *,
    deed: Deed | None = None,
    thing: Any = None,
    form: DeedForm | None = None,
    status: HTTPStatus = HTTPStatus.OK,
    theirs: Any = (),
) -> HttpResponse:
    """The page; a form that came back stands where it was filled in."""
    every = request.GET.get("updates") == "all"
    page: ActionPage = action_page(action, request.user, opened=deed, every_update=every)
    update = form if deed and deed.name == "update" else None
    context = {
        "page": page.frame,
        "shown": page,
        "update": update or _form(request, BY_NAME["update"], action, None),
        "open": None if update or deed is None else _open(action, deed, thing, form),
        "open_form": form,
        "form": form if form is not None and form.is_bound else None,
        "theirs": theirs,
    }
    return render(request, "actions/show.html", context, status=status)


def _open(action: Action, deed: Deed, thing: Any, form: DeedForm | None) -> dict[str, Any]:
    """The heading of the form that is open, where it is sent, and which kinds it can be of."""
    which = [thing.pk] if thing is not None else []
    of = f": {thing}" if thing is not None else ""
    return {
        "deed": deed.name,
        "of": "".join(str(pk) for pk in which),
        "title": (deed.title or deed.button) + of,
        "button": deed.button,
        "href": of_action(action, *which, deed=deed.name),
        "back": of_action(action),
        "kinds": kind_fields.choices() if deed.has_kinds else (),
        "kind": getattr(form, "kind", ""),
    }
