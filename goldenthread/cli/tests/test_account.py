"""The command `account`: what it prints, what it refuses, and its exit codes."""

import json

import pytest
from typer.testing import CliRunner

from goldenthread.cli.main import app
from goldenthread.people import actions
from goldenthread.people.history import history_of
from goldenthread.people.models import Person, Post, User
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import LONG_AGO, PASSWORD, make_user

pytestmark = pytest.mark.django_db
INES = "ines@aldermere.example"
NEW = "seven boats on still water"
COMMAND = "from goldenthread.cli.main import main; main()"


@pytest.fixture
def run():
    def ran(*arguments, typed=None):
        return CliRunner().invoke(app, ["account", *arguments], input=typed)

    return ran


@pytest.fixture
def administrator(cast):
    return make_user("Ada Adams", cast.aldermere, Role.ADMINISTRATOR)


def add(run, *more, role="checker", typed=None):
    fixed = ("add", INES, "--name", "Ines Ivory", "--authority", "990", "--role", role)
    return run(*fixed, *more, typed=typed)


def as_json(answer):
    assert answer.exit_code == 0, answer.exception or answer.stderr
    return json.loads(answer.stdout)


def said(answer):
    """The refusal, which `main` prints on standard error."""
    assert answer.exit_code == 1
    assert answer.stdout == ""
    return str(answer.exception)


def test_an_authority_is_set_up(run):
    assert run("authority", "990", " Aldermere ").stdout == "Aldermere (990) is set up.\n"
    assert as_json(run("authority", "991", "Bramley", "--json")) == {
        "code": "991",
        "name": "Bramley",
    }
    assert "There is an authority with the code 990" in said(run("authority", "990", "Again"))


def test_an_account_gets_a_password_for_once(run, cast):
    password = as_json(add(run, "--json"))["password"]
    user = User.objects.get(email=INES)
    assert user.check_password(password)
    assert user.must_choose_password
    [opened, *_] = history_of(user)
    assert str(opened.by) == "Command line"


def test_the_password_is_printed_for_a_person_too(run, cast):
    printed = add(run).stdout
    password = printed.split("\n\n")[1].strip()
    assert User.objects.get(email=INES).check_password(password)


def test_a_password_may_come_from_standard_input_and_is_not_printed(run, cast):
    answer = add(run, "--password-stdin", typed=f"{NEW}\n")
    assert answer.stdout == f"{INES} can sign in.\n"
    user = User.objects.get(email=INES)
    assert user.check_password(NEW)
    assert not user.must_choose_password


def test_no_password_can_be_given_as_an_argument(run, cast):
    assert add(run, "--password", NEW).exit_code == 2


def test_roles_post_and_person_are_entered_and_told(run, cast, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as left:
        add(run, "--role", "Improvement officer", "--post", "Head of Duty")
    person = Person.objects.get(name="Ines Ivory")
    held = person.user.role_holdings.values_list("role", flat=True)
    assert set(held) == {"checker", "improvement_officer"}
    assert person.postholdings.get().post == Post.objects.get(title="Head of Duty")
    assert any("had no post “Head of Duty”" in str(each) for each in left)


def test_a_post_team_service_or_partner_that_is_known_is_not_made_twice(run, cast):
    trust = actions.add_partner(authority=cast.aldermere, name="Trust", by=cast.alice)
    assert add(run, "--partner", "trust", role="partner_user").exit_code == 0
    assert User.objects.get(email=INES).role_holdings.get().partner == trust


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--name", "Ines", "--authority", "992", "--role", "checker"], "no authority with this"),
        (["--name", " ", "--authority", "990", "--role", "checker"], "the name is missing"),
        (["--name", "I", "--authority", "990", "--role", "team_manager"], "needs a team"),
        (["--name", "I", "--authority", "990", "--role", "partner_user"], "one organisation"),
    ],
)
def test_what_cannot_be_is_refused_in_words(run, cast, arguments, words):
    assert words in said(run("add", INES, *arguments))
    assert not User.objects.filter(email=INES).exists()


@pytest.mark.parametrize("typed", ["", "\n", "short\n"])
def test_an_empty_or_weak_password_is_refused_and_nothing_kept(run, cast, typed):
    message = said(add(run, "--post", "New", "--password-stdin", typed=typed))
    assert "Standard input: it is empty" in message or "at least 12 characters" in message
    assert not User.objects.filter(email=INES).exists()
    assert not Post.objects.filter(title="New").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["add", INES, "--name", "Ines", "--authority", "990"],
        ["add", INES, "--name", "Ines", "--authority", "990", "--role", "king"],
        ["role", INES, "checker", "--from", "tomorrow"],
        ["fly"],
    ],
)
def test_a_wrong_call_exits_with_2(run, cast, arguments):
    assert run(*arguments).exit_code == 2


