"""The answer to a question: its figures and promises, giving it, and what comes of it."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.db.models import QuerySet
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from goldenthread.governance import actions
from goldenthread.governance.actions.rows import QUESTIONS
from goldenthread.governance.models import (
    AgendaItem,
    Answer,
    Commitment,
    Expectation,
    Figure,
    Meeting,
    Question,
)
from goldenthread.people.permissions import require
from goldenthread.web import feedback
from goldenthread.web.asking import Ask, asked
from goldenthread.web.governance import question_forms as forms
from goldenthread.web.governance.views.common import FORM, data, way
from goldenthread.web.requests import SignedInRequest

Part = TypeVar("Part", Figure, Commitment, Expectation)
PARTS: dict[str, Any] = {"figure": Figure, "promise": Commitment, "expectation": Expectation}


def question_of(request: SignedInRequest, pk: int) -> Question:
    """The question; 404 for one that the person does not see."""
    rows = Question.objects.visible_to(request.user)
    related = ("forum__authority", "meeting__forum", "asked_before__forum")
    return get_object_or_404(rows.select_related(*related), pk=pk)


def seen_answer(request: SignedInRequest, pk: int) -> Answer:
    """The answer; 404 for one that the person does not see."""
    rows = Answer.objects.visible_to(request.user)
    return get_object_or_404(rows.select_related("question__forum__authority"), pk=pk)


def _part(request: SignedInRequest, rows: QuerySet[Part], pk: int) -> Part:
    return get_object_or_404(rows.select_related("answer__question__forum__authority"), pk=pk)


def page_of(question: Question) -> str:
    """The page of a question."""
    return reverse("governance:question", args=[question.pk])


def on_question(
    request: SignedInRequest,
    question: Question,
    form: Form,
    do: Callable[[Any], Any],
    *,
    heading: str,
    button: str,
    done: str,
    says: str = "",
) -> HttpResponse:
    """A page with a form that changes a question or its answer, for whoever keeps them."""
    require(request.user, QUESTIONS, question.authority)
    ask = Ask(
        heading=heading,
        caption=str(question),
        says=says,
        button=button,
        back=page_of(question),
        crumbs=way(("Members’ questions", reverse("governance:questions")),
                   (str(question), page_of(question))),
        done=lambda _: done,
    )  # fmt: skip
    return asked(request, form, ask, do)


@require_http_methods(FORM)
def figure(request: SignedInRequest, pk: int) -> HttpResponse:
    """Type a figure in."""
    answer = seen_answer(request, pk)
    form = forms.FigureForm(**data(request))
    return on_question(
        request,
        answer.question,
        form,
        lambda _: actions.add_figure(answer=answer, by=request.user, **form.said()),
        heading="Type a figure in",
        button="Add the figure",
        done="The figure is in the draft. It is frozen when the answer is given.",
    )


@require_http_methods(FORM)
def change_figure(request: SignedInRequest, pk: int) -> HttpResponse:
    """Correct a figure of a draft."""
    row = _part(request, Figure.objects.visible_to(request.user), pk)
    known = {name: getattr(row, name) for name in forms.FigureForm.base_fields}
    form = forms.FigureForm(**data(request), initial=known)
    return on_question(
        request,
        row.answer.question,
        form,
        lambda _: actions.change_figure(figure=row, by=request.user, **form.said()),
        heading=f"Correct the figure: {row}",
        button="Save the figure",
        done="The figure is corrected.",
    )


@require_http_methods(FORM)
def nest(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say whether a figure is counted in another."""
    row = _part(request, Figure.objects.visible_to(request.user), pk)
    form = forms.NestForm(**data(request), initial={"within": row.within_id})
    others = row.answer.figures.exclude(pk=row.pk).order_by("number")
    form.fields["within"].queryset = others  # type: ignore[attr-defined]
    return on_question(
        request,
        row.answer.question,
        form,
        lambda given: actions.nest(figure=row, by=request.user, **given),
        heading=f"Is it counted in another figure: {row}",
        button="Save it",
        done="It is said beside the figure.",
    )


@require_http_methods(FORM)
def promise(request: SignedInRequest, pk: int) -> HttpResponse:
    """Note what the answer promises."""
    answer = seen_answer(request, pk)
    return on_question(
        request,
        answer.question,
        forms.PromiseForm(**data(request)),
        lambda given: actions.promised(answer=answer, by=request.user, **given),
        heading="What does the answer promise?",
        button="Add the promise",
        done="The promise is in the draft. Once the answer is given it can become a next step.",
    )


@require_http_methods(FORM)
def foretell(request: SignedInRequest, pk: int) -> HttpResponse:
    """Note what the answer says that inspectors will find."""
    answer = seen_answer(request, pk)
    return on_question(
        request,
        answer.question,
        forms.ForetellForm(**data(request)),
        lambda given: actions.foretell(answer=answer, by=request.user, **given),
        heading="What will inspectors find?",
        button="Add it",
        done="It is in the draft. Mark it after the visit.",
    )


@require_POST
def leave_out(request: SignedInRequest, kind: str, pk: int) -> HttpResponse:
    """Take a part out of a draft."""
    row = _part(request, PARTS[kind].objects.visible_to(request.user), pk)
    actions.leave_out(part=row, by=request.user)
    feedback.done(request, f"“{row}” is left out. The history keeps it.")
    return redirect(page_of(row.answer.question))


@require_http_methods(FORM)
def give(request: SignedInRequest, pk: int) -> HttpResponse:
    """Give the answer: it is frozen."""
    answer = seen_answer(request, pk)
    return on_question(
        request,
        answer.question,
        forms.GiveForm(**data(request)),
        lambda given: actions.give_answer(answer=answer, by=request.user, **given),
        heading="Give the answer and freeze it",
        button="Freeze the answer",
        done="The answer is given and frozen with its figures. A correction stands beside it.",
        says="It cannot be taken back. Whoever has a seat in the board or meeting sees it.",
    )


@require_http_methods(FORM)
def follow(request: SignedInRequest, pk: int) -> HttpResponse:
    """Make a promise a next step of a meeting."""
    row = _part(request, Commitment.objects.visible_to(request.user), pk)
    question = row.answer.question
    items = AgendaItem.objects.visible_to(request.user).filter(
        meeting__forum=question.forum_id, meeting__state=Meeting.State.HELD
    )
    form = forms.CommitmentForm(
        **data(request),
        authority=question.authority,
        items=items.select_related("meeting__forum").order_by("-meeting__day", "order"),
        initial={"due_on": row.due_on},
    )
    return on_question(
        request,
        question,
        form,
        lambda given: actions.follow_commitment(commitment=row, by=request.user, **given),
        heading="Make the promise a next step",
        button="Make it a next step",
        done="The next step is in their work until it is done.",
        says=row.text,
    )


@require_http_methods(FORM)
def mark(request: SignedInRequest, pk: int) -> HttpResponse:
    """Mark after the visit what the letter says."""
    row = _part(request, Expectation.objects.visible_to(request.user), pk)
    return on_question(
        request,
        row.answer.question,
        forms.MarkForm(**data(request)),
        lambda given: actions.mark_expectation(expectation=row, by=request.user, **given),
        heading="What did the inspectors find?",
        button="Mark it",
        done="It is marked. It cannot be marked again.",
        says=row.text,
    )
