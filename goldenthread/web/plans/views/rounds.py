"""The rounds of updates of a plan: who has answered, asking again, how often it asks or before what."""

from http import HTTPStatus
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.governance.actions import ask_before_meetings
from goldenthread.governance.models import Forum, RoundsBefore
from goldenthread.governance.rounds import Lead
from goldenthread.people.models import Person
from goldenthread.people.permissions import may
from goldenthread.plans import actions
from goldenthread.plans.models import ClosedRound, Plan, UpdateRhythm
from goldenthread.plans.rounds import Rhythm
from goldenthread.web import feedback, words
from goldenthread.web.days import DayField
from goldenthread.web.plans import addresses
from goldenthread.web.plans.presenters.rounds import RoundsPage
from goldenthread.web.plans.views.common import plan_of
from goldenthread.web.plans.views.plan import frame
from goldenthread.web.requests import SignedInRequest

SET = "plans.set_rounds"


class RhythmForm(forms.Form):
    """How often a plan asks, and how long there is to answer."""

    every = forms.ChoiceField(
        label="How often?", choices=UpdateRhythm.EVERY, widget=forms.RadioSelect
    )
    first = DayField(label="First day of the first round")
    weeks = forms.IntegerField(
        label="Every how many weeks?",
        help_text="Counts only for every so many weeks.",
        min_value=1,
        max_value=52,
        initial=4,
    )
    answer = forms.IntegerField(
        label="Due within how many working days?", min_value=1, max_value=60, initial=5
    )
    late = forms.IntegerField(
        label="For how many more working days are late answers taken?",
        min_value=0,
        max_value=60,
        initial=5,
    )


class BeforeForm(forms.Form):
    """Before each meeting of which board, and how long before it."""

    prefix = "before"

    def __init__(self, *args: Any, boards: QuerySet[Forum], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["forum"] = forms.ModelChoiceField(
            boards, label="Before each meeting of", empty_label="Choose a board or meeting"
        )
        self.fields["before"] = forms.IntegerField(
            label="Due how many working days before it?", min_value=1, max_value=60, initial=5
        )
        self.fields["answer"] = forms.IntegerField(
            label="How many working days are there to answer?",
            min_value=1,
            max_value=60,
            initial=5,
        )


@require_http_methods(["GET", "HEAD", "POST"])
def rounds(request: SignedInRequest, public_id: str, code: str = "") -> HttpResponse:
    """The open round with who has not answered, those that are over, and a form that sets them."""
    plan = plan_of(request, public_id, code)
    form = RhythmForm(request.POST) if request.method == "POST" else None
    if form is not None and form.is_valid():
        try:
            made = actions.set_rounds(plan=plan, by=request.user, rhythm=_rhythm(form))
        except NotAllowedNow as refused:
            form.add_error(None, str(refused))
        else:
            feedback.done(request, f"It is set: {made}. Set it again to undo this.")
            return redirect(addresses.of_plan(plan, "rounds"))
    return _page(request, plan, form=form)


@require_http_methods(["GET", "HEAD", "POST"])
def before(request: SignedInRequest, public_id: str, code: str = "") -> HttpResponse:
    """Have the plan ask before each meeting of a board."""
    plan = plan_of(request, public_id, code)
    if request.method != "POST":
        return redirect(addresses.of_plan(plan, "rounds"))
    form = BeforeForm(request.POST, boards=_boards(request, plan))
    if form.is_valid():
        chosen = form.cleaned_data
        forum, lead = chosen["forum"], Lead(chosen["before"], chosen["answer"])
        try:
            made, rhythm = ask_before_meetings(plan=plan, forum=forum, by=request.user, lead=lead)
        except NotAllowedNow as refused:
            form.add_error(None, str(refused))
        else:
            opens = words.day(rhythm.first)
            said = (
                f"It is set: {made}; the first round opens on {opens}. Set it again to undo this."
            )
            feedback.done(request, said)
            return redirect(addresses.of_plan(plan, "rounds"))
    return _page(request, plan, before=form)


def _boards(request: SignedInRequest, plan: Plan) -> QuerySet[Forum]:
    seen = Forum.objects.visible_to(request.user).open().filter(authority=plan.authority)
    return seen.order_by("name")


def _page(
    request: SignedInRequest,
    plan: Plan,
    *,
    form: RhythmForm | None = None,
    before: BeforeForm | None = None,
) -> HttpResponse:
    """The page; a form that came back stands with what is wrong."""
    row = UpdateRhythm.objects.visible_to(request.user).filter(plan=plan).first()
    form = form or RhythmForm(initial=vars(row.rhythm) if row else None)
    before = before or BeforeForm(boards=_boards(request, plan))
    asks = RoundsBefore.objects.visible_to(request.user).current().filter(plan=plan)
    may_set = plan.state == Plan.State.CURRENT and may(request.user, SET, plan.authority)
    closed = ClosedRound.objects.visible_to(request.user).filter(plan=plan).order_by("-opened_on")
    context = {
        **frame(request, plan, "rounds"),
        "found": RoundsPage(plan, row, list(closed), timezone.localdate(), may_set=may_set),
        "asks": asks.select_related("plan", "forum").first(),
        "rhythm": form if may_set else None,
        "before": before if may_set else None,
        "before_href": addresses.of_plan(plan, "rounds-before"),
        "form": before if before.is_bound else form,
    }
    wrong = form.errors or before.errors
    status = HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK
    return render(request, "plans/rounds.html", context, status=status)


def _rhythm(form: RhythmForm) -> Rhythm:
    return Rhythm(**form.cleaned_data)


@require_POST
def ask(request: SignedInRequest, public_id: str, pk: int, code: str = "") -> HttpResponse:
    """Ask somebody again.

    Raises:
        NotAllowedNow: no round is open, they have answered, or were asked today.
    """
    plan = plan_of(request, public_id, code)
    people = Person.objects.visible_to(request.user).filter(authority=plan.authority)
    person = get_object_or_404(people.select_related("user"), pk=pk)
    actions.ask_again(plan=plan, person=person, by=request.user)
    feedback.done(request, f"{person} was asked again. A message cannot be taken back.")
    return redirect(addresses.of_plan(plan, "rounds"))
