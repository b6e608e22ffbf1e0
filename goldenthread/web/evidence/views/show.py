"""A piece of evidence: its versions, what each shows of which test, and who checked it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from goldenthread.people.history import history_of
from goldenthread.web.evidence.presenters.show import EvidencePage
from goldenthread.web.evidence.views.common import evidence_of
from goldenthread.web.requests import SignedInRequest


@require_safe
def show(request: SignedInRequest, pk: int) -> HttpResponse:
    evidence = evidence_of(request.user, pk)
    page = EvidencePage(evidence, request.user, timezone.localdate())
    return render(request, "evidence/show.html", {"page": page, "history": history_of(evidence)})
