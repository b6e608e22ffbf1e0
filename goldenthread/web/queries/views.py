"""The list of queries and challenges, the weekly list, and the rules with what they yield."""

from http import HTTPStatus

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.people.models import Authority
from goldenthread.people.permissions import may, require
from goldenthread.plans import actions
from goldenthread.plans.models import Action, Query
from goldenthread.plans.models.lateness import steps_of
from goldenthread.plans.models.queries import settings_of
from goldenthread.plans.seeing import Sight
from goldenthread.thread import asked, further
from goldenthread.web import feedback
from goldenthread.web.my_work.forms import AnswerForm
from goldenthread.web.queries import presenters
from goldenthread.web.queries.forms import LatenessForm, SettingsForm
from goldenthread.web.requests import SignedInRequest

SET, SET_LATENESS = "plans.set_rules", "plans.set_lateness"


@require_safe
def index(request: SignedInRequest) -> HttpResponse:
    """The queries by recommendation, and the challenges; `open` in the address opens a form."""
    return _list(request, AnswerForm(), request.GET.get("open", ""))


@require_POST
def answer(request: SignedInRequest, pk: int) -> HttpResponse:
    """Answer a query where it stands in the list."""
    rows = Query.objects.visible_to(request.user).select_related("action__plan__authority")
    query, form = get_object_or_404(rows, pk=pk), AnswerForm(request.POST)
    if form.is_valid():
        try:
            actions.answer_query(query=query, by=request.user, **form.cleaned_data)
        except NotAllowedNow as refused:
            form.add_error(None, str(refused))
        else:
            feedback.done(request, f"{query.action.public_id}: the query is answered.")
            return redirect(f"{reverse('queries:index')}?{request.GET.urlencode()}")
    return _list(request, form, str(pk), HTTPStatus.UNPROCESSABLE_ENTITY)


@require_safe
def weekly(request: SignedInRequest) -> HttpResponse:
    """What nobody answered in time: the director's list and the board's."""
    authority, day = _authority(request), timezone.localdate()
    found = asked.gone_further(authority, by=request.user, day=day)
    late = further.late_for_long(authority, by=request.user, day=day)
    settings, steps = settings_of(authority), steps_of(authority)
    page = presenters.WeeklyPage(authority, found, settings, day, late=late, steps=steps)
    return render(request, "queries/weekly.html", {"page": page})


@require_http_methods(["GET", "HEAD", "POST"])
def lateness(request: SignedInRequest) -> HttpResponse:
    """After how many working days of lateness whom; set here."""
    authority = _authority(request)
    page = presenters.LatenessPage(authority, steps_of(authority))
    form = LatenessForm(request.POST or None, initial=vars(page.steps))
    if request.method == "POST":
        require(request.user, SET_LATENESS, authority)
        if form.is_valid():
            try:
                actions.set_lateness(authority=authority, by=request.user, steps=form.steps())
            except NotAllowedNow as refused:
                form.add_error(None, str(refused))
            else:
                feedback.done(request, "It is set. Set it again to undo this.")
                return redirect(page.href)
    context = {"page": page, "form": form, "may_set": may(request.user, SET_LATENESS, authority)}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "queries/lateness.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def rules(request: SignedInRequest) -> HttpResponse:
    """Each rule with what became of its queries; how they are put is set here."""
    authority, day = _authority(request), timezone.localdate()
    before = settings_of(authority)
    form = SettingsForm(request.POST or None, initial=vars(before))
    if request.method == "POST":
        require(request.user, SET, authority)
        if form.is_valid():
            actions.set_query_settings(
                authority=authority, by=request.user, settings=form.settings()
            )
            feedback.done(request, "It is set. Set it again to undo this.")
            query = urlencode({"council": authority.code})
            return redirect(f"{reverse('queries:rules')}?{query}")
    page = presenters.RulesPage(
        authority,
        asked.yields(authority, by=request.user),
        asked.forecasts(authority, by=request.user, day=day),
        before,
    )
    context = {"page": page, "form": form, "may_set": may(request.user, SET, authority)}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "queries/rules.html", context, status=status)


def _list(
    request: SignedInRequest,
    form: forms.Form,
    opened: str,
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    authority, user = _authority(request), request.user
    rows = list(asked.queries_of(authority, by=user).order_by("pk"))
    mine = set(
        Action.objects.visible_to(user)
        .filter(Sight(user).works_on(authority="plan__authority"))
        .filter(pk__in={row.action_id for row in rows})
        .values_list("pk", flat=True)
    )
    if may(user, "plans.update", authority):
        mine |= {row.action_id for row in rows}
    given = presenters.Given.of(request.GET, opened)
    shown = given.fitting(rows)
    page = presenters.QueriesPage(
        authority,
        rows,
        asked.by_recommendation(shown, by=user),
        list(asked.challenges_of(authority, by=user).open()),
        given=given,
        mine=mine,
    )
    context = {"page": page, "answer_form": form, "form": form if form.is_bound else None}
    return render(request, "queries/index.html", context, status=status)


def _authority(request: SignedInRequest) -> Authority:
    """The council that the address names, else the first; 404 where there is none."""
    councils = Authority.objects.visible_to(request.user).order_by("name")
    code = request.GET.get("council", "")
    found = get_object_or_404(councils, code=code) if code else councils.first()
    if found is None:
        raise Http404
    return found
