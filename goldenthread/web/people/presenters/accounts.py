"""The list of accounts, and the page of one."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone

from goldenthread.people.models import Authority, Person, RoleHolding, User
from goldenthread.web.components import Cell, Column, Count, Table
from goldenthread.web.listing import Listing
from goldenthread.web.pages import Crumb
from goldenthread.web.people.place import Place
from goldenthread.web.people.presenters.record import (
    Fact,
    Record,
    Section,
    several,
    since,
    table,
    until,
)
from goldenthread.web.words import day, moment

KINDS = {
    "on": ("switched on", Q(is_active=True)),
    "new": ("who never chose a password", Q(is_active=True, must_choose_password=True)),
    "off": ("switched off", Q(is_active=False)),
}


def rows_of(users: QuerySet[User], authority: Authority) -> QuerySet[User]:
    """The accounts with the roles of this council that are not over, and their person."""
    over = Q(ended_on__lt=timezone.localdate())
    held = RoleHolding.objects.filter(authority=authority).exclude(over).order_by("role", "pk")
    here = Person.objects.filter(authority=authority)
    return users.prefetch_related(
        Prefetch(
            "role_holdings",
            queryset=held.select_related("team", "service", "partner"),
            to_attr="held_here",
        ),
        Prefetch("persons", queryset=here, to_attr="persons_here"),
    )


def shown(rows: Any, kind: str) -> Any:
    """The accounts of a kind, as the counts name them."""
    return rows.filter(KINDS[kind][1]) if kind in KINDS else rows


def counts(users: QuerySet[User], listing: "Listing[User]") -> list[Count]:
    """How many accounts there are of each kind; a click filters the list by it."""
    chosen = listing.chosen.get("show", "")
    every = Count(
        number=users.count(), label="all", href=listing.address(show=""), is_current=not chosen
    )
    return [every] + [
        Count(
            number=users.filter(condition).count(),
            label=label,
            href=listing.address(show=kind),
            is_current=chosen == kind,
        )
        for kind, (label, condition) in KINDS.items()
    ]


def table_of(place: Place, listing: "Listing[User]") -> Table:
    """The accounts of this page of the list."""
    columns = (
        listing.column("Name", "name"),
        listing.column("Email address", "email"),
        Column(heading="Roles"),
        Column(heading="State"),
        Column(heading="Last signed in"),
    )
    rows = [_row(place, user) for user in listing.page]
    return Table(caption="Accounts", columns=columns, rows=rows, caption_is_hidden=True)


def _row(place: Place, user: Any) -> list[Cell]:
    roles = [role_words(holding) for holding in user.held_here]
    return [
        Cell(user.name or user.email, href=place.to("account", user.pk)),
        Cell(user.email),
        Cell(several(roles)),
        Cell(_state(user)),
        Cell(moment(user.last_login) if user.last_login else "never"),
    ]


def _state(user: User) -> str:
    if not user.is_active:
        return "off"
    return "on, a password for once" if user.must_choose_password else "on"


def role_words(holding: RoleHolding) -> str:
    """A role with the part of the council that it is for."""
    part = holding.team or holding.service or holding.partner
    label = str(holding.get_role_display())
    label = f"{label} for {part}" if part else label
    return f"{label} from {day(holding.started_on)}" if _is_to_come(holding) else label


def _is_to_come(holding: RoleHolding) -> bool:
    return holding.started_on > timezone.localdate()


def record_of(
    place: Place, user: User, held: Sequence[RoleHolding], person: Person | None
) -> Record:
    """The page of an account: what it may do in this council, and since when."""
    facts = [
        Fact("Email address", user.email),
        Fact("State", _state(user)),
        Fact("Last signed in", moment(user.last_login) if user.last_login else "never"),
        Fact("Opened", moment(user.made_at)),
        _person(place, person),
    ]
    rows = [
        [
            Cell(role_words(one)),
            Cell(since(one.started_on)),
            Cell(until(one.ended_on)),
            Cell("End", href=place.to("end-role", one.pk), note=str(one.get_role_display())),
        ]
        for one in held
    ]
    roles = Section(
        heading="Roles",
        slug="roles",
        table=table("Roles", ("Role", "From", "To", "What to do"), rows),
        empty="No role: whoever signs in sees nothing.",
    )
    return Record(
        heading=user.name or user.email,
        caption=f"Account, {place.authority}",
        crumbs=place.crumbs(("Accounts", place.to("accounts"))),
        facts=facts,
        links=_links(place, user),
        sections=(roles,),
    )


def _person(place: Place, person: Person | None) -> Fact:
    if person is None:
        return Fact("Person", "nobody of the directory")
    return Fact("Person", person.name, place.to("person", person.pk))


def _links(place: Place, user: User) -> tuple[Crumb, ...]:
    """What can be done; nobody gives roles to themselves or switches off their own account."""
    password = Crumb("Give a new password", place.to("password", user.pk))
    if user.pk == place.user.pk:
        return ()
    off = "Switch off" if user.is_active else "Switch on"
    return (
        Crumb("Give a role", place.to("give-role", user.pk)),
        password,
        Crumb(off, place.to("switch", user.pk)),
    )
