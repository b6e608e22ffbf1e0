"""What a list of actions shows, as a workbook."""

import tempfile
from collections.abc import Iterable

from django.http import FileResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from goldenthread.papers.listed.gathering import rows
from goldenthread.papers.listed.workbook import write
from goldenthread.plans.models import Action
from goldenthread.web.plans import gathered
from goldenthread.web.plans.views.common import plan_of
from goldenthread.web.plans.views.plan import actions_listing
from goldenthread.web.requests import SignedInRequest
from goldenthread.web.saving import EXCEL

# So much is kept in memory before it goes to the disk, in bytes.
IN_MEMORY = 1_000_000


@require_safe
def of_plan(request: SignedInRequest, public_id: str, code: str = "") -> FileResponse:
    """The actions of a plan that the address shows, all pages of them."""
    plan = plan_of(request, public_id, code)
    seen = gathered.actions_of(plan, request.user, timezone.localdate())
    shown = actions_listing(request, seen).every
    return _saved(request, [row.pk for row in shown], f"{plan.authority.code} {plan.public_id}")


@require_safe
def of_all(request: SignedInRequest) -> FileResponse:
    """Every action in force that the person sees, plan by plan."""
    found = Action.objects.visible_to(request.user).in_force().filter(same_as=None)
    ids = found.order_by("plan_id", "order").values_list("pk", flat=True)
    return _saved(request, ids, "all plans")


def _saved(request: SignedInRequest, ids: Iterable[int], of: str) -> FileResponse:
    """The workbook, sent piece by piece from where it was written."""
    day = timezone.localdate()
    file = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 - the answer closes it
    write(file, rows(ids, by=request.user, day=day))
    file.seek(0)
    answer = FileResponse(
        file, as_attachment=True, filename=f"actions of {of} {day}.xlsx", content_type=EXCEL
    )
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
