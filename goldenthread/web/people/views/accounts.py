"""Accounts of a council: the list, one account, opening it, roles, password, off and on."""

from typing import Any

from django.db.models import Q, QuerySet
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from goldenthread.basics.errors import NotAllowed
from goldenthread.people import actions
from goldenthread.people.models import RoleHolding, User
from goldenthread.web.asking import Ask, asked, form_page, tried
from goldenthread.web.listing import Listing
from goldenthread.web.pages import Crumb, Page
from goldenthread.web.people.forms import accounts as forms
from goldenthread.web.people.forms.directory import LastDayForm
from goldenthread.web.people.place import USERS, Place, place_of
from goldenthread.web.people.presenters import accounts as presenter
from goldenthread.web.people.presenters import history
from goldenthread.web.people.views.common import find, form_view, sent
from goldenthread.web.requests import SignedInRequest


@require_safe
def accounts(request: SignedInRequest, code: str) -> HttpResponse:
    """Whoever has or had a role in the council."""
    place = place_of(request, code, USERS)
    every = _of(place)
    listing = Listing(
        request,
        presenter.rows_of(every, place.authority),
        filters={"show": presenter.shown, "role": _in_role, "q": _called},
        orders={"name": "name", "email": "email"},
    )
    listing.remember()
    context = {
        "page": Page(heading="Accounts", caption=str(place.authority), crumbs=place.crumbs()),
        "tabs": place.tabs("Accounts"),
        "counts": presenter.counts(every, listing),
        "table": presenter.table_of(place, listing),
        "listing": listing,
        "find": find(request, listing, "Find a name or an address"),
        "all": request.path,
        "add": Crumb("Open an account", place.to("enrol")),
        "links": [Crumb("Give a role to somebody of another council", place.to("welcome"))],
    }
    return render(request, "people/list.html", context)


def _of(place: Place) -> QuerySet[User]:
    """The accounts that have or had a role in the council and that the user administers."""
    here = RoleHolding.objects.filter(authority=place.authority).values("user")
    return User.objects.visible_to(place.user).filter(pk__in=here)


def _in_role(rows: Any, role: str) -> Any:
    today = RoleHolding.objects.current().filter(role=role).values("user")
    return rows.filter(pk__in=today)


def _called(rows: Any, words: str) -> Any:
    return rows.filter(Q(name__icontains=words) | Q(email__icontains=words))


@require_safe
def account(request: SignedInRequest, code: str, pk: int) -> HttpResponse:
    place, row = _account(request, code, pk)
    held = row.role_holdings.filter(authority=place.authority)
    related = held.select_related("team", "service", "partner").order_by("-started_on", "pk")
    person = row.persons.filter(authority=place.authority).first()
    context = {
        "page": presenter.record_of(place, row, list(related), person),
        "history": history.lines_of(place, row, *related),
    }
    return render(request, "people/record.html", context)


@form_view
def enrol(request: SignedInRequest, code: str) -> HttpResponse:
    """Open an account with roles; its password for the first time stands on the next page, once."""
    place = place_of(request, code, USERS)
    form = forms.EnrolForm(sent(request), authority=place.authority)
    password = actions.new_password()
    user, is_done = tried(
        form,
        lambda given: actions.enrol(
            authority=place.authority,
            by=request.user,
            today=timezone.localdate(),
            password=password,
            for_once=True,
            **given,
        ),
    )
    if is_done:
        return _shown_once(request, place, user, password)
    ask = Ask(
        heading="Open an account",
        caption=str(place.authority),
        button="Open the account",
        back=place.to("accounts"),
        crumbs=place.crumbs(("Accounts", place.to("accounts"))),
        says="The next page shows a password for the first time, once. Whoever documents have "
        "brought in under this very name is tied to the account.",
        done=str,
    )
    return form_page(request, form, ask)


@form_view
def password(request: SignedInRequest, code: str, pk: int) -> HttpResponse:
    """Give an account a new password, to be used once."""
    place, row = _account(request, code, pk)
    if row.pk == request.user.pk:
        raise NotAllowed("Your own password is changed behind your name, on top of each page.")
    form = Form(sent(request))
    new = actions.new_password()
    user, is_done = tried(
        form,
        lambda _: actions.set_password(user=row, password=new, by=request.user, for_once=True),
    )
    if is_done:
        return _shown_once(request, place, user, new)
    says = "The old password ends at once, and whoever is signed in is signed out. The next page "
    says += "shows the new one, once. This cannot be undone; you can give another one."
    return form_page(request, form, _ask(place, row, "New password", "Give a new password", says))


