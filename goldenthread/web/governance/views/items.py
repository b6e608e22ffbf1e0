"""What is said, decided and agreed of an item of an agenda."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.governance import actions, looking
from goldenthread.governance.actions.deciding import Resolved
from goldenthread.governance.models import NextStep, Resolution
from goldenthread.plans.models import Action, Item, Plan, Test
from goldenthread.web import feedback
from goldenthread.web.asking import Ask, asked
from goldenthread.web.governance import forms
from goldenthread.web.governance.presenters import register as presenter
from goldenthread.web.governance.views.common import FORM, address, data, item_of, on_meeting, way
from goldenthread.web.pages import Page
from goldenthread.web.requests import SignedInRequest

NOT_DECIDED = "Nothing was decided on it that you may see."


@require_POST
def move(request: SignedInRequest, pk: int) -> HttpResponse:
    """One place up or down."""
    item = item_of(request, pk)
    step = -1 if request.POST.get("do") == "up" else 1
    moved = actions.move_item(item=item, to=item.order + step, by=request.user)
    feedback.done(request, f"“{moved.title}” is item {moved.order} now.")
    return redirect(f"{address(item.meeting)}#item-{pk}")


@require_safe
def matter(request: SignedInRequest, pk: int) -> HttpResponse:
    """Every decision on what the item is about, the oldest first."""
    item = item_of(request, pk)
    found = looking.lineage(item, request.user)
    context = {
        "page": Page(
            heading=f"Decided on “{item.title}”",
            crumbs=way(item.meeting.forum, item.meeting),
        ),
        "table": presenter.lineage(found) if found else None,
        "says": NOT_DECIDED,
    }
    return render(request, "governance/list.html", context)


@require_http_methods(FORM)
def minute(request: SignedInRequest, pk: int) -> HttpResponse:
    """Write what was said."""
    item = item_of(request, pk)
    return on_meeting(
        request,
        item.meeting,
        forms.MinuteForm(**data(request), initial={"text": item.minute}),
        lambda given: actions.minute(item=item, by=request.user, **given),
        heading=f"Minute of {item}",
        button="Save the minute",
        done="The minute is saved. It can be written again until it is approved.",
        anchor=f"#item-{pk}",
    )


@require_http_methods(FORM)
def decide(request: SignedInRequest, pk: int) -> HttpResponse:
    """Record a decision with what it resolves."""
    item = item_of(request, pk)

    def keep(given: Any) -> Any:
        resolved = [
            Resolved(text, due_on=given["due_on"]) for text in forms.lines(given["resolutions"])
        ]
        return actions.decide(item=item, text=given["text"], resolutions=resolved, by=request.user)

    says = f"It is shown on {item.action.public_id}." if item.action else ""
    return on_meeting(
        request,
        item.meeting,
        forms.DecideForm(**data(request)),
        keep,
        heading=f"Decision on {item}",
        button="Record the decision",
        done="The decision is recorded. It cannot be deleted; a later one replaces it.",
        says=says,
        anchor=f"#item-{pk}",
    )


@require_http_methods(FORM)
def step(request: SignedInRequest, pk: int) -> HttpResponse:
    """Record what somebody does next."""
    item = item_of(request, pk)
    return on_meeting(
        request,
        item.meeting,
        forms.StepForm(**data(request), authority=item.authority),
        lambda given: actions.agree_next_step(item=item, by=request.user, **given),
        heading=f"Agreed next step of {item}",
        button="Record the next step",
        done="The next step is in their work until it is done.",
        says="It is on the next agenda while it is open.",
        anchor=f"#item-{pk}",
    )


@require_http_methods(FORM)
def evidence(request: SignedInRequest, pk: int) -> HttpResponse:
    """File an extract of the minute as evidence of a test."""
    item = item_of(request, pk)
    seen = Action.objects.visible_to(request.user).filter(pk__in=[item.action_id])
    tests = Test.objects.current().filter(action__in=seen)
    if not tests.exists():
        raise NotAllowedNow(
            "The item is about no action with a test that you see. File the minute on the page of "
            "the action. Nothing was filed."
        )
    form = forms.EvidenceForm(**data(request), initial={"extract": item.minute})
    form.fields["test"].queryset = tests.order_by("number")  # type: ignore[attr-defined]
    return on_meeting(
        request,
        item.meeting,
        form,
        lambda given: actions.file_minute(item=item, by=request.user, **given),
        heading="File the minute as evidence",
        button="File it",
        done="A copy of the extract is filed as evidence. It waits to be checked like any other.",
        says="The copy stays as it is, also when the minute is written again.",
        anchor=f"#item-{pk}",
        verb="",
    )


@require_http_methods(FORM)
def finish(request: SignedInRequest, pk: int) -> HttpResponse:
    """An agreed next step is done."""
    rows = NextStep.objects.visible_to(request.user).select_related("item__meeting__forum")
    row = get_object_or_404(rows, pk=pk)
    ask = Ask(
        heading="An agreed next step is done",
        caption=str(row.item.meeting),
        says=row.text,
        button="It is done",
        back=reverse("my_work:index"),
        crumbs=way(),
        done=lambda _: "The next step is done. It cannot be taken back.",
    )
    return asked(
        request,
        forms.DoneForm(**data(request)),
        ask,
        lambda given: actions.finish_next_step(step=row, by=request.user, **given),
    )


@require_http_methods(FORM)
def into_action(request: SignedInRequest, pk: int) -> HttpResponse:
    """Make an agreed next step an action of the plan that its item is about."""
    rows = NextStep.objects.visible_to(request.user).select_related("item__meeting__forum", "lead")
    row = get_object_or_404(rows, pk=pk)
    plans = Plan.objects.visible_to(request.user).filter(pk__in=[row.item.plan_id])
    served = Item.objects.current().filter(plan__in=plans).order_by("order")
    if not served.exists():
        raise NotAllowedNow("The item of the agenda is about no plan that you see.")
    form = forms.IntoActionForm(**data(request), items=served)
    return on_meeting(
        request,
        row.item.meeting,
        form,
        lambda given: actions.make_action(step=row, by=request.user, **given),
        heading="Make it an action of the plan",
        button="Make it an action",
        done="The next step is an action of the plan now, with its lead and day.",
        says=f"{row.text} It is followed there from now on, and cannot be taken back.",
        anchor=f"#item-{row.item_id}",
        verb="plans.add_action",
    )


@require_http_methods(FORM)
def carry_out(request: SignedInRequest, pk: int) -> HttpResponse:
    """A resolution was carried out."""
    related = "decision__item__meeting__forum__authority"
    rows = Resolution.objects.visible_to(request.user).select_related(related)
    row = get_object_or_404(rows, pk=pk)
    return on_meeting(
        request,
        row.decision.item.meeting,
        forms.DoneForm(**data(request)),
        lambda given: actions.carry_out(resolution=row, by=request.user, **given),
        heading="A resolution was carried out",
        button="It is carried out",
        done="The resolution is carried out. It cannot be taken back.",
        says=row.text,
        anchor=f"#item-{row.decision.item_id}",
    )
