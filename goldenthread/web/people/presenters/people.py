"""The list of people, and the page of a person."""

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.utils import timezone

from goldenthread.people.models import Alias, Membership, Person, Postholding, User
from goldenthread.web.away import coming
from goldenthread.web.components import Cell, Column, Count, Empty, Table
from goldenthread.web.listing import Listing
from goldenthread.web.pages import Crumb
from goldenthread.web.people.place import AWAY, LEAD, USERS, Place
from goldenthread.web.people.presenters.record import (
    Fact,
    Record,
    Section,
    several,
    since,
    table,
    until,
)
from goldenthread.web.ways import way_to
from goldenthread.web.words import day as day_words

EMPTY = Empty(
    heading="Nobody is in the directory yet",
    text="Leads come in with the plans that name them. Somebody who keeps the directory can also "
    "add people here, so that plans know them by name.",
)


def rows_of(people: QuerySet[Person]) -> Any:
    """The people with what a line shows of them today: five queries, however many they are.

    Any, because the type of a queryset does not know what it is prefetched with.
    """
    today = timezone.localdate()
    posts = Postholding.objects.on(today).select_related("post").order_by("post__title")
    teams = Membership.objects.on(today).select_related("team").order_by("team__name")
    aliases = Alias.objects.order_by("text")
    return (
        people.select_related("partner", "user")
        .prefetch_related(Prefetch("postholdings", queryset=posts, to_attr="posts_now"))
        .prefetch_related(Prefetch("memberships", queryset=teams, to_attr="teams_now"))
        .prefetch_related(Prefetch("aliases", queryset=aliases))
    )


def counts(people: QuerySet[Person], listing: "Listing[Person]") -> list[Count]:
    """How many there are of each kind; a click filters the list by it."""
    here = people.filter(left_on=None)
    kinds = {
        "": ("with the council and partners", here),
        "unposted": ("without a post", here.exclude(in_post())),
        "signs-in": ("who sign in", here.exclude(user=None)),
        "left": ("who left", people.exclude(left_on=None)),
    }
    chosen = listing.chosen.get("show", "")
    return [
        Count(
            number=rows.count(),
            label=label,
            href=listing.address(show=kind),
            is_current=chosen == kind,
        )
        for kind, (label, rows) in kinds.items()
    ]


def in_post() -> Exists:
    """The condition that a person holds a post today."""
    return Exists(Postholding.objects.on(timezone.localdate()).filter(person=OuterRef("pk")))


def table_of(place: Place, listing: "Listing[Person]") -> Table:
    """The people of this page of the list."""
    columns = (
        listing.column("Name", "name"),
        Column(heading="Post"),
        Column(heading="Team"),
        Column(heading="Signs in"),
    )
    rows = [_row(place, person) for person in listing.page]
    return Table(caption="People", columns=columns, rows=rows, caption_is_hidden=True)


def _row(place: Place, person: Any) -> list[Cell]:
    """The line of a person with what `rows_of` brought."""
    also = ", ".join(alias.text for alias in person.aliases.all())
    return [
        Cell(
            person.name,
            href=place.to("person", person.pk),
            note=f"also {also}" if also else "",
        ),
        Cell(several([_held(holding) for holding in person.posts_now]), note=_where(person)),
        Cell(several([str(member.team) for member in person.teams_now])),
        Cell(_signs_in(person.user)),
    ]


def _held(holding: Postholding) -> str:
    return f"{holding.post} (acting)" if holding.acting else str(holding.post)


def _where(person: Person) -> str:
    if person.left_on:
        return f"left on {day_words(person.left_on)}"
    return str(person.partner) if person.partner else ""


def _signs_in(user: User | None) -> str:
    if user is None:
        return "no"
    return "yes" if user.is_active else "account off"


def record_of(place: Place, person: Person, today: date) -> Record:
    """The page of a person; ways to change it for whoever keeps the directory."""
    links = (
        Crumb("Correct", place.to("change-person", person.pk)),
        Crumb("Add another name", place.to("add-alias", person.pk)),
    )
    return Record(
        heading=person.name,
        caption=f"Person, {place.authority}",
        crumbs=place.crumbs(("People", place.to("people"))),
        facts=_facts(place, person, today),
        links=(*(links if place.keeps else ()), *_hand_over(place, person)),
        sections=(
            _aliases(place, person),
            _posts(place, person),
            _teams(place, person),
            _absences(place, person, today),
        ),
    )


