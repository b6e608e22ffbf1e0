"""Answering queries and challenges on My work."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from goldenthread.plans import actions
from goldenthread.plans.models import Challenge, Query
from goldenthread.web.my_work import presenters
from goldenthread.web.my_work.forms import AnswerForm, ReplyForm
from goldenthread.web.my_work.presenters import Opened
from goldenthread.web.my_work.views import send
from goldenthread.web.requests import SignedInRequest

FOR_GOOD = "It cannot be taken back; an update says more."


@require_POST
def answer(request: SignedInRequest, pk: int) -> HttpResponse:
    """Answer a query in place."""
    seen = Query.objects.visible_to(request.user).select_related("action__plan__authority")
    query = get_object_or_404(seen, pk=pk)
    form = AnswerForm(request.POST, prefix=presenters.ANSWER)

    def say() -> str:
        made = actions.answer_query(query=query, by=request.user, **form.cleaned_data)
        said = made.get_outcome_display().lower()
        return f"{query.action.public_id}: the query is answered: {said}. {FOR_GOOD}"

    return send(request, Opened(presenters.ANSWER, pk, form), say)


@require_POST
def reply(request: SignedInRequest, pk: int) -> HttpResponse:
    """Answer a challenge in place."""
    seen = Challenge.objects.visible_to(request.user).select_related("action__plan__authority")
    challenge = get_object_or_404(seen, pk=pk)
    form = ReplyForm(request.POST, prefix=presenters.REPLY)

    def say() -> str:
        actions.answer_challenge(challenge=challenge, by=request.user, **form.cleaned_data)
        return f"{challenge.action.public_id}: the challenge is answered. {FOR_GOOD}"

    return send(request, Opened(presenters.REPLY, pk, form), say)
