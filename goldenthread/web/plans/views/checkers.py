"""Who checks a plan: giving it, taking it back."""

from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from goldenthread.people.models import User
from goldenthread.people.permissions import may
from goldenthread.people.roles import Role
from goldenthread.plans import actions
from goldenthread.plans.models import Checker, Plan
from goldenthread.web import feedback
from goldenthread.web.pages import Crumb, Page
from goldenthread.web.plans import addresses
from goldenthread.web.plans.forms import CheckerForm, WhyForm
from goldenthread.web.plans.presenters import checkers as presenter
from goldenthread.web.plans.views.common import crumbs, plan_of
from goldenthread.web.plans.views.plan import frame
from goldenthread.web.requests import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
def checkers(request: SignedInRequest, public_id: str, code: str = "") -> HttpResponse:
    """The checkers of a plan, and a form that gives it to one more."""
    plan = plan_of(request, public_id, code)
    visible = Checker.objects.visible_to(request.user).filter(plan=plan)
    rows = list(visible.select_related("user", "plan__authority").order_by("ended_on", "pk"))
    free = _free(plan, rows)
    form = CheckerForm(request.POST or None, users=free)
    if request.method == "POST" and form.is_valid():
        chosen = next(user for user in free if str(user.pk) == form.cleaned_data["user"])
        actions.give_to_checker(plan=plan, user=chosen, by=request.user)
        feedback.done(request, f"{chosen} now checks this plan. “Take from” undoes it.")
        return redirect(addresses.of_plan(plan, "checkers"))
    may_give = plan.state == Plan.State.CURRENT
    may_give = may_give and may(request.user, "plans.give_to_checker", plan.authority)
    context = {
        **frame(request, plan, "checkers"),
        "table": presenter.table(rows, may_take=may_give),
        "form": form if may_give and free else None,
        "says": presenter.says(may_give=may_give, free=len(free)),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "plans/checkers.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def take(request: SignedInRequest, public_id: str, pk: int, code: str = "") -> HttpResponse:
    """Ask why, then take the plan from a checker."""
    plan = plan_of(request, public_id, code)
    visible = Checker.objects.visible_to(request.user).select_related("user", "plan__authority")
    row = get_object_or_404(visible, plan=plan, pk=pk)
    form = WhyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.take_from_checker(checker=row, by=request.user, why=form.cleaned_data["why"])
        feedback.done(request, f"{row.user} no longer checks this plan. You can give it again.")
        return redirect(addresses.of_plan(plan, "checkers"))
    way = [*crumbs(request, plan), Crumb("Checkers", addresses.of_plan(plan, "checkers"))]
    context = {
        "page": Page(heading=f"Take the plan from {row.user}?", crumbs=way),
        "form": form,
        "says": "What they have checked stays checked. You can give them the plan again.",
        "yes": "Take the plan",
        "cancel": addresses.of_plan(plan, "checkers"),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "plans/why.html", context, status=status)


def _free(plan: Plan, rows: list[Checker]) -> list[User]:
    """The checkers of the council who do not have the plan yet."""
    today = timezone.localdate()
    having = {row.user_id for row in rows if row.ended_on is None or row.ended_on > today}
    users = User.objects.filter(
        role_holdings__authority=plan.authority,
        role_holdings__role=Role.CHECKER,
        role_holdings__ended_on=None,
        is_active=True,
    )
    return [user for user in users.distinct().order_by("name") if user.pk not in having]
