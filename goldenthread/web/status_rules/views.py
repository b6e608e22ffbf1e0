"""The status rules of each council: proposed by one person, approved by another."""

from http import HTTPStatus
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.people.models import Authority, User
from goldenthread.people.models.visibility import holds_role
from goldenthread.people.permissions import VERBS, require
from goldenthread.people.roles import COLLEAGUES
from goldenthread.plans import actions, status
from goldenthread.plans.gathering import rules_of
from goldenthread.plans.models import StatusRules
from goldenthread.web import feedback
from goldenthread.web.inspections.presenters.history import lines_of
from goldenthread.web.requests import SignedInRequest
from goldenthread.web.status_rules import presenters
from goldenthread.web.status_rules.forms import RulesForm

SET = "plans.set_rules"


@require_safe
def index(request: SignedInRequest) -> HttpResponse:
    """The rules of each council in which the person works."""
    user, today = request.user, timezone.localdate()
    seen = Authority.objects.filter(holds_role(user, COLLEAGUES, authority="pk")).order_by("name")
    councils = list(seen)
    may = set(seen.filter(holds_role(user, VERBS[SET].roles, authority="pk")))
    rows = StatusRules.objects.visible_to(user).order_by("pk")
    context = {
        "page": presenters.page(),
        "councils": [
            presenters.council_of(one, user, today, may_change=one in may) for one in councils
        ],
        "history": lines_of(*rows),
    }
    return render(request, "status_rules/index.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: SignedInRequest, code: str) -> HttpResponse:
    """See what other rules would change, then propose them; somebody else approves."""
    authority = _authority(request.user, code)
    require(request.user, SET, authority)
    rules = rules_of(authority, timezone.localdate())
    form = RulesForm(request.POST if request.method == "POST" else None, rules=rules)
    if not form.is_bound or not form.is_valid():
        return _asked(request, authority, form)
    after: status.Rules = form.cleaned_data["rules"]
    if "set" not in request.POST:
        return _proposed(request, authority, form, after)
    actions.set_status_rules(
        authority=authority,
        content=status.content_of(after),
        approved_in=form.cleaned_data["approved_in"],
        by=request.user,
    )
    feedback.done(request, "The rules are proposed. They count once somebody else approves them.")
    return redirect("status_rules:index")


@require_http_methods(["GET", "HEAD", "POST"])
def approve(request: SignedInRequest, pk: int) -> HttpResponse:
    """What a proposal would change; approved by somebody else, it counts from today on."""
    rows = StatusRules.objects.visible_to(request.user).filter(approved_at=None)
    row = get_object_or_404(rows.select_related("authority", "by"), pk=pk)
    require(request.user, SET, row.authority)
    refused = ""
    if request.method == "POST":
        try:
            actions.approve_status_rules(rules=row, by=request.user)
        except NotAllowedNow as error:
            refused = str(error)
        else:
            feedback.done(request, "The rules hold from today on. The earlier ones stay below.")
            return redirect("status_rules:index")
    after = status.read_rules(row.content)
    context = {
        **_shown(request.user, row.authority, after),
        "approved_in": row.approved_in,
        "refused": refused,
        "button": "Approve: these rules hold from today on",
    }
    code = HTTPStatus.UNPROCESSABLE_ENTITY if refused else HTTPStatus.OK
    return render(request, "status_rules/proposed.html", context, status=code)


def _authority(user: User, code: str) -> Authority:
    seen = Authority.objects.filter(holds_role(user, COLLEAGUES, authority="pk"))
    return get_object_or_404(seen, code=code)


def _asked(request: SignedInRequest, authority: Authority, form: RulesForm) -> HttpResponse:
    page = presenters.page_of_change(authority, "Change the status rules")
    status_code = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    context = {"page": page, "form": form}
    return render(request, "status_rules/change.html", context, status=status_code)


def _proposed(
    request: SignedInRequest, authority: Authority, form: RulesForm, after: status.Rules
) -> HttpResponse:
    """The proposal beside what holds; nothing is changed yet."""
    shown = _shown(request.user, authority, after)
    if not shown["changed"]:
        form.add_error(None, "These are the rules that hold. Change something first.")
        return _asked(request, authority, form)
    context = {
        **shown,
        "approved_in": form.cleaned_data["approved_in"],
        "sent": [(name, one) for name in form.fields for one in request.POST.getlist(name)],
        "button": "Propose these rules",
    }
    return render(request, "status_rules/proposed.html", context)


def _shown(user: User, authority: Authority, after: status.Rules) -> dict[str, Any]:
    """Rules that do not hold yet, beside those that do."""
    today = timezone.localdate()
    return {
        "page": presenters.page_of_change(authority, "Rules as they would be"),
        "changed": presenters.changes(rules_of(authority, today), after),
        "moved": presenters.moved(authority, user, today, after),
        "table": presenters.table(after, "As they would be"),
        "thresholds": presenters.thresholds(after),
    }
