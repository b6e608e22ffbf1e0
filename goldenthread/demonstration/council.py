"""Sets up the council: its services, partners, teams and posts, and who signs in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from goldenthread.demonstration import texts_read
from goldenthread.people import actions
from goldenthread.people.models import Authority, PartnerOrganisation, Post, Service, Team, User
from goldenthread.people.roles import Role

Row = Mapping[str, Any]


@dataclass
class Council:
    """The council as it is being set up; `users` by name, `posts` by title."""

    authority: Authority
    setup: User
    since: date
    services: dict[str, Service] = field(default_factory=dict)
    partners: dict[str, PartnerOrganisation] = field(default_factory=dict)
    teams: dict[str, Team] = field(default_factory=dict)
    posts: dict[str, Post] = field(default_factory=dict)
    users: dict[str, User] = field(default_factory=dict)

    def __getitem__(self, name: str) -> User:
        """Whoever has this name.

        Raises:
            KeyError: nobody has.
        """
        return self.users[name]


def set_up(password: str) -> Council:
    """The council with every role held by somebody who can sign in with the password."""
    text = texts_read.table("council")
    setup = User.objects.system("command", "Command line")
    authority = actions.found_authority(code=text["code"], name=text["name"], by=setup)
    made = Council(authority, setup, text["since"])
    for name in text["services"]:
        made.services[name] = actions.add_service(authority=authority, name=name, by=setup)
    for name in text["partners"]:
        made.partners[name] = actions.add_partner(authority=authority, name=name, by=setup)
    for row in text["posts"]:
        _enrol(made, row, password)
    return made


def _enrol(made: Council, row: Row, password: str) -> None:
    post = actions.add_post(
        authority=made.authority, title=row["title"], by=made.setup, **_details(made, row)
    )
    made.posts[row["title"]] = post
    made.users[row["name"]] = actions.enrol(
        authority=made.authority,
        email=address_of(row["name"]),
        name=row["name"],
        roles=[Role(role) for role in row["roles"]],
        by=made.setup,
        today=made.since,
        password=password,
        post=post,
        team=_team(made, row) if "team" in row else None,
        partner=made.partners.get(row.get("partner", "")),
    )


def address_of(name: str) -> str:
    """The address with which somebody of the council signs in."""
    return f"{name.lower().replace(' ', '.')}@aldermere.example"


def _details(made: Council, row: Row) -> dict[str, Any]:
    known = {
        "service": made.services.get(row.get("service", "")),
        "partner": made.partners.get(row.get("partner", "")),
        "reports_to": made.posts.get(row.get("reports_to", "")),
        "kind": row.get("kind", Post.Kind.OFFICER),
    }
    return {name: value for name, value in known.items() if value is not None}


def _team(made: Council, row: Row) -> Team:
    name = row["team"]
    if name not in made.teams:
        made.teams[name] = actions.add_team(
            authority=made.authority,
            name=name,
            by=made.setup,
            service=made.services[row["service"]],
        )
    return made.teams[name]