def _hand_over(place: Place, person: Person) -> tuple[Crumb, ...]:
    """The way to hand over what they stand in, for whoever says who leads."""
    if not place.may(LEAD):
        return ()
    href = way_to("plans:hand-over", place.authority.code, person.pk)
    return (Crumb("Hand over what they stand in", href),)


def _facts(place: Place, person: Person, today: date) -> list[Fact]:
    facts = [Fact("Initials in documents", person.initials or "those of the name")]
    if person.partner:
        facts.append(Fact("Partner organisation", str(person.partner)))
    if person.left_on:
        gone = "Left on" if person.left_on < today else "Leaves on"
        facts.append(Fact(gone, day_words(person.left_on)))
    if person.user is None:
        href = place.to("tie", person.pk) if place.may(USERS) else ""
        facts.append(Fact("Signs in", "no; tie to an account" if href else "no", href))
    else:
        href = place.to("account", person.user.pk) if place.may(USERS) else ""
        facts.append(Fact("Signs in", _signs_in(person.user), href))
    return facts


def _aliases(place: Place, person: Person) -> Section:
    rows = [
        [Cell(alias.text), *_way(place, "Take back", "remove-alias", alias.pk, alias.text)]
        for alias in person.aliases.order_by("text")
    ]
    headings = ("Other name", *(("What to do",) if place.keeps else ()))
    return Section(
        heading="Other names in documents",
        slug="aliases",
        table=table("Other names", headings, rows),
        empty="Documents know them by this name only. An import asks where a name is only alike.",
    )


def _posts(place: Place, person: Person) -> Section:
    rows = [
        [
            Cell(_held(one), href=place.to("post", one.post_id)),
            Cell(since(one.started_on)),
            Cell(until(one.ended_on)),
            *_way(place, "Enter the last day", "leave-post", one.pk, str(one.post)),
        ]
        for one in person.postholdings.select_related("post").order_by("-started_on", "pk")
    ]
    return Section(
        heading="Posts",
        slug="posts",
        table=table("Posts", _headings(place, "Post"), rows),
        empty="No post is entered. A checker's post and whom it reports to are printed beside "
        "each check.",
        links=(Crumb("Enter a post", place.to("take-post", person.pk)),) if place.keeps else (),
    )


def _teams(place: Place, person: Person) -> Section:
    rows = [
        [
            Cell(
                str(one.team),
                href=place.to("team", one.team_id),
                note="manages it" if one.manages else "",
            ),
            Cell(since(one.started_on)),
            Cell(until(one.ended_on)),
            *_way(place, "Enter the last day", "leave-team", one.pk, str(one.team)),
        ]
        for one in person.memberships.select_related("team").order_by("-started_on", "pk")
    ]
    return Section(
        heading="Teams",
        slug="teams",
        table=table("Teams", _headings(place, "Team"), rows),
        empty="No team is entered.",
        links=(Crumb("Enter a team", place.to("join-team", person.pk)),) if place.keeps else (),
    )


def _absences(place: Place, person: Person, today: date) -> Section:
    """When they are away, and who stands in; what is over is in the history."""
    enters = place.may(AWAY)
    rows = [
        [
            Cell(str(one.deputy), href=place.to("person", one.deputy_id)),
            Cell(day_words(one.started_on)),
            Cell(day_words(one.ended_on)),
            *([Cell("Take it back", href=place.to("back", one.pk))] if enters else []),
        ]
        for one in coming(person, today)
    ]
    headings = ("Deputy", "From", "To", *(("What to do",) if enters else ()))
    links = (Crumb("Enter that they are away", place.to("away", person.pk)),) if enters else ()
    return Section(
        heading="Away",
        slug="away",
        table=table("Away", headings, rows),
        empty="They are not away: what is asked of them comes to them.",
        links=links,
    )


def _headings(place: Place, first: str) -> tuple[str, ...]:
    return (first, "From", "To", *(("What to do",) if place.keeps else ()))


def _way(place: Place, text: str, name: str, pk: int, of: str) -> list[Cell]:
    """The last cell of a row, for whoever keeps the directory."""
    return [Cell(text, href=place.to(name, pk), note=of)] if place.keeps else []
