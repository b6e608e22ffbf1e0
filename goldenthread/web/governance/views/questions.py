"""Members' questions: the list, one with its answers, and asking."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from goldenthread.governance import actions
from goldenthread.governance.actions.answering import Asked
from goldenthread.governance.actions.rows import QUESTIONS
from goldenthread.governance.models import Question
from goldenthread.intake.models import Import
from goldenthread.papers import answering
from goldenthread.papers.renderers import FORMS
from goldenthread.people.permissions import require
from goldenthread.web.asking import Ask, asked
from goldenthread.web.governance import question_forms as forms
from goldenthread.web.governance.presenters import questions as presenter
from goldenthread.web.governance.views.answers import on_question, question_of, seen_answer
from goldenthread.web.governance.views.common import FORM, address, data, forum_of, keeps, way
from goldenthread.web.listing import Listing
from goldenthread.web.pages import Page
from goldenthread.web.requests import SignedInRequest
from goldenthread.web.saving import saved

READ = (Import.State.PROPOSED, Import.State.CONFIRMED)


@require_safe
def index(request: SignedInRequest) -> HttpResponse:
    """Every question that the person sees, and where its answer stands."""
    rows = Question.objects.visible_to(request.user).select_related("forum")
    listing = Listing(
        request,
        rows.prefetch_related("answers"),
        filters={},
        orders={"asked": "-asked_on", "by": "asked_by"},
    )
    context = {
        "page": Page(heading="Members’ questions", crumbs=way()),
        "table": presenter.table(listing, timezone.localdate()),
        "listing": listing,
        "is_empty": not rows.exists(),
    }
    return render(request, "governance/questions.html", context)


@require_safe
def show(request: SignedInRequest, pk: int) -> HttpResponse:
    """The question with its answers, their figures, and what was answered before."""
    question = question_of(request, pk)
    page = presenter.QuestionPage(
        question, request.user, keeps=keeps(request.user, question.forum, QUESTIONS)
    )
    return render(request, "governance/question.html", {"page": page})


@require_http_methods(FORM)
def ask(request: SignedInRequest, pk: int) -> HttpResponse:
    """Register a question to a board or meeting."""
    forum = forum_of(request, pk)
    require(request.user, QUESTIONS, forum.authority)
    earlier = Question.objects.visible_to(request.user).filter(forum__authority=forum.authority)
    form = forms.AskForm(
        **data(request), forum=forum, earlier=earlier.select_related("forum").order_by("-asked_on")
    )
    told = Ask(
        heading="Register a member’s question",
        caption=str(forum),
        says="Its words cannot be changed once an answer was given.",
        button="Register it",
        back=address(forum),
        crumbs=way(forum),
        done=lambda _: "The question is registered. Write the answer, or fill it from a document.",
        to=lambda made: reverse("governance:question", args=[made.pk]),
    )
    return asked(
        request,
        form,
        told,
        lambda given: actions.ask_question(forum=forum, asked=Asked(**given), by=request.user),
    )


@require_http_methods(FORM)
def draft(request: SignedInRequest, pk: int) -> HttpResponse:
    """Write the draft of the answer, or its correction."""
    question = question_of(request, pk)
    last = question.answers.visible_to(request.user).order_by("-number").first()
    known = {"answers_for": question.asked_of}
    if last is not None:
        known = {"answers_for": last.answers_for, "text": last.text}
    return on_question(
        request,
        question,
        forms.AnswerForm(**data(request), initial=known),
        lambda given: actions.draft_answer(question=question, by=request.user, **given),
        heading="Write the answer",
        button="Save the draft",
        done="The draft is saved. Type in its figures, then give the answer.",
        says="What was given before stays beside it." if last and last.is_given else "",
    )


@require_http_methods(FORM)
def fill(request: SignedInRequest, pk: int) -> HttpResponse:
    """Fill the draft from a document that was read."""
    question = question_of(request, pk)
    rows = Import.objects.visible_to(request.user).filter(
        authority=question.authority, kind="question", state__in=READ
    )
    found = list(rows.select_related("upload").order_by("-pk")[:20])
    form = forms.FillForm(**data(request), rows=found)
    says = "Look through every figure before the answer is given: nothing is frozen until then."
    if not found:
        says = "No document with a question was read yet. Bring it in under Library, Import."
    return on_question(
        request,
        question,
        form,
        lambda _: actions.fill_answer(question=question, by=request.user, **form.said()),
        heading="Fill the answer from a document",
        button="Fill the draft",
        done="The draft is filled. Check each figure, then give the answer.",
        says=says,
    )


@require_safe
def paper(request: SignedInRequest, pk: int, form: str) -> HttpResponse:
    """The answer in a form to take away."""
    answer = seen_answer(request, pk)
    document = answering.build(answer, by=request.user)
    made = FORMS[form]
    called = f"answer {answer.number} of {answer.question.asked_on}.{form}"
    return saved(made.render(document), called=called, media_type=made.media_type)
