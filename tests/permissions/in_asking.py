"""How digests, calendars, answers to digests and corrections are tried."""

from django.utils import timezone

from goldenthread.people import actions as people
from goldenthread.people.models import Digest
from goldenthread.plans import actions, lateness, rounds
from goldenthread.plans.models import DraftUpdate, ReceivedMail
from tests.permissions.trying import tries

SEND, AGAIN = "people.send_digests", "people.send_again"
MAIL = b"From: nobody@elsewhere.example\nMessage-ID: <1@x>\n\nGood morning\n"


def digest(town, state):
    now = timezone.now()
    return Digest.objects.create(
        user=town.users["lead"], kind="weekly", period="2026-W11", due_at=now, not_before=now,
        state=state,
    )  # fmt: skip


@tries("people.choose_digest", people.choose_digest)
def choose_digest(town):
    user = town.users["administrator"]
    return lambda by: people.choose_digest(user=user, by=by, rhythm="daily")


@tries("people.keep_calendar", people.new_calendar_address)
def new_calendar_address(town):
    user = town.users["administrator"]
    return lambda by: people.new_calendar_address(user=user, by=by)


@tries("people.keep_calendar", people.end_calendar_address)
def end_calendar_address(town):
    user = town.users["administrator"]
    people.new_calendar_address(user=user, by=user)
    return lambda by: people.end_calendar_address(user=user, by=by)


@tries(SEND, people.make_digests)
def make_digests(town):
    return lambda by: people.make_digests(by=by, now=timezone.now())


@tries(SEND, people.claim_digest)
def claim_digest(town):
    row = digest(town, "waiting")
    return lambda by: people.claim_digest(digest=row, by=by, now=timezone.now())


@tries(SEND, people.end_digest)
def end_digest(town):
    row = digest(town, "sending")
    return lambda by: people.end_digest(digest=row, by=by, now=timezone.now(), outcome=None)


@tries(SEND, people.leave_digests)
def leave_digests(town):
    return lambda by: people.leave_digests(by=by, before=timezone.now())


@tries(AGAIN, people.send_again)
def send_again(town):
    row = digest(town, "given up")
    return lambda by: people.send_again(digest=row, by=by)


@tries("plans.take_reply", actions.take_reply)
def take_reply(town):
    return lambda by: actions.take_reply(raw=MAIL, by=by)


def draft(town):
    """What the lead who stands in the action answered."""
    sender = town.users["lead standing"]
    mail = ReceivedMail.objects.create(key="1", sender=sender, fate="drafted")
    return DraftUpdate.objects.create(action=town.action, by=sender, mail=mail, text="Two seen.")


@tries("plans.update_own", actions.use_draft, also="of a draft")
def use_draft(town):
    row = draft(town)
    return lambda by: actions.use_draft(draft=row, by=by)


@tries("plans.update_own", actions.throw_away_draft, also="of a draft")
def throw_away_draft(town):
    row = draft(town)
    return lambda by: actions.throw_away_draft(draft=row, by=by)


@tries("plans.update_own", actions.take_back_update, also="taken back")
def take_back_update(town):
    row = actions.no_change(action=town.action, by=town.users["lead standing"])
    return lambda by: actions.take_back_update(update=row, by=by)


@tries("plans.correct_own", actions.correct_entered)
def correct_entered(town):
    whose = town.person("lead standing")
    said = actions.add_update(
        action=town.action, by=town.cast.alice, text="All seen.", for_whom=whose
    )
    return lambda by: actions.correct_entered(of=said, by=by, text="Two were seen.")


def away(town, by):
    """The lead who stands in the action is away; another lead of the council stands in."""
    return people.enter_absence(
        person=town.person("lead standing"),
        deputy=town.person("lead"),
        started_on=timezone.localdate(),
        ended_on=timezone.localdate(),
        by=by,
    )


@tries("people.enter_absence", people.enter_absence)
def enter_absence(town):
    return lambda by: away(town, by)


@tries("people.enter_absence", people.withdraw_absence)
def withdraw_absence(town):
    row = away(town, town.cast.alice)
    return lambda by: people.withdraw_absence(absence=row, by=by)


def weekly():
    return rounds.Rhythm(first=timezone.localdate(), every=rounds.WEEKS)


@tries("plans.set_rounds", actions.set_rounds)
def set_rounds(town):
    return lambda by: actions.set_rounds(plan=town.action.plan, by=by, rhythm=weekly())


@tries("plans.set_rounds", actions.ask_again)
def ask_again(town):
    plan = town.action.plan
    actions.set_rounds(plan=plan, by=town.cast.alice, rhythm=weekly())
    person = town.person("lead standing")
    return lambda by: actions.ask_again(plan=plan, person=person, by=by)


@tries("plans.end_rounds", actions.end_rounds)
def end_rounds(town):
    plan = town.action.plan
    return lambda by: actions.end_rounds(plan=plan, by=by, day=timezone.localdate())


@tries("plans.set_lateness", actions.set_lateness)
def set_lateness(town):
    steps = lateness.Steps(lead=1)
    return lambda by: actions.set_lateness(authority=town.cast.aldermere, by=by, steps=steps)


@tries("plans.tell_of_lateness", actions.tell_of_lateness)
def tell_of_lateness(town):
    plan, day = town.action.plan, timezone.localdate()
    return lambda by: actions.tell_of_lateness(plan=plan, by=by, day=day)
