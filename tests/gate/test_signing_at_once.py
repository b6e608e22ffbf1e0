"""Two people sign one paper at the same moment: one follows the other, or is told."""

from dataclasses import replace
from threading import Event
from time import sleep

import pytest

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.papers.catalogue import PAPERS
from goldenthread.papers.models import FrozenFile, SignedPaper
from goldenthread.papers.renderers import FORMS
from goldenthread.papers.tests.factories import signed
from goldenthread.people.history.verifying import verify
from goldenthread.people.models import HistoryLine
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_cast, make_user
from goldenthread.plans.actions import add_update
from goldenthread.plans.tests.factories import recorded
from tests.gate.at_once import at_once


@pytest.fixture
def cast(transactional_db, fixed_clock, settings, tmp_path):
    """Aldermere in a database that every connection sees."""
    settings.FILES_DIR = str(tmp_path / "files")
    return make_cast()


def test_what_is_recorded_while_a_paper_is_put_together_waits_for_it(cast, monkeypatch):
    plan = recorded(cast)
    action = plan.actions.order_by("order").first()
    coverage, ready, told = PAPERS["coverage"], Event(), []

    def build(**words):
        ready.set()
        before = HistoryLine.objects.count()
        sleep(0.5)
        told.append(HistoryLine.objects.count() - before)
        return coverage.make(**words)

    def update():
        ready.wait(timeout=30)
        return add_update(action=action, by=cast.alice, text="The letters are out")

    monkeypatch.setitem(PAPERS, "coverage", replace(coverage, make=build))
    paper, made = at_once(lambda: signed(plan, cast.bob), update)
    assert told == [0]
    lines = HistoryLine.objects.of(made.action).order_by("-number")
    assert lines[0].number > paper.history_count


def test_of_two_who_sign_at_once_the_second_replaces_the_first_or_is_told(cast):
    plan = recorded(cast)
    chair = make_user("Cara Chair", cast.aldermere, Role.BOARD_CHAIR)
    done = at_once(lambda: signed(plan, cast.bob), lambda: signed(plan, chair))
    told = [one for one in done if isinstance(one, NotAllowedNow)]
    papers = list(SignedPaper.objects.order_by("pk"))
    assert len(papers) + len(told) == 2
    assert [one.public_id for one in papers] == ["P1-S1", "P1-S2"][: len(papers)]
    assert [one.replaces for one in papers] == [None, *papers][: len(papers)]
    assert all("was signed off meanwhile" in str(one) for one in told)
    assert FrozenFile.objects.count() == len(papers) * len(FORMS)
    assert verify((one.history_count, one.history_hash) for one in papers).holds
