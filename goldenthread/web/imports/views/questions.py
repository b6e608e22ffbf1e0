"""Answering the questions of an import, one or all alike, or leaving them to settle."""

from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST

from goldenthread.basics.errors import NotAllowed, UserFacingError
from goldenthread.intake import actions
from goldenthread.intake.models import Import, Question
from goldenthread.web import feedback, words
from goldenthread.web.imports.forms import AnswerForm
from goldenthread.web.imports.look import Look
from goldenthread.web.imports.presenters import questions
from goldenthread.web.imports.views.common import back, import_of, look_of
from goldenthread.web.imports.views.proposal import proposal
from goldenthread.web.requests import SignedInRequest


@require_POST
def answer(request: SignedInRequest, pk: int, number: int) -> HttpResponse:
    """Accept the suggestion, save an answer, or leave the question; then the next one is asked."""
    import_ = import_of(request, pk)
    asked = Question.objects.filter(import_of=import_).select_related("import_of__authority")
    question = get_object_or_404(asked, number=number)
    form = AnswerForm(request.POST, question=question)
    if not form.is_valid():
        return _refused(request, import_, question, form)
    try:
        _settle(request, question, form)
    except NotAllowed:
        raise
    except UserFacingError as error:
        form.add_error("answer", str(error))
        return _refused(request, import_, question, form)
    every = list(import_.questions.order_by("number"))
    return back(look_of(request, pk), question=questions.after(every, number))


def _settle(request: SignedInRequest, question: Question, form: AnswerForm) -> None:
    """Do what was pressed, and say so with a way to undo it."""
    do, alike = request.POST.get("do", "answer"), form.cleaned_data["alike"]
    if do == "later":
        _leave(request, question, alike=alike)
        return
    value = question.suggestion if do == "accept" else form.value()
    if value is None:
        raise UserFacingError("Type an answer, or leave the question to settle.")
    if alike:
        # Accepted alike, each question takes its own suggestion.
        given = None if do == "accept" else value
        settled = actions.answer_alike(question=question, value=given, by=request.user)
        feedback.done(request, f"{words.counted(len(settled), 'question')} answered.")
        return
    edit = actions.answer(question=question, value=value, by=request.user)
    address = reverse("imports:undo-edit", args=[question.import_of_id, edit.number])
    feedback.done(request, f"Question {question.number} is answered.", undo=address)


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
