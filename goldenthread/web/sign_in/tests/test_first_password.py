"""A password for once: it leads to the page that changes it, and nowhere else."""

import pytest

from goldenthread.people.history import history_of
from goldenthread.people.models import User
from goldenthread.web.sign_in.first_password import WORDS
from goldenthread.web.tests.people import PASSWORD

pytestmark = pytest.mark.django_db
CHANGE = "/account/password/"
NEW = "seven boats on still water"


@pytest.fixture
def newcomer(page_client, officer):
    User.objects.filter(pk=officer.pk).update(must_choose_password=True)
    return page_client


def choose(client, new=NEW):
    fields = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    return client.post(CHANGE, fields, follow=True)


@pytest.mark.parametrize(
    "address", ["/", "/library/", "/account/", "/account/second-factor/start/"]
)
def test_every_page_leads_to_choosing_a_password(newcomer, address):
    answer = newcomer.get(address, follow=True)
    assert answer.request["PATH_INFO"] == CHANGE
    assert WORDS in answer.text


def test_a_fragment_leads_the_whole_window_there(newcomer):
    assert newcomer.get("/", headers={"HX-Request": "true"}).headers["HX-Redirect"] == CHANGE


def test_one_may_sign_out_instead(newcomer):
    assert "You have signed out." in newcomer.post("/account/sign-out/", follow=True).text


def test_the_chosen_password_opens_every_page_and_is_a_line_of_history(newcomer, officer):
    choose(newcomer)
    assert newcomer.get("/library/").status_code == 200
    [line] = history_of(officer)
    assert (line.verb, line.by) == ("set the password", officer)


def test_the_given_password_again_is_refused(newcomer):
    assert "it is the one that you were given" in choose(newcomer, PASSWORD).text
    assert newcomer.get("/library/").status_code == 302
