"""How the verbs of the sources room are tried."""

from goldenthread.intake.actions import keep_file
from goldenthread.sources import actions
from goldenthread.sources.models import Suspicion, Upload
from tests.permissions.trying import tries

TEXT = [({}, "NHS number 943 476 5919")]


def upload(town, by, partner=None):
    first = actions.store(
        authority=town.cast.aldermere, name="a.txt", data=b"words", by=town.cast.alice
    )
    return Upload.objects.create(file=first.file, name="a.txt", by=by, partner=partner)


def brought(row, by):
    """The upload as if somebody else had brought it."""
    Upload.objects.filter(pk=row.pk).update(by=by)
    return row


@tries("sources.store", actions.store)
def store(town):
    return lambda by: actions.store(
        authority=town.cast.aldermere, name="a.txt", data=b"words", by=by
    )


@tries("sources.store", keep_file)
def keep(town):
    return lambda by: keep_file(authority=town.cast.aldermere, name="a.txt", data=b"words", by=by)


@tries("sources.store", actions.store, also="for our partner")
def store_for_a_partner(town):
    return lambda by: actions.store(
        authority=town.cast.aldermere, name="a.txt", data=b"words", by=by, partner=town.partner
    )


@tries("sources.decide_own", actions.screen_upload)
def screen_own(town):
    row = upload(town, town.cast.alice)
    return lambda by: actions.screen_upload(upload=brought(row, by), texts=TEXT, by=by)


@tries("sources.decide_own", actions.screen_upload, also="of our partner")
def screen_own_of_a_partner(town):
    row = upload(town, town.cast.alice, town.partner)
    return lambda by: actions.screen_upload(upload=brought(row, by), texts=TEXT, by=by)


@tries("sources.decide", actions.screen_upload, also="of somebody else")
def screen(town):
    row = upload(town, town.cast.alice)
    return lambda by: actions.screen_upload(upload=row, texts=TEXT, by=by)


@tries("sources.decide", actions.decide)
def decide(town):
    row = upload(town, town.cast.alice)
    found = actions.screen_upload(upload=row, texts=TEXT, by=town.cast.alice)
    decision = Suspicion.Decision.NOT_PERSONAL
    return lambda by: actions.decide(
        suspicions=found, decision=decision, why="A made-up number.", by=by
    )