def _shown_once(request: SignedInRequest, place: Place, user: User, new: str) -> HttpResponse:
    """The password on a page that is kept nowhere."""
    page = Page(
        heading=f"{user.name} can sign in",
        caption=user.email,
        crumbs=place.crumbs(("Accounts", place.to("accounts"))),
    )
    context = {"page": page, "password": new, "user_on": user.is_active,
               "href": place.to("account", user.pk)}  # fmt: skip
    answer = render(request, "people/password.html", context)
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


@form_view
def switch(request: SignedInRequest, code: str, pk: int) -> HttpResponse:
    """Switch an account off, or on again."""
    place, row = _account(request, code, pk)
    if row.is_active:
        says = "Whoever is signed in is signed out at once, and nobody signs in. The roles stay as "
        says += "they are, so that the history reads as it did. You can switch it on again."
        ask = _ask(place, row, "Switch an account off", "Switch off", says)
    else:
        says = "It opens with the password and the roles that it had. You can switch it off again."
        ask = _ask(place, row, "Switch an account on", "Switch on", says)
    verb = actions.switch_off if row.is_active else actions.switch_on
    return asked(request, Form(sent(request)), ask, lambda _: verb(user=row, by=request.user))


@form_view
def give_role(request: SignedInRequest, code: str, pk: int) -> HttpResponse:
    """Give an account a role."""
    place, row = _account(request, code, pk)
    form = forms.RoleForm(sent(request), authority=place.authority)
    ask = _ask(place, row, "Give a role", "Give the role", "")
    return asked(
        request,
        form,
        ask,
        lambda given: actions.appoint(
            user=row, authority=place.authority, by=request.user, **given
        ),
    )


@form_view
def welcome(request: SignedInRequest, code: str) -> HttpResponse:
    """Give a role to an account of another council, by its address."""
    place = place_of(request, code, USERS)
    form = forms.FindAccountForm(sent(request), authority=place.authority)
    ask = Ask(
        heading="Give a role to somebody of another council",
        caption=str(place.authority),
        button="Give the role",
        back=place.to("accounts"),
        crumbs=place.crumbs(("Accounts", place.to("accounts"))),
        says="Such as an independent chair who works for two councils. They see nothing of the "
        "other council here, and you see nothing of it.",
        done=lambda made: (
            f"{made.user}: {made.get_role_display().lower()}. End the role to undo it."
        ),
        to=lambda made: place.to("account", made.user.pk),
    )
    return asked(
        request,
        form,
        ask,
        lambda _: actions.appoint(authority=place.authority, by=request.user, **form.given()),
    )


@form_view
def end_role(request: SignedInRequest, code: str, pk: int) -> HttpResponse:
    """Enter the last day of a role."""
    place = place_of(request, code, USERS)
    rows = RoleHolding.objects.filter(authority=place.authority, user__in=_of(place))
    holding = get_object_or_404(rows.select_related("user", "authority"), pk=pk)
    first = holding.ended_on or timezone.localdate()
    form = LastDayForm(sent(request), initial={"ended_on": first})
    says = "From the day after, the account no longer has this role. Give it again to undo that."
    heading = f"End a role: {holding.get_role_display().lower()}"
    ask = _ask(place, holding.user, heading, "End the role", says)
    return asked(
        request,
        form,
        ask,
        lambda given: actions.end_role(holding=holding, by=request.user, **given),
    )


def _account(request: SignedInRequest, code: str, pk: int) -> tuple[Place, User]:
    place = place_of(request, code, USERS)
    return place, get_object_or_404(_of(place), pk=pk)


def _ask(place: Place, row: User, heading: str, button: str, says: str) -> Ask:
    """A form about an account, which leads back to its page."""
    back = place.to("account", row.pk)
    return Ask(
        heading=heading,
        caption=f"{row.name}, {row.email}",
        button=button,
        back=back,
        crumbs=place.crumbs(("Accounts", place.to("accounts")), (row.name, back)),
        says=says,
        done=lambda made: f"{row.email}: done. It stands in the history.",
    )