def test_the_list_shows_roles_that_are_not_over(run, cast, administrator):
    add(run)
    actions.switch_off(user=cast.bob, by=administrator)
    listed = as_json(run("list", "--authority", "990", "--json"))
    assert listed["authorities"] == [{"code": "990", "name": "Aldermere"}]
    rows = {row["name"]: row for row in listed["accounts"]}
    assert sorted(rows) == ["Ada Adams", "Alice Archer", "Bob Baker", "Ines Ivory"]
    assert not rows["Bob Baker"]["active"]
    [role] = rows["Alice Archer"]["roles"]
    assert (role["authority"], role["role"], role["until"]) == ("990", "improvement_officer", None)
    printed = run("list").stdout
    assert "Bob Baker  (switched off)" in printed
    assert "    improvement officer in 991 from 2010-04-01" in printed
    actions.end_role(holding=cast.alice.role_holdings.get(), ended_on=LONG_AGO, by=cast.setup)
    assert "improvement officer in 990" not in run("list").stdout


def test_an_administrator_lists_the_own_council_only(run, cast, administrator):
    listed = as_json(run("list", "--by", administrator.email, "--json"))
    assert [each["code"] for each in listed["authorities"]] == ["990"]
    assert cast.charlie.email not in {row["email"] for row in listed["accounts"]}


def test_an_empty_list_says_what_to_do_first(run):
    printed = run("list").stdout
    assert 'goldenthread account authority 990 "Aldermere"' in printed
    assert "goldenthread account add" in printed
    run("authority", "990", "Aldermere")
    assert "account authority" not in run("list").stdout


def test_a_role_is_given_from_a_day_to_a_day(run, cast):
    days = ("--from", "2026-03-16", "--until", "2026-03-20", "--json")
    given = as_json(run("role", cast.bob.email, "checker", *days))
    assert (given["role"], given["from"], given["until"]) == (
        "checker", "2026-03-16", "2026-03-20",
    )  # fmt: skip


def test_a_role_is_ended_today_or_on_a_day(run, cast, fixed_clock):
    ended = as_json(run("role", cast.alice.email, "improvement_officer", "--remove", "--json"))
    assert ended["until"] == "2026-03-16"
    assert "has its last day" in said(
        run("role", cast.alice.email, "improvement_officer", "--remove")
    )
    until = ("--remove", "--until", "2009-01-01")
    assert "before the first" in said(run("role", cast.bob.email, "director", *until))


def test_a_role_that_is_held_for_two_services_needs_its_service_to_be_ended(run, cast):
    for name in ("Early help", "Duty"):
        assert run("role", cast.bob.email, "checker", "--service", name).exit_code == 0
    remove = ("role", cast.bob.email, "checker", "--remove")
    assert "several parts of Aldermere" in said(run(*remove))
    assert "has none of this name" in said(run(*remove, "--service", "Nowhere"))
    assert "checker for Duty in 990" in run(*remove, "--service", "duty").stdout


def test_an_account_joins_a_second_council_as_a_person_there(run, cast):
    assert run("role", cast.bob.email, "checker", "--authority", "991").exit_code == 0
    assert cast.bob.persons.filter(authority=cast.bramley).exists()
    assert "not clear which council" in said(run("role", cast.bob.email, "lead"))


def test_in_somebodys_name_the_command_may_what_that_person_may(run, cast, administrator):
    assert "You may not manage users" in said(add(run, "--by", cast.alice.email))
    assert add(run, "--by", administrator.email).exit_code == 0
    [opened, *_] = history_of(User.objects.get(email=INES))
    assert opened.by == administrator
    assert "nobody has an account with this address" in said(add(run, "--by", "x@y.example"))
    assert "nobody has an account" in said(run("off", cast.setup.email))


def test_an_account_is_switched_off_and_on(run, cast):
    assert as_json(run("off", cast.bob.email, "--json")) == {
        "email": cast.bob.email,
        "active": False,
    }
    assert "switched off already" in said(run("off", cast.bob.email))
    assert "when the account is switched on again" in run("password", cast.bob.email).stdout
    assert run("on", cast.bob.email).stdout == f"{cast.bob.email} is switched on.\n"


def test_a_new_password_replaces_the_old(run, cast):
    printed = as_json(run("password", cast.bob.email, "--json"))
    bob = User.objects.get(pk=cast.bob.pk)
    assert bob.check_password(printed["password"])
    assert not bob.check_password(PASSWORD)
    run("password", cast.bob.email.upper(), "--password-stdin", typed=NEW)
    bob.refresh_from_db()
    assert bob.check_password(NEW)
    assert not bob.must_choose_password


def test_exit_codes_and_streams_of_the_real_command(own_database):
    made = own_database.run("-c", COMMAND, "account", "authority", "990", "Aldermere")
    assert (made.returncode, made.stderr) == (0, "")
    refused = own_database.run("-c", COMMAND, "account", "authority", "990", "Again")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr.startswith("There is an authority with the code 990.")
    assert own_database.run("-c", COMMAND, "account", "authority").returncode == 2


@pytest.mark.sqlite
def test_the_first_command_of_all_makes_the_tables(own_database):
    (own_database.folder / "goldenthread.sqlite3").unlink()
    listed = own_database.run("-c", COMMAND, "account", "list")
    assert (listed.returncode, listed.stderr) == (0, "")
    assert "Nobody has an account yet." in listed.stdout


def test_tables_of_an_earlier_version_are_not_changed_unasked(own_database):
    own_database.run("-m", "django", "migrate", "people", "0002", "--verbosity", "0")
    refused = own_database.run("-c", COMMAND, "account", "list")
    assert refused.returncode == 1
    assert "of an earlier version" in refused.stderr
