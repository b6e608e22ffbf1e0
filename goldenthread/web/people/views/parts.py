"""Teams, posts, services and partner organisations: lists, pages, entering and correcting."""

from typing import Any

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from goldenthread.people import actions
from goldenthread.people.models import PartnerOrganisation, Post, Service, Team
from goldenthread.web.asking import Ask, asked
from goldenthread.web.components import Cell
from goldenthread.web.listing import Listing
from goldenthread.web.pages import Crumb, Page
from goldenthread.web.people.forms import directory as forms
from goldenthread.web.people.place import DIRECTORY, Place, place_of
from goldenthread.web.people.presenters import history
from goldenthread.web.people.presenters import parts as presenter
from goldenthread.web.people.presenters.record import Section, table
from goldenthread.web.people.views.common import CORRECT_AGAIN, find, form_view, sent
from goldenthread.web.requests import SignedInRequest

TEAM = ("code", "synonyms", "service", "started_on", "ended_on", "successor")
POST = ("synonyms", "statutory_role", "reports_to", "service", "team", "started_on", "ended_on")


@require_safe
def teams(request: SignedInRequest, code: str) -> HttpResponse:
    """Every team, those of today first."""
    place = place_of(request, code)
    every = Team.objects.visible_to(request.user).filter(authority=place.authority)
    listing = Listing(
        request,
        presenter.teams_of(every),
        filters={"q": _team_called},
        orders={"name": "name", "code": "code"},
    )
    listing.remember()
    context = {
        "page": Page(heading="Teams", caption=str(place.authority), crumbs=place.crumbs()),
        "tabs": place.tabs("Teams"),
        "table": presenter.team_table(place, listing),
        "listing": listing,
        "find": find(request, listing, "Find a team or its code"),
        "all": request.path,
        "add": Crumb("Add a team", place.to("add-team")) if place.keeps else None,
        "empty": None if every.exists() or place.keeps else presenter.NO_TEAMS,
        "says": "" if every.exists() else presenter.NO_TEAMS.text,
    }
    return render(request, "people/list.html", context)


@require_safe
def posts(request: SignedInRequest, code: str) -> HttpResponse:
    """Every post with who holds it today."""
    place = place_of(request, code)
    every = Post.objects.visible_to(request.user).filter(authority=place.authority)
    listing = Listing(
        request,
        presenter.posts_of(every),
        filters={"q": _post_called},
        orders={"title": "title"},
    )
    listing.remember()
    context = {
        "page": Page(heading="Posts", caption=str(place.authority), crumbs=place.crumbs()),
        "tabs": place.tabs("Posts"),
        "table": presenter.post_table(place, listing),
        "listing": listing,
        "find": find(request, listing, "Find a post or who held it"),
        "all": request.path,
        "add": Crumb("Add a post", place.to("add-post")) if place.keeps else None,
        "empty": None if every.exists() or place.keeps else presenter.NO_POSTS,
        "says": "" if every.exists() else presenter.NO_POSTS.text,
    }
    return render(request, "people/list.html", context)


def _team_called(rows: Any, words: str) -> Any:
    return rows.filter(Q(name__icontains=words) | Q(code__iexact=words))


def _post_called(rows: Any, words: str) -> Any:
    held = Post.objects.filter(holdings__person__name__icontains=words).values("pk")
    return rows.filter(Q(title__icontains=words) | Q(pk__in=held))


@require_safe
def team(request: SignedInRequest, code: str, pk: int) -> HttpResponse:
    place, row = _team(request, code, pk)
    members = row.memberships.all()
    context = {
        "page": presenter.team_record(place, row),
        "history": history.lines_of(place, row, *members),
    }
    return render(request, "people/record.html", context)


@require_safe
def post(request: SignedInRequest, code: str, pk: int) -> HttpResponse:
    place, row = _post(request, code, pk)
    holdings = row.holdings.all()
    context = {
        "page": presenter.post_record(place, row),
        "history": history.lines_of(place, row, *holdings),
    }
    return render(request, "people/record.html", context)


@require_safe
def partners(request: SignedInRequest, code: str) -> HttpResponse:
    """The council's services, and the organisations beside it."""
    place = place_of(request, code)
    services = Service.objects.visible_to(request.user).filter(authority=place.authority)
    bodies = PartnerOrganisation.objects.visible_to(request.user).filter(authority=place.authority)
    sections = [
        Section(
            heading="Services",
            slug="services",
            table=_names("Services", services),
            empty="None is entered. Plans are counted by service, and a role may be for one only.",
            links=_add(place, "Add a service", "add-service"),
        ),
        Section(
            heading="Partner organisations",
            slug="partners",
            table=_names("Partner organisations", bodies),
            empty="None is entered. A partner user sees only what their organisation leads.",
            links=_add(place, "Add a partner organisation", "add-partner"),
        ),
    ]
    context = {
        "page": Page(
            heading="Services and partners", caption=str(place.authority), crumbs=place.crumbs()
        ),
        "tabs": place.tabs("Services and partners"),
        "sections": sections,
    }
    return render(request, "people/parts.html", context)


def _names(caption: str, rows: Any) -> Any:
    return table(caption, ["Name"], [[Cell(str(row))] for row in rows.order_by("name")])


def _add(place: Place, text: str, name: str) -> tuple[Crumb, ...]:
    return (Crumb(text, place.to(name)),) if place.keeps else ()


