"""A plan: its counts, its actions, its items, the close of its first round, putting it aside."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from http import HTTPStatus
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from goldenthread.people.history import history_of
from goldenthread.people.permissions import may
from goldenthread.plans import actions, rungs
from goldenthread.plans.models import Action, Item, Plan, SourceIssue, Standing, ToSettle, Version
from goldenthread.plans.models.actions import ActionQuerySet
from goldenthread.plans.standing import Stands
from goldenthread.web import feedback
from goldenthread.web.listing import Listing
from goldenthread.web.pages import Page
from goldenthread.web.plans import addresses, gathered
from goldenthread.web.plans.forms import WhyForm
from goldenthread.web.plans.presenters import counts as counting
from goldenthread.web.plans.presenters import history, rows
from goldenthread.web.plans.presenters import plan as presenter
from goldenthread.web.plans.views.common import crumbs, plan_of
from goldenthread.web.requests import SignedInRequest


@require_safe
def show(request: SignedInRequest, public_id: str, code: str = "") -> HttpResponse:
    """The counts first, then the actions that fit the address."""
    plan, day = plan_of(request, public_id, code), timezone.localdate()
    version = _version(request, plan)
    seen = gathered.actions_of(plan, request.user, day)
    listing = actions_listing(request, seen)
    listing.remember()
    found = seen.counts
    data = gathered.gather(list(listing.page), seen, plan, day)
    context = {
        **frame(request, plan, "plan"),
        "plan": plan,
        "version": presenter.version_words(version),
        "round": presenter.round_words(plan),
        "sentence": found.sentence,
        "counts": counting.counts_of(found, _by_lead(seen), listing),
        "listing": listing,
        "rows": rows.rows_of(data),
        "key": _key(data, listing),
        "has_reported": plan.first_round_closed_on is None,
        "may_change": _is_open(plan) and may(request.user, "plans.update", plan.authority),
        "may_close": _may_close(request, plan),
        "may_archive": _is_open(plan) and may(request.user, "plans.withdraw", plan.authority),
        "issues": _issues(version, request),
        "history": history.lines_of(history_of(plan)) if version else [],
        "addresses": {name: addresses.of_plan(plan, name) for name in PAGES},
        "papers": presenter.papers(plan) if version else [],
        "close_href": addresses.of_plan(plan, "close-round"),
        "chips": presenter.chips(listing.chosen, listing.address),
        "columns": _columns(listing),
    }
    return render(request, "plans/show.html", context)


PAGES = ("plan", "listed", "bulk", "archive", "tracker", "add", "bridge", "versions", "adopted")


def actions_listing(request: SignedInRequest, seen: gathered.Seen) -> "Listing[Action]":
    """The actions of a plan as the address filters and orders them."""
    return Listing(
        request,
        seen.actions,
        filters={
            "state": lambda rows, state: _in_state(rows, state, seen),
            "colour": lambda rows, colour: [
                row for row in rows if seen.stands[row.pk].colour == colour
            ],
            "q": lambda rows, words: _with_words(rows, words, seen),
        },
        orders=_orders(seen.stands),
        per_page=100,
    )


def _orders(stands: Mapping[int, Stands]) -> dict[str, Callable[[Action], Any]]:
    """How a row's place follows from its order; what has no day, rung or colour comes last."""
    return {
        "order": lambda row: row.order,
        "due": lambda row: stands[row.pk].facts.due or date.max,
        "rung": lambda row: len(rungs.NAMES) if (at := stands[row.pk].rung) is None else at,
        "status": lambda row: stands[row.pk].colour,
        "action": lambda row: row.text,
    }


def _in_state(rows: Sequence[Any], state: str, seen: gathered.Seen) -> list[Any]:
    if state in counting.BY_LEAD:
        return _among(rows, _led(seen, state))
    return counting.in_state(rows, state, seen)


def _led(seen: gathered.Seen, how: str) -> ActionQuerySet:
    """Those that count without a lead, or with co-leads."""
    rows = seen.query.without_lead() if how == "no-lead" else seen.query.jointly_led()
    return rows.exclude(pk__in=seen.left)


def _among(rows: Sequence[Any], found: ActionQuerySet) -> list[Any]:
    ids = set(found.values_list("pk", flat=True))
    return [row for row in rows if row.pk in ids]


def _by_lead(seen: gathered.Seen) -> dict[str, int]:
    return {how: _led(seen, how).count() for how in counting.BY_LEAD}


