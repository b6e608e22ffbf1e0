"""Teams and posts, services and partner organisations: their lists and pages."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils import timezone

from goldenthread.people.models import Membership, Post, Postholding, Team
from goldenthread.people.statutory import SOURCES, StatutoryRole
from goldenthread.web.components import Cell, Column, Empty, Table
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

NO_TEAMS = Empty(
    heading="No team is entered yet",
    text="A team can lead an action or help with it. Enter the teams with the codes that your "
    "case system uses, and who is in them: nobody checks the work of their own team.",
)
NO_POSTS = Empty(
    heading="No post is entered yet",
    text="A post can lead an action, whoever holds it. Enter the posts, who held them when, and "
    "whom each reports to: that is printed beside every check.",
)


def teams_of(teams: QuerySet[Team]) -> QuerySet[Team]:
    """The teams with who manages them today."""
    managing = Membership.objects.on(timezone.localdate()).filter(manages=True)
    return teams.select_related("service", "successor").prefetch_related(
        Prefetch("memberships", queryset=managing.select_related("person"), to_attr="managers_now")
    )


def posts_of(posts: QuerySet[Post]) -> QuerySet[Post]:
    """The posts with who holds them today."""
    now = Postholding.objects.on(timezone.localdate()).select_related("person")
    return posts.select_related("service", "team", "reports_to").prefetch_related(
        Prefetch("holdings", queryset=now, to_attr="held_now")
    )


def team_table(place: Place, listing: "Listing[Team]") -> Table:
    """The teams of this page of the list."""
    columns = (
        listing.column("Team", "name"),
        listing.column("Code", "code"),
        Column(heading="Service"),
        Column(heading="Managed by"),
        Column(heading="From"),
        Column(heading="To"),
    )
    rows = [_team_row(place, team) for team in listing.page]
    return Table(caption="Teams", columns=columns, rows=rows, caption_is_hidden=True)


def _team_row(place: Place, team: Any) -> list[Cell]:
    also = ", ".join(team.synonyms)
    after = f"then {team.successor}" if team.successor else ""
    return [
        Cell(team.name, href=place.to("team", team.pk), note=f"also {also}" if also else ""),
        Cell(team.code or "none"),
        Cell(str(team.service or "none")),
        Cell(several([str(member.person) for member in team.managers_now])),
        Cell(since(team.started_on)),
        Cell(until(team.ended_on), note=after),
    ]


def post_table(place: Place, listing: "Listing[Post]") -> Table:
    """The posts of this page of the list."""
    columns = (
        listing.column("Post", "title"),
        Column(heading="Held by"),
        Column(heading="Reports to"),
        Column(heading="Team or service"),
        Column(heading="To"),
    )
    rows = [_post_row(place, post) for post in listing.page]
    return Table(caption="Posts", columns=columns, rows=rows, caption_is_hidden=True)


def _post_row(place: Place, post: Any) -> list[Cell]:
    also = ", ".join(post.synonyms)
    held = [f"{h.person} (acting)" if h.acting else str(h.person) for h in post.held_now]
    return [
        Cell(post.title, href=place.to("post", post.pk), note=f"also {also}" if also else ""),
        Cell(several(held) if held else "nobody"),
        Cell(str(post.reports_to or UNSAID)),
        Cell(str(post.team or post.service or "none")),
        Cell(until(post.ended_on)),
    ]


UNSAID = "not entered"


def team_record(place: Place, team: Team) -> Record:
    """The page of a team, with everybody who was ever in it."""
    facts = [
        Fact("Code", team.code or "none"),
        Fact("Other names", several(team.synonyms)),
        Fact("Service", str(team.service or "none")),
        Fact("From", since(team.started_on)),
        Fact("To", until(team.ended_on)),
    ]
    if team.successor:
        facts.append(Fact("Followed by", str(team.successor), place.to("team", team.successor.pk)))
    members = team.memberships.select_related("person").order_by("-started_on", "pk")
    rows = [
        _holding(place, one.person, one, "manages it" if one.manages else "", "leave-team")
        for one in members
    ]
    return Record(
        heading=team.name,
        caption=f"Team, {place.authority}",
        crumbs=place.crumbs(("Teams", place.to("teams"))),
        facts=facts,
        links=(Crumb("Correct or end", place.to("change-team", team.pk)),) if place.keeps else (),
        sections=(
            Section(
                heading="Who is in it",
                slug="members",
                table=table("Who is in the team", _headings(place), rows),
                empty="Nobody is entered. Whoever is in a team does not check its work.",
                links=_only_keepers(place, "Add somebody", "add-member", team.pk),
            ),
        ),
    )


def post_record(place: Place, post: Post) -> Record:
    """The page of a post, with everybody who ever held it."""
    facts = [
        Fact("Kind", post.get_kind_display()),
        Fact("Other titles", several(post.synonyms)),
        Fact("Role of law", _law(post)),
        Fact("Reports to", *_way(place, post.reports_to)),
        Fact("Team", str(post.team or "none")),
        Fact("Service", str(post.service or "none")),
        Fact("From", since(post.started_on)),
        Fact("To", until(post.ended_on)),
    ]
    if post.partner:
        facts.append(Fact("Partner organisation", str(post.partner)))
    holdings = post.holdings.select_related("person").order_by("-started_on", "pk")
    rows = [
        _holding(place, one.person, one, "acting" if one.acting else "", "leave-post")
        for one in holdings
    ]
    return Record(
        heading=post.title,
        caption=f"Post, {place.authority}",
        crumbs=place.crumbs(("Posts", place.to("posts"))),
        facts=facts,
        links=(Crumb("Correct or end", place.to("change-post", post.pk)),) if place.keeps else (),
        sections=(
            Section(
                heading="Who held it",
                slug="holders",
                table=table("Who held the post", _headings(place), rows),
                empty="Nobody is entered. An action that this post leads then has no person.",
                links=_only_keepers(place, "Enter who holds it", "add-holder", post.pk),
            ),
        ),
    )


def _law(post: Post) -> str:
    if not post.statutory_role:
        return "none"
    source = SOURCES[StatutoryRole(post.statutory_role)]
    return f"{post.get_statutory_role_display()} ({source})"


def _way(place: Place, post: Post | None) -> tuple[str, str]:
    return (post.title, place.to("post", post.pk)) if post else (UNSAID, "")


def _holding(place: Place, person: Any, one: Any, note: str, name: str) -> list[Cell]:
    """The row of somebody who is or was in a team or a post."""
    cells = [
        Cell(str(person), href=place.to("person", person.pk), note=note),
        Cell(since(one.started_on)),
        Cell(until(one.ended_on)),
    ]
    if place.keeps:
        cells.append(Cell("Enter the last day", href=place.to(name, one.pk), note=str(person)))
    return cells


def _headings(place: Place) -> Sequence[str]:
    return ("Person", "From", "To", *(("What to do",) if place.keeps else ()))


def _only_keepers(place: Place, text: str, name: str, pk: int) -> tuple[Crumb, ...]:
    return (Crumb(text, place.to(name, pk)),) if place.keeps else ()
