"""How the verbs of the sources room are tried."""

from datetime import date
from pathlib import Path

from django.conf import settings

from goldenthread.intake.actions import keep_file
from goldenthread.sources import actions
from goldenthread.sources.actions import loads
from goldenthread.sources.models import Suspicion, Upload
from goldenthread.sources.tests.loaded import CENSUS, referrals
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


def census(town):
    """A census file, for a load."""
    folder = Path(settings.FILES_DIR).parent
    folder.mkdir(parents=True, exist_ok=True)
    return referrals(folder, {"C1": ["2024-06-01"]})


def loaded(town, by):
    return loads.load(
        authority=town.cast.aldermere,
        form=CENSUS,
        paths=[census(town)],
        as_at=date(2025, 3, 31),
        by=by,
    )


@tries("sources.load", loads.load)
def load(town):
    return lambda by: loaded(town, by)


@tries("sources.load", loads.withdraw, also="withdrawn")
def withdraw(town):
    row = loaded(town, town.cast.setup)
    return lambda by: loads.withdraw(load=row, why="The wrong month.", by=by)


@tries("sources.load", loads.reduce, also="reduced")
def reduce(town):
    row = loaded(town, town.cast.setup)
    return lambda by: loads.reduce(load=type(row).objects.get(pk=row.pk), by=by)


@tries("sources.set_rule", loads.set_rule)
def set_rule(town):
    return lambda by: loads.set_rule(
        authority=town.cast.aldermere,
        rule="cp_visit_days",
        value=14,
        from_day=date(2025, 1, 1),
        by=by,
    )
