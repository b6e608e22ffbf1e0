"""Alice and Bob of Aldermere, Charlie of Bramley: made by the verbs, for every room's tests."""

from dataclasses import dataclass
from datetime import date

from goldenthread.people import actions
from goldenthread.people.models import Authority, User
from goldenthread.people.roles import Role

LONG_AGO = date(2010, 4, 1)
PASSWORD = "a long made-up password"


@dataclass(frozen=True)
class Cast:
    """Two councils and three people; `setup` is the system user who appointed them."""

    setup: User
    aldermere: Authority
    bramley: Authority
    alice: User  # improvement officer of Aldermere
    bob: User  # director of Aldermere
    charlie: User  # improvement officer of Bramley, and nothing in Aldermere


def make_cast():
    setup = User.objects.system("setup", "Set-up")
    aldermere = actions.found_authority(code="990", name="Aldermere", by=setup)
    bramley = actions.found_authority(code="991", name="Bramley", by=setup)
    return Cast(
        setup=setup,
        aldermere=aldermere,
        bramley=bramley,
        alice=make_user("Alice Archer", aldermere, Role.IMPROVEMENT_OFFICER),
        bob=make_user("Bob Baker", aldermere, Role.DIRECTOR),
        charlie=make_user("Charlie Cooper", bramley, Role.IMPROVEMENT_OFFICER),
    )


def make_user(name, authority, *roles, **scope):
    """A user with roles in one authority, who is also a person there; may sign in."""
    setup = User.objects.system("setup", "Set-up")
    email = f"{name.lower().replace(' ', '.')}@{authority.name.lower()}.example"
    user = actions.open_account(
        authority=authority, email=email, name=name, by=setup, password=PASSWORD
    )
    for role in roles:
        actions.give_role(
            user=user, authority=authority, role=role, by=setup, started_on=LONG_AGO, **scope
        )
    actions.add_person(
        authority=authority, name=name, by=setup, user=user, partner=scope.get("partner")
    )
    return user