def frame(request: SignedInRequest, plan: Plan, now: str) -> dict[str, Any]:
    """What the pages of a plan have in common."""
    left = ToSettle.objects.visible_to(request.user).open().filter(version__plan=plan).count()
    archived = " (archived)" if plan.state == Plan.State.ARCHIVED else ""
    caption = f"{plan.public_id}, {plan.authority}{archived}"
    return {
        "page": Page(heading=plan.title, caption=caption, crumbs=crumbs(request)),
        "tabs": presenter.tabs(plan, now, left=left),
        "left": left,
    }


@require_safe
def items(request: SignedInRequest, public_id: str, code: str = "") -> HttpResponse:
    """The items of a plan, in its order."""
    plan = plan_of(request, public_id, code)
    found = Item.objects.visible_to(request.user).current().filter(plan=plan)
    served = Q(served_by__dropped_in=None, served_by__action__dropped_in=None)
    found = found.annotate(
        actions_count=Count("served_by", filter=served, distinct=True),
        answers_count=Count("answered", filter=Q(answered__removed_at=None), distinct=True),
    )
    table = presenter.items_table(
        list(found.select_related("plan__authority", "part").order_by("order"))
    )
    context = {**frame(request, plan, "items"), "table": table}
    return render(request, "plans/items.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def close_round(request: SignedInRequest, public_id: str, code: str = "") -> HttpResponse:
    """Ask, then close the first round of updates."""
    plan = plan_of(request, public_id, code)
    if request.method == "POST":
        actions.close_first_round(plan=plan, by=request.user)
        feedback.done(request, "The first update round was closed. This cannot be undone.")
        return redirect(addresses.of_plan(plan))
    heading = "Close the first update round?"
    page = Page(heading=heading, caption=str(plan), crumbs=crumbs(request, plan))
    context = {"page": page, "confirm": presenter.closing(plan)}
    return render(request, "pages/confirm.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def archive(request: SignedInRequest, public_id: str, code: str = "") -> HttpResponse:
    """Ask why, then put the plan aside; what stands on it keeps it."""
    plan = plan_of(request, public_id, code)
    form = WhyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.archive_plan(plan=plan, by=request.user, why=form.cleaned_data["why"])
        feedback.done(request, f"{plan} was archived. This cannot be undone.")
        return redirect("plans:index")
    context = {
        "page": Page(heading="Archive this plan?", caption=str(plan), crumbs=crumbs(request, plan)),
        "form": form,
        "says": "It leaves every list of current plans and can no longer be changed. Nothing is "
        "deleted, and what stands on it keeps it. This cannot be undone.",
        "yes": "Archive this plan",
        "cancel": addresses.of_plan(plan),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "plans/why.html", context, status=status)


def _with_words(rows: Sequence[Any], words: str, seen: gathered.Seen) -> list[Any]:
    """Those with the words in their text, their number or the name of who stands in them."""
    named = (
        Standing.objects.current()
        .filter(action=OuterRef("pk"), ended_on=None)
        .filter(
            Q(printed__icontains=words)
            | Q(person__name__icontains=words)
            | Q(post__title__icontains=words)
            | Q(team__name__icontains=words)
            | Q(partner__name__icontains=words)
        )
    )
    own = Q(text__icontains=words) | Q(public_id__iexact=words) | Q(ref__iexact=words)
    return _among(rows, seen.query.filter(own | Q(Exists(named))))


def _key(data: gathered.Gathered, listing: "Listing[Action]") -> list[rows.KeyLine]:
    """The key, each colour a link to the actions of that colour."""
    return [
        rows.KeyLine(one.tag, one.words, listing.address(colour=one.tag.text))
        for one in rows.key_of(data.rules)
    ]


def _columns(listing: "Listing[Action]") -> dict[str, Any]:
    """The headings that order the list."""
    names = {"action": "order", "due": "due", "rung": "rung", "status": "status"}
    headings = ("Action", "Local date", "Worked out here", "Status")
    return {
        name: listing.column(heading, order)
        for (name, order), heading in zip(names.items(), headings, strict=True)
    }


def _version(request: SignedInRequest, plan: Plan) -> Version | None:
    """The version that counts; none for a partner user, who sees a part of the plan alone."""
    rows = Version.objects.visible_to(request.user).filter(plan=plan)
    return rows.filter(state=Version.State.CURRENT).first()


def _issues(version: Version | None, request: SignedInRequest) -> list[SourceIssue]:
    """The faults of the document itself, as it was read."""
    if version is None:
        return []
    return list(SourceIssue.objects.visible_to(request.user).filter(version=version).order_by("pk"))


def _is_open(plan: Plan) -> bool:
    return plan.state == Plan.State.CURRENT


def _may_close(request: SignedInRequest, plan: Plan) -> bool:
    if not _is_open(plan) or plan.first_round_closed_on is not None:
        return False
    return may(request.user, "plans.close_round", plan.authority)
