"""The browsers of an administrator, an improvement officer, a director and a guest."""

import pytest

from goldenthread.people import actions
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.web.tests.html import signed_in

HERE = "/library/people/990/"


@pytest.fixture
def anna(cast):
    """An administrator of Aldermere."""
    return make_user("Anna Admin", cast.aldermere, Role.ADMINISTRATOR)


@pytest.fixture
def admin(anna):
    return signed_in(anna)


@pytest.fixture
def lena(cast):
    """A lead, who keeps nothing."""
    return signed_in(make_user("Lena Lead", cast.aldermere, Role.LEAD))


@pytest.fixture
def guest(cast):
    """A partner user."""
    police = actions.add_partner(authority=cast.aldermere, name="Police", by=cast.alice)
    return signed_in(make_user("Paul Partner", cast.aldermere, Role.PARTNER_USER, partner=police))


def day(name, value):
    """A day as its three boxes send it."""
    return {f"{name}_0": value.day, f"{name}_1": value.month, f"{name}_2": value.year}