@form_view
def add_team(request: SignedInRequest, code: str) -> HttpResponse:
    """Enter a team."""
    place = place_of(request, code, DIRECTORY)
    form = forms.TeamForm(sent(request), authority=place.authority)
    ask = _new(place, "Add a team", "Teams", "teams", "team")
    return asked(
        request,
        form,
        ask,
        lambda given: actions.add_team(authority=place.authority, by=request.user, **given),
    )


@form_view
def add_post(request: SignedInRequest, code: str) -> HttpResponse:
    """Enter a post."""
    place = place_of(request, code, DIRECTORY)
    form = forms.PostForm(sent(request), authority=place.authority)
    ask = _new(place, "Add a post", "Posts", "posts", "post")
    return asked(
        request,
        form,
        ask,
        lambda given: actions.add_post(authority=place.authority, by=request.user, **given),
    )


@form_view
def add_service(request: SignedInRequest, code: str) -> HttpResponse:
    """Enter a service."""
    place = place_of(request, code, DIRECTORY)
    ask = _new(place, "Add a service", "Services and partners", "partners", "")
    return asked(
        request,
        forms.NameForm(sent(request)),
        ask,
        lambda given: actions.add_service(authority=place.authority, by=request.user, **given),
    )


@form_view
def add_partner(request: SignedInRequest, code: str) -> HttpResponse:
    """Enter a partner organisation."""
    place = place_of(request, code, DIRECTORY)
    ask = _new(place, "Add a partner organisation", "Services and partners", "partners", "")
    return asked(
        request,
        forms.NameForm(sent(request)),
        ask,
        lambda given: actions.add_partner(authority=place.authority, by=request.user, **given),
    )


@form_view
def change_team(request: SignedInRequest, code: str, pk: int) -> HttpResponse:
    """Correct a team, end it, or say which follows it."""
    place, row = _team(request, code, pk, DIRECTORY)
    form = forms.ChangeTeamForm(
        sent(request), authority=place.authority, initial={n: getattr(row, n) for n in TEAM}
    )
    says = "A team that is renamed or merged ends, and names the team that follows it."
    ask = _about(place, row, "Correct or end a team", says)
    return asked(
        request, form, ask, lambda given: actions.change_team(team=row, by=request.user, **given)
    )


@form_view
def change_post(request: SignedInRequest, code: str, pk: int) -> HttpResponse:
    """Correct a post, or end it."""
    place, row = _post(request, code, pk, DIRECTORY)
    form = forms.ChangePostForm(
        sent(request), authority=place.authority, initial={n: getattr(row, n) for n in POST}
    )
    says = "A post whose title changes ends, and a new one follows."
    ask = _about(place, row, "Correct or end a post", says)
    return asked(
        request, form, ask, lambda given: actions.change_post(post=row, by=request.user, **given)
    )


@form_view
def add_member(request: SignedInRequest, code: str, pk: int) -> HttpResponse:
    """Enter somebody in a team."""
    place, row = _team(request, code, pk, DIRECTORY)
    form = forms.MemberForm(sent(request), authority=place.authority)
    ask = _about(place, row, "Add somebody to the team", "", "Add")
    return asked(
        request, form, ask, lambda given: actions.join_team(team=row, by=request.user, **given)
    )


@form_view
def add_holder(request: SignedInRequest, code: str, pk: int) -> HttpResponse:
    """Enter who holds a post."""
    place, row = _post(request, code, pk, DIRECTORY)
    form = forms.HolderForm(sent(request), authority=place.authority)
    ask = _about(place, row, "Enter who holds the post", "", "Enter")
    return asked(
        request, form, ask, lambda given: actions.take_post(post=row, by=request.user, **given)
    )


def _team(request: SignedInRequest, code: str, pk: int, verb: str = "") -> tuple[Place, Team]:
    place = place_of(request, code, verb)
    rows = Team.objects.visible_to(request.user).filter(authority=place.authority)
    rows = rows.select_related("authority", "service", "successor")
    return place, get_object_or_404(rows, pk=pk)


def _post(request: SignedInRequest, code: str, pk: int, verb: str = "") -> tuple[Place, Post]:
    place = place_of(request, code, verb)
    rows = Post.objects.visible_to(request.user).filter(authority=place.authority)
    rows = rows.select_related("authority", "service", "team", "partner", "reports_to")
    return place, get_object_or_404(rows, pk=pk)


def _new(place: Place, heading: str, part: str, back: str, show: str) -> Ask:
    """A form that enters something; `show` names its page, empty where it has none."""
    return Ask(
        heading=heading,
        caption=str(place.authority),
        button="Add",
        back=place.to(back),
        crumbs=place.crumbs((part, place.to(back))),
        done=lambda row: f"{row} is entered. It stays in the history and cannot be deleted.",
        to=(lambda row: place.to(show, row.pk)) if show else None,
    )


def _about(place: Place, row: Team | Post, heading: str, says: str, button: str = "Save") -> Ask:
    """A form about a team or a post, which leads back to its page."""
    kind, part = ("team", "Teams") if isinstance(row, Team) else ("post", "Posts")
    back = place.to(kind, row.pk)
    return Ask(
        heading=heading,
        caption=str(row),
        button=button,
        back=back,
        crumbs=place.crumbs((part, place.to(f"{kind}s")), (str(row), back)),
        says=says,
        done=lambda made: f"{row}: saved. {CORRECT_AGAIN}",
    )
