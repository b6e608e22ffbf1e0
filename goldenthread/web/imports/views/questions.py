"""Answering the questions of an import, one or all alike, or leaving them to settle."""

from http import HTTPStatus
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST

from goldenthread.basics.errors import NotAllowed, UserFacingError
from goldenthread.inspections.models import Inspection
from goldenthread.intake import actions
from goldenthread.intake.models import Import, Question
from goldenthread.web import feedback, words
from goldenthread.web.imports.answers import Offer
from goldenthread.web.imports.forms import AnswerForm
from goldenthread.web.imports.look import Look
from goldenthread.web.imports.presenters import questions
from goldenthread.web.imports.views.common import back, import_of, look_of
from goldenthread.web.imports.views.proposal import offer_for, proposal
from goldenthread.web.requests import SignedInRequest

INSPECTION = "inspection"
ACCEPTS = ("accept", "accept-all")


@require_POST
def answer(request: SignedInRequest, pk: int, number: int) -> HttpResponse:
    """Accept the suggestion, save an answer, or leave the question; then the next one is asked."""
    import_ = import_of(request, pk)
    asked = Question.objects.filter(import_of=import_).select_related("import_of__authority")
    question = get_object_or_404(asked, number=number)
    offer = offer_for(question, import_, request.user)
    is_typed = request.POST.get("do", "answer") == "answer"
    form = AnswerForm(request.POST, offer=offer, is_typed=is_typed)
    if not form.is_valid():
        return _refused(request, import_, question, form)
    try:
        _settle(request, import_, question, form, offer)
    except NotAllowed:
        raise
    except UserFacingError as error:
        form.add_error("answer" if "answer" in form.fields else None, str(error))
        return _refused(request, import_, question, form)
    every = list(import_.questions.order_by("number"))
    return back(look_of(request, pk), question=questions.after(every, number))


def _settle(
    request: SignedInRequest, import_: Import, question: Question, form: AnswerForm, offer: Offer
) -> None:
    """Do what was pressed, and say so with a way to undo it."""
    do, alike = request.POST.get("do", "answer"), form.cleaned_data["alike"]
    alike = alike or do == "accept-all"
    value = offer.accept if do in ACCEPTS else form.value()
    if do == "later":
        _leave(request, question, alike=alike)
    elif value is None:
        raise UserFacingError("There is nothing to accept. Give an answer, or leave it to settle.")
    elif question.kind == INSPECTION:
        _choose_report(request, import_, value)
    elif alike:
        _answer_alike(request, question, value)
    else:
        _answer(request, question, value)


def _answer(request: SignedInRequest, question: Question, value: Any) -> None:
    edit = actions.answer(question=question, value=value, by=request.user)
    address = reverse("imports:undo-edit", args=[question.import_of_id, edit.number])
    feedback.done(request, f"Question {question.number} is answered.", undo=address)


def _answer_alike(request: SignedInRequest, question: Question, value: Any) -> None:
    # Accepted alike, each question takes its own suggestion.
    given = None if value == question.suggestion else value
    settled = actions.answer_alike(question=question, value=given, by=request.user)
    feedback.done(request, f"{words.counted(len(settled), 'question')} answered.")


def _choose_report(request: SignedInRequest, import_: Import, pk: int) -> None:
    report = get_object_or_404(Inspection.objects.visible_to(request.user), pk=pk)
    actions.choose_inspection(import_=import_, inspection=report, by=request.user)
    feedback.done(request, f"The plan answers: {report}. Look at the links of its items.")


def _leave(request: SignedInRequest, question: Question, *, alike: bool) -> None:
    chosen = [question]
    if alike:
        chosen = list(Question.objects.alike(question).select_related("import_of"))
    left = actions.leave_to_settle(questions=chosen, by=request.user)
    feedback.done(request, f"{words.counted(len(left), 'question')} left to settle.")


def _refused(
    request: SignedInRequest, import_: Import, question: Question, form: AnswerForm
) -> HttpResponse:
    """The page again with what was typed and what is wrong with it."""
    kept = {**look_of(request, import_.pk).chosen, "question": str(question.number)}
    look = Look(import_.pk, kept)
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    response = proposal(request, import_, look, answer_form=form, status=status)
    response["HX-Push-Url"] = look.address()
    return response
