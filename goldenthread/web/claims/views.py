"""Claims waiting for evidence, and telling the leads."""

from dataclasses import dataclass
from http import HTTPStatus

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from goldenthread.people.actions import send_notices
from goldenthread.people.models import Authority, Notice
from goldenthread.people.permissions import may
from goldenthread.plans.models import Plan
from goldenthread.thread.claiming import STATES, Claim
from goldenthread.thread.claims import claims_of
from goldenthread.web import feedback, words
from goldenthread.web.claims import presenters
from goldenthread.web.claims.forms import BoardForm
from goldenthread.web.claims.telling import post_for
from goldenthread.web.requests import SignedInRequest

SENT_SHOWN = 20


@dataclass(frozen=True)
class Asked:
    """Which council, which of its plans, and what waits there."""

    authority: Authority
    plans: list[Plan]
    plan: Plan | None
    claims: list[Claim]


@require_safe
def index(request: SignedInRequest) -> HttpResponse:
    return _page(request, _asked(request), BoardForm())


@require_POST
def send(request: SignedInRequest) -> HttpResponse:
    """Send each lead one message about what they were not told of yet."""
    asked = _asked(request)
    form = BoardForm(request.POST)
    if not form.is_valid():
        return _page(request, asked, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    post = post_for(asked.authority, asked.claims, form.cleaned_data["board"])
    sent = send_notices(authority=asked.authority, messages=post.messages, by=request.user)
    said = f"{words.counted(len(sent), 'lead')} told, each in one message. A message cannot be taken back."
    feedback.done(request, said if sent else "Nobody was told: there is nothing new to tell.")
    return redirect(f"{reverse('claims:index')}?{request.GET.urlencode()}")


def _asked(request: SignedInRequest) -> Asked:
    """What the address asks for; 404 for what the user does not see."""
    councils = Authority.objects.visible_to(request.user).order_by("name")
    code = request.GET.get("council", "")
    authority = get_object_or_404(councils, code=code) if code else councils.first()
    if authority is None:
        raise Http404
    seen = Plan.objects.visible_to(request.user).current().filter(authority=authority)
    plans = list(seen.order_by("pk"))
    asked = request.GET.get("plan", "")
    plan = next((one for one in plans if one.public_id == asked), None)
    if asked and plan is None:
        raise Http404
    day = timezone.localdate()
    return Asked(authority, plans, plan, claims_of(plan or authority, by=request.user, day=day))


def _page(
    request: SignedInRequest, asked: Asked, form: BoardForm, status: int = HTTPStatus.OK
) -> HttpResponse:
    state = request.GET.get("state", "")
    page = presenters.ClaimsPage(
        asked.authority,
        asked.plans,
        asked.plan,
        asked.claims,
        state if state in STATES else "",
        timezone.localdate(),
        request,
    )
    context: dict[str, object] = {"page": page, "form": form, "listing": page.listing}
    if may(request.user, "people.send_notices", asked.authority):
        sent = Notice.objects.visible_to(request.user).filter(authority=asked.authority)
        post = post_for(asked.authority, asked.claims, None)
        context |= {
            "may_send": True,
            "post": presenters.post_in_words(post),
            "sent": presenters.sent_before(sent.select_related("to").order_by("-pk")[:SENT_SHOWN]),
        }
    return render(request, "claims/index.html", context, status=status)
