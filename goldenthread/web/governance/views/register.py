"""The register of boards and meetings, who watches what, the calendar, names in plans."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from goldenthread.governance import actions, looking
from goldenthread.governance.actions.rows import FORUMS
from goldenthread.governance.models import Forum, Mention
from goldenthread.people.councils import where_may
from goldenthread.people.models import Authority
from goldenthread.people.permissions import require
from goldenthread.plans.models import Plan
from goldenthread.web.asking import Ask, asked
from goldenthread.web.governance.forms import ForumForm
from goldenthread.web.governance.presenters import register as presenter
from goldenthread.web.governance.views.common import FORM, address, data, way
from goldenthread.web.listing import Listing
from goldenthread.web.pages import Page
from goldenthread.web.requests import SignedInRequest

CAPTION = "Governance"


@require_safe
def index(request: SignedInRequest) -> HttpResponse:
    """Every board and meeting that the person sees, with its next meeting."""
    rows = Forum.objects.visible_to(request.user).select_related("authority")
    listing = Listing(
        request,
        rows.prefetch_related(
            "meetings", "skips", "seats__post", "seats__person", "seats__partner"
        ),
        filters={"kind": lambda found, kind: found.filter(kind=kind)},
        orders={"name": "name", "kind": "kind"},
    )
    listing.remember()
    may_add = where_may(request.user, FORUMS).exists()
    mentions = Mention.objects.visible_to(request.user).undecided().count()
    context = {
        "page": Page(heading="Boards and meetings"),
        "table": presenter.forums(listing, timezone.localdate()),
        "listing": listing,
        "may_add": may_add,
        "mentions": mentions,
        "empty": None if rows.exists() else presenter.empty(may_add=may_add),
    }
    return render(request, "governance/index.html", context)


@require_http_methods(FORM)
def add(request: SignedInRequest) -> HttpResponse:
    """Enter a board or meeting."""
    council = _council(request)
    form = ForumForm(**data(request), authority=council)
    ask = Ask(
        heading="Add a board or meeting",
        caption=str(council),
        says="It can be corrected later, and ended with a day. It cannot be deleted.",
        button="Add it",
        back=reverse("governance:index"),
        crumbs=way(),
        done=lambda made: f"{made} is in the register. Give it a chair and members.",
        to=address,
    )
    return asked(
        request,
        form,
        ask,
        lambda _: actions.register_forum(authority=council, about=form.about(), by=request.user),
    )


@require_safe
def matrix(request: SignedInRequest) -> HttpResponse:
    """Which board or meeting watches what, and whether as often as promised."""
    table = presenter.matrix(looking.matrix(request.user, timezone.localdate()))
    return _list(request, "Who watches what", table, presenter.NO_WATCH)


@require_safe
def calendar(request: SignedInRequest) -> HttpResponse:
    """The meetings of the next twelve months with what stands on their agendas."""
    table = presenter.calendar(looking.calendar(request.user, timezone.localdate()))
    return _list(request, "Calendar of meetings", table, presenter.NO_DAY)


@require_safe
def scrutiny(request: SignedInRequest) -> HttpResponse:
    """What scrutiny looked at, by year and topic."""
    table = presenter.scrutiny(looking.scrutiny(request.user))
    return _list(request, "What scrutiny looked at", table, presenter.NO_SCRUTINY)


@require_safe
def names(request: SignedInRequest) -> HttpResponse:
    """Names that plans print and that nobody has confirmed."""
    rows = Mention.objects.visible_to(request.user).undecided().select_related("plan")
    listing = Listing(request, rows, filters={}, orders={"printed": "printed"})
    context = {
        "page": Page(heading="Names in plans to confirm", crumbs=way()),
        "table": presenter.mentions(listing),
        "listing": listing,
        "may_find": where_may(request.user, FORUMS).exists(),
    }
    return render(request, "governance/names.html", context)


class PlanForm(forms.Form):
    """In which plan to look."""

    plan: Any = forms.ModelChoiceField(label="Plan", queryset=None, empty_label=None)


@require_http_methods(FORM)
def find(request: SignedInRequest) -> HttpResponse:
    """Look for names of boards and meetings in a plan."""
    council = _council(request)
    form = PlanForm(**data(request))
    plans = Plan.objects.visible_to(request.user).current().filter(authority=council)
    form.fields["plan"].queryset = plans  # type: ignore[attr-defined]
    ask = Ask(
        heading="Look for boards and meetings in a plan",
        caption=CAPTION,
        says="What is found is proposed. Abbreviations stay as printed until somebody confirms.",
        button="Look",
        back=reverse("governance:names"),
        crumbs=way(("Names in plans to confirm", reverse("governance:names"))),
        done=lambda made: f"{len(made)} new names were found.",
    )
    return asked(
        request,
        form,
        ask,
        lambda given: actions.propose_forums(plan=given["plan"], by=request.user),
    )


class ConfirmForm(forms.Form):
    """Which board or meeting a printed name is."""

    choice = forms.ChoiceField(
        label="Which board or meeting is it?",
        choices=[("known", "One of the register"), ("new", "A new one"), ("none", "None")],
        widget=forms.RadioSelect,
    )
    forum: Any = forms.ModelChoiceField(
        label="Of the register", queryset=None, required=False, empty_label="Choose"
    )
    name = forms.CharField(label="Name of the new one, in full", max_length=200, required=False)
    kind = forms.ChoiceField(label="Its kind", choices=Forum.Kind.choices, required=False)

    def clean(self) -> dict[str, Any]:
        """What goes with the choice.

        Raises:
            ValidationError: it is missing.
        """
        given = super().clean() or {}
        if given.get("choice") == "known" and not given.get("forum"):
            self.add_error("forum", "Of the register: nothing chosen. Choose one.")
        if given.get("choice") == "new" and not given.get("name"):
            self.add_error("name", "Name of the new one: nothing entered. Fill it in.")
        return given


@require_http_methods(FORM)
def confirm(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say which board or meeting a printed name is."""
    rows = Mention.objects.visible_to(request.user).select_related("authority")
    mention = get_object_or_404(rows, pk=pk)
    require(request.user, FORUMS, mention.authority)
    form = ConfirmForm(**data(request))
    form.fields["forum"].queryset = mention.authority.forums.open()  # type: ignore[attr-defined]
    ask = Ask(
        heading=f"Which board or meeting is “{mention}”?",
        caption=str(mention.plan),
        says=mention.where,
        button="Confirm",
        back=reverse("governance:names"),
        crumbs=way(("Names in plans to confirm", reverse("governance:names"))),
        done=lambda made: f"“{made}” is {made.forum or 'no board or meeting'}.",
    )

    def keep(given: Any) -> Mention:
        about = None
        if given["choice"] == "new":
            about = actions.forums.About(name=given["name"], kind=given["kind"])
        known = given["forum"] if given["choice"] == "known" else None
        return actions.confirm_mention(mention=mention, forum=known, about=about, by=request.user)

    return asked(request, form, ask, keep)


def _council(request: SignedInRequest) -> Authority:
    """The council whose register the person keeps; of several the one that the address names.

    Raises:
        NotAllowed: there is none.
    """
    councils = where_may(request.user, FORUMS)
    chosen = councils.filter(code=request.GET.get("council", "")).first() or councils.first()
    if chosen is None:
        require(request.user, FORUMS, Authority.objects.visible_to(request.user).first())
    return get_object_or_404(councils, pk=chosen.pk if chosen else 0)


def _list(request: SignedInRequest, heading: str, table: Any, says: str) -> HttpResponse:
    context = {"page": Page(heading=heading, crumbs=way()), "table": table, "says": says}
    return render(request, "governance/list.html", context)
