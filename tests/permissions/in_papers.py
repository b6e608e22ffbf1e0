"""How the verbs on overall views and signed papers are tried."""

from datetime import date

from django.utils import timezone

from goldenthread.papers import actions
from goldenthread.papers.actions.finishing import job_of
from goldenthread.papers.models import Compared
from goldenthread.papers.tests.factories import draft, finished, signed, view
from goldenthread.people.models import Job
from tests.permissions.trying import tries

SIGN = "papers.sign_off"
TODAY = date(2026, 3, 16)


def brought(town):
    """A version that Bob brought in of a paper that he signed."""
    paper = signed(town.plan, town.cast.bob)
    return finished(paper, town.cast.bob, b"%PDF-1.4 a page", name="Finished.pdf")


@tries("papers.draft_view", actions.draft_overall_view)
def draft_overall_view(town):
    return lambda by: draft(town.plan, by, as_at=TODAY)


@tries("papers.sign_view", actions.sign_overall_view)
def sign_overall_view(town):
    return lambda by: view(town.plan, by, as_at=TODAY)


@tries(SIGN, actions.sign_off)
def sign_off(town):
    return lambda by: signed(town.plan, by, as_at=TODAY)


@tries(SIGN, actions.upload_signed)
def upload_signed(town):
    paper = signed(town.plan, town.cast.bob)
    return lambda by: finished(paper, by, b"%PDF-1.4 a page", name="Finished.pdf")


@tries(SIGN, actions.compare_again)
def compare_again(town):
    made = brought(town)
    failed = {"state": Job.State.FAILED, "finished_at": timezone.now()}
    Job.objects.filter(pk=job_of(made).pk).update(**failed)
    return lambda by: actions.compare_again(finished=made, by=by)


@tries(SIGN, actions.take_as_signed)
def take_as_signed(town):
    made = brought(town)
    Compared.objects.create(finished=made, state="same figures", at=timezone.now())
    return lambda by: actions.take_as_signed(finished=made, why="", by=by)


def sent(town):
    """A paper that Bob signed, and a way to record that it went to Ofsted."""
    paper = signed(town.plan, town.cast.bob)
    return lambda by: actions.record_sending(
        paper=paper, to=["Ofsted"], sent_on=TODAY, how="email", by=by
    )


@tries("papers.send", actions.record_sending)
def record_sending(town):
    return sent(town)


@tries("papers.send", actions.record_acknowledgement)
def record_acknowledgement(town):
    recipient = sent(town)(town.cast.bob).recipients.get()
    return lambda by: actions.record_acknowledgement(recipient=recipient, on=TODAY, by=by)
