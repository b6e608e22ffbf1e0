"""What the actions of a plan do not say: who, by when, and how one will know."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from goldenthread.plans.asking_quality import asked_of
from goldenthread.plans.models import Action
from goldenthread.plans.quality import FAULTS
from goldenthread.web.plans.presenters.quality import QualityPage
from goldenthread.web.plans.views.common import plan_of
from goldenthread.web.plans.views.plan import frame
from goldenthread.web.requests import SignedInRequest


@require_safe
def quality(request: SignedInRequest, public_id: str, code: str = "") -> HttpResponse:
    """Each action with its faults; a click on a count shows those with one fault alone."""
    plan = plan_of(request, public_id, code)
    rows = Action.objects.visible_to(request.user).current().filter(plan=plan, same_as=None)
    actions = list(rows.select_related("plan__authority").order_by("order"))
    only = request.GET.get("fault", "")
    found = QualityPage(
        actions, asked_of(actions, timezone.localdate()), only=only if only in FAULTS else ""
    )
    return render(
        request, "plans/quality.html", {**frame(request, plan, "quality"), "found": found}
    )
