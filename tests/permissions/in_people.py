"""How the verbs of the people room and of the history are tried."""

from datetime import date

from django.utils import timezone

from goldenthread.people import actions, jobs, verification
from goldenthread.people.history import redacting
from goldenthread.people.models import (
    HistoryValue,
    Job,
    Notice,
    Person,
    Postholding,
    RoleHolding,
    User,
)
from goldenthread.people.roles import Role
from tests.permissions.trying import tries

TODAY = date(2026, 3, 16)
WORDS = "violet kettle sandwich 7"
USERS, DIRECTORY = "people.manage_users", "people.keep_directory"


def ours(town, **changes):
    return {"authority": town.cast.aldermere, **changes}


def somebody(town):
    """An account that has a role in Aldermere only."""
    user = User.objects.create(email="somebody@aldermere.example", name="Somebody")
    RoleHolding.objects.create(**ours(town), user=user, role=Role.CLERK, started_on=TODAY)
    return user


def person(town):
    return Person.objects.create(authority=town.cast.aldermere, name="Pat Person")


@tries("people.found_authority", actions.found_authority)
def found_authority(town):
    return lambda by: actions.found_authority(code="992", name="Corley", by=by)


@tries(USERS, actions.open_account)
def open_account(town):
    return lambda by: actions.open_account(**ours(town), email="x@y.example", name="X", by=by)


@tries(USERS, actions.enrol)
def enrol(town):
    return lambda by: actions.enrol(
        **ours(town), email="x@y.example", name="X", roles=[Role.CLERK], by=by, today=TODAY
    )


@tries(USERS, actions.set_password)
def set_password(town):
    user = somebody(town)
    return lambda by: actions.set_password(user=user, password=WORDS, by=by)


@tries(USERS, actions.switch_off)
def switch_off(town):
    user = somebody(town)
    return lambda by: actions.switch_off(user=user, by=by)


@tries(USERS, actions.switch_on)
def switch_on(town):
    user = somebody(town)
    User.objects.filter(pk=user.pk).update(is_active=False)
    return lambda by: actions.switch_on(user=user, by=by)


@tries(USERS, actions.give_role)
def give_role(town):
    user = somebody(town)
    return lambda by: actions.give_role(
        user=user, **ours(town), role=Role.ANALYST, by=by, started_on=TODAY
    )


@tries(USERS, actions.end_role)
def end_role(town):
    holding = somebody(town).role_holdings.get()
    return lambda by: actions.end_role(holding=holding, ended_on=TODAY, by=by)


@tries(USERS, actions.appoint)
def appoint(town):
    user = somebody(town)
    return lambda by: actions.appoint(
        user=user, **ours(town), role=Role.ANALYST, by=by, started_on=TODAY
    )


@tries(DIRECTORY, actions.be_person)
def be_person(town):
    user = somebody(town)
    return lambda by: actions.be_person(user=user, **ours(town), by=by)


@tries(DIRECTORY, actions.add_person)
def add_person(town):
    return lambda by: actions.add_person(**ours(town), name="Ann", by=by)


@tries(DIRECTORY, actions.tie_to_account)
def tie_to_account(town):
    one, user = person(town), somebody(town)
    return lambda by: actions.tie_to_account(person=one, user=user, by=by)


@tries(DIRECTORY, actions.add_alias)
def add_alias(town):
    one = person(town)
    return lambda by: actions.add_alias(person=one, text="Patty", by=by)


@tries(DIRECTORY, actions.remove_alias)
def remove_alias(town):
    alias = person(town).aliases.create(text="Patty")
    return lambda by: actions.remove_alias(alias=alias, by=by)


@tries(DIRECTORY, actions.change_person)
def change_person(town):
    one = person(town)
    return lambda by: actions.change_person(person=one, by=by, initials="PQ")


@tries(DIRECTORY, actions.change_team)
def change_team(town):
    return lambda by: actions.change_team(team=town.team, by=by, code="N9")


@tries(DIRECTORY, actions.change_post)
def change_post(town):
    return lambda by: actions.change_post(post=town.post, by=by, synonyms=["Head"])


@tries(DIRECTORY, actions.add_service)
def add_service(town):
    return lambda by: actions.add_service(**ours(town), name="Adoption", by=by)


@tries(DIRECTORY, actions.add_partner)
def add_partner(town):
    return lambda by: actions.add_partner(**ours(town), name="Police", by=by)


@tries(DIRECTORY, actions.add_team)
def add_team(town):
    return lambda by: actions.add_team(**ours(town), name="North", by=by)


@tries(DIRECTORY, actions.add_post)
def add_post(town):
    return lambda by: actions.add_post(**ours(town), title="Clerk", by=by)


@tries(DIRECTORY, actions.take_post)
def take_post(town):
    one = person(town)
    return lambda by: actions.take_post(post=town.post, person=one, by=by, started_on=None)


@tries(DIRECTORY, actions.leave_post)
def leave_post(town):
    holding = Postholding.objects.create(post=town.post, person=person(town))
    return lambda by: actions.leave_post(holding=holding, ended_on=TODAY, by=by)


@tries(DIRECTORY, actions.join_team)
def join_team(town):
    one = person(town)
    return lambda by: actions.join_team(team=town.team, person=one, by=by, started_on=None)


@tries(DIRECTORY, actions.leave_team)
def leave_team(town):
    member = town.team.memberships.create(person=person(town))
    return lambda by: actions.leave_team(membership=member, ended_on=TODAY, by=by)


@tries("people.send_notices", actions.send_notices)
def send_notices(town):
    message = actions.Message(to=somebody(town), matters=("action 1",), about="A", words="B")
    return lambda by: actions.send_notices(**ours(town), messages=[message], by=by)


@tries("people.read_notices", actions.read_notice)
def read_notice(town):
    to = town.users["improvement_officer"]
    notice = Notice.objects.create(
        **ours(town), to=to, by=to, about="A", words="B", sent_at=timezone.now()
    )
    return lambda by: actions.read_notice(notice=notice, by=by)


@tries("people.cancel_job", jobs.cancel)
def cancel(town):
    kind = next(iter(jobs.KINDS))
    row = Job.objects.create(**ours(town), kind=kind, asked_by=town.cast.alice, arguments={})
    return lambda by: jobs.cancel(job=row, by=by)


def values(town):
    return list(HistoryValue.objects.filter(line__authority=town.cast.aldermere)[:1])


@tries("history.request_redaction", redacting.request_redaction)
def request_redaction(town):
    found = values(town)
    return lambda by: redacting.request_redaction(values=found, by=by, why="A slip of the pen.")


def asked(town):
    return redacting.request_redaction(values=values(town), by=town.cast.alice, why="A slip.")


@tries("history.approve_redaction", redacting.approve_redaction)
def approve_redaction(town):
    redaction = asked(town)
    return lambda by: redacting.approve_redaction(redaction=redaction, by=by)


@tries("history.approve_redaction", redacting.refuse_redaction)
def refuse_redaction(town):
    redaction = asked(town)
    return lambda by: redacting.refuse_redaction(redaction=redaction, by=by, why="It is right.")


@tries("history.verify", verification.ask_to_verify)
def ask_to_verify(town):
    return lambda by: verification.ask_to_verify(**ours(town), by=by)
