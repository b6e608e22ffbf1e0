"""What a plan adopts from elsewhere: recording it, deciding it, removing it."""

from http import HTTPStatus
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.people.permissions import may
from goldenthread.plans import actions
from goldenthread.plans.models import Action, Adoption, Plan
from goldenthread.web import feedback
from goldenthread.web.days import DayField
from goldenthread.web.pages import Crumb, Page
from goldenthread.web.plans import addresses
from goldenthread.web.plans.forms import WhyForm
from goldenthread.web.plans.presenters import adopting as presenter
from goldenthread.web.plans.views.common import crumbs, plan_of
from goldenthread.web.requests import SignedInRequest

ADOPT = "plans.adopt"


class DecisionForm(forms.Form):
    """That it was adopted, by whom, and what was changed."""

    on = DayField(label="Adopted on", help_text="For example, 2 3 2026.")
    by_whom = forms.CharField(label="By which meeting or decision?", max_length=300)
    changed = forms.CharField(
        label="What was changed on adopting?",
        help_text="Write ‘nothing’ where it was taken over as it stands.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class AdoptionForm(forms.Form):
    """Which plan, whose, what of it applies here, and for which action."""

    source = forms.ChoiceField(
        label="A plan of this council",
        required=False,
        help_text="Or name a plan of another council or body below.",
    )
    title = forms.CharField(label="What the plan is called", required=False, max_length=400)
    whose = forms.CharField(label="Whose it is", required=False, max_length=300)
    inspection = forms.CharField(
        label="Which inspection it followed", required=False, max_length=300
    )
    applies = forms.CharField(
        label="What of it applies here, and why?", widget=forms.Textarea(attrs={"rows": 3})
    )
    action = forms.ChoiceField(label="For which action", required=False)

    def __init__(self, *args: Any, plan: Plan, request: SignedInRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        seen = Plan.objects.visible_to(request.user).exclude(state=Plan.State.WITHDRAWN)
        others = seen.filter(authority=plan.authority).exclude(pk=plan.pk)
        rows = Action.objects.visible_to(request.user).current().filter(plan=plan, same_as=None)
        self._plans = {str(row.pk): row for row in others.select_related("authority")}
        self._actions = {str(row.pk): row for row in rows.order_by("order")}
        self._offer("source", "None of them", {key: str(row) for key, row in self._plans.items()})
        told = {key: presenter.action_words(row) for key, row in self._actions.items()}
        self._offer("action", "The whole plan", told)

    def _offer(self, name: str, none: str, found: dict[str, str]) -> None:
        self.fields[name].choices = [("", none), *found.items()]  # type: ignore[attr-defined]

    @property
    def wanted(self) -> dict[str, Any]:
        """What the verb takes."""
        given = self.cleaned_data
        words = {name: given[name] for name in ("title", "whose", "inspection")}
        return {
            "source": actions.Source(**words, plan=self._plans.get(given["source"])),
            "applies": given["applies"],
            "action": self._actions.get(given["action"]),
        }


@require_http_methods(["GET", "HEAD", "POST"])
def adopted(request: SignedInRequest, public_id: str, code: str = "") -> HttpResponse:
    """What the plan adopts, and a form to record one more."""
    plan = plan_of(request, public_id, code)
    may_adopt = _may(request, plan)
    form = AdoptionForm(request.POST or None, plan=plan, request=request)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.record_adoption(plan=plan, by=request.user, **form.wanted)
        except NotAllowedNow as refused:
            form.add_error(None, str(refused))
        else:
            feedback.done(request, f"{made} is recorded as proposed. “Remove” undoes it.")
            return redirect(addresses.of_plan(plan, "adopted"))
    rows = Adoption.objects.visible_to(request.user).current().filter(plan=plan).order_by("pk")
    related = rows.select_related("action__plan__authority", "source__authority")
    context = {
        "page": Page(
            heading="Adopted from elsewhere", caption=str(plan), crumbs=crumbs(request, plan)
        ),
        "rows": presenter.rows_of(plan, list(related), may_adopt=may_adopt),
        "empty": presenter.EMPTY,
        "form": form if may_adopt else None,
    }
    return render(request, "plans/adopted.html", context, status=_status(form))


@require_http_methods(["GET", "HEAD", "POST"])
def decide(request: SignedInRequest, public_id: str, pk: int, code: str = "") -> HttpResponse:
    """Ask on which day, by whom and changed in what, then adopt it."""
    plan = plan_of(request, public_id, code)
    row = _row(request, plan, pk)
    form = DecisionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        decision = actions.Decision(**form.cleaned_data)
        try:
            actions.decide_adoption(adoption=row, by=request.user, decision=decision)
        except NotAllowedNow as refused:
            form.add_error(None, str(refused))
        else:
            feedback.done(request, f"{row} is adopted. “Remove” takes it away with a reason.")
            return redirect(addresses.of_plan(plan, "adopted"))
    context = {
        "page": Page(
            heading="Say that it was adopted", caption=str(row), crumbs=_way(request, plan)
        ),
        "form": form,
        "cancel": addresses.of_plan(plan, "adopted"),
    }
    return render(request, "plans/decide.html", context, status=_status(form))


@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: SignedInRequest, public_id: str, pk: int, code: str = "") -> HttpResponse:
    """Ask why, then remove it."""
    plan = plan_of(request, public_id, code)
    row = _row(request, plan, pk)
    form = WhyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.remove_adoption(adoption=row, by=request.user, why=form.cleaned_data["why"])
        feedback.done(request, f"{row} was removed. You can record it again.")
        return redirect(addresses.of_plan(plan, "adopted"))
    context = {
        "page": Page(heading="Remove this adoption?", caption=str(row), crumbs=_way(request, plan)),
        "form": form,
        "says": "It is no longer shown; the history keeps it. You can record it again.",
        "yes": "Remove it",
        "cancel": addresses.of_plan(plan, "adopted"),
    }
    return render(request, "plans/why.html", context, status=_status(form))


def _may(request: SignedInRequest, plan: Plan) -> bool:
    return plan.state == Plan.State.CURRENT and may(request.user, ADOPT, plan.authority)


def _row(request: SignedInRequest, plan: Plan, pk: int) -> Adoption:
    rows = Adoption.objects.visible_to(request.user).current().select_related("plan__authority")
    return get_object_or_404(rows, plan=plan, pk=pk)


def _way(request: SignedInRequest, plan: Plan) -> list[Crumb]:
    here = Crumb("Adopted from elsewhere", addresses.of_plan(plan, "adopted"))
    return [*crumbs(request, plan), here]


def _status(form: forms.Form) -> HTTPStatus:
    return HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
