"""The thread of a recommendation, an item or an action."""

from collections.abc import Callable
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from goldenthread.inspections.models import Recommendation
from goldenthread.papers.renderers import FORMS
from goldenthread.papers.thread.paper import build, called
from goldenthread.people.models import User
from goldenthread.plans.models import Action, Item
from goldenthread.plans.seeing import recommendations_for
from goldenthread.thread.chain import chain
from goldenthread.thread.known import known_of
from goldenthread.thread.sentences import sentences
from goldenthread.web.requests import SignedInRequest
from goldenthread.web.saving import saved
from goldenthread.web.thread.presenters import ThreadPage


@require_safe
def show(request: SignedInRequest, kind: str, pk: int) -> HttpResponse:
    """The chain top to bottom, the first missing step named on top."""
    return _page(request, _thing(request, kind, pk))


@require_safe
def paper(request: SignedInRequest, kind: str, pk: int, form: str) -> HttpResponse:
    """The same as a file, as of today."""
    thing = _thing(request, kind, pk)
    made = FORMS[form]
    data = made.render(build(thing, by=request.user))
    return saved(data, called=f"thread of {called(thing)}.{form}", media_type=made.media_type)


def _thing(request: SignedInRequest, kind: str, pk: int) -> Recommendation | Item | Action:
    if kind not in FINDERS:
        raise Http404(f"Nothing called {kind} has a thread")
    found: Recommendation | Item | Action = get_object_or_404(FINDERS[kind](request.user), pk=pk)
    return found


@require_safe
def by_public_id(request: SignedInRequest, public_id: str, plan: str = "") -> HttpResponse:
    """The same of an item or an action by its public id.

    `plan` tells apart those of two councils: the plan's key, or the council's code.
    """
    found = FINDERS["item" if "-I" in public_id else "action"](request.user)
    found = found.filter(public_id=public_id)
    for way in _told_apart(plan):
        rows = list(found.filter(way)[:2])
        if len(rows) == 1:
            return _page(request, rows[0])
    raise Http404(f"{public_id} is none, or that of two councils")


def _told_apart(plan: str) -> list[Q]:
    """What a plan's key or a council's code may mean, the key first."""
    if not plan:
        return [Q()]
    key = [Q(plan=int(plan))] if plan.isdecimal() else []
    return [*key, Q(plan__authority__code=plan)]


def _page(request: SignedInRequest, thing: Recommendation | Item | Action) -> HttpResponse:
    day = timezone.localdate()
    found = chain(thing, by=request.user, day=day)
    page = ThreadPage(thing, found, by=request.user)
    if isinstance(thing, Recommendation):
        known = known_of([thing], by=request.user, day=day)
        page.sentences = sentences(known[thing.pk]).all
    return render(request, "thread/show.html", {"page": page})


def _recommendations(user: User) -> "QuerySet[Recommendation]":
    return recommendations_for(user).select_related(
        "inspection__framework", "inspection__authority"
    )


def _items(user: User) -> "QuerySet[Item]":
    return Item.objects.visible_to(user).select_related("plan__authority")


def _actions(user: User) -> "QuerySet[Action]":
    return Action.objects.visible_to(user).select_related("plan__authority")


# What has a thread, by the word in the address.
FINDERS: dict[str, Callable[[User], "QuerySet[Any]"]] = {
    "recommendation": _recommendations,
    "item": _items,
    "action": _actions,
}
