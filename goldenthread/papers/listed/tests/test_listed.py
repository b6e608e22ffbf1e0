"""The list of actions as a workbook: what stands in it, and that nothing in it is reckoned."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goldenthread.documents.containers.opening import open_bytes
from goldenthread.papers.listed import gathering
from goldenthread.papers.listed.gathering import HEADINGS, rows
from goldenthread.papers.listed.workbook import write
from goldenthread.plans import actions
from goldenthread.plans.drafts import ActionDraft
from goldenthread.thread.tests.factories import accept, file, make_world

TODAY = date(2026, 3, 16)


@pytest.fixture
def world(cast, fixed_clock):
    more = (
        ActionDraft(items=(1,), text="As above (1)", same_as=0),
        ActionDraft(items=(0, 1), text="=1+1", workstream="Homes"),
    )
    return make_world(cast, more_actions=more)


def listed(world, by=None, ids=None):
    wanted = ids or world.plan.actions.order_by("order").values_list("pk", flat=True)
    names = [heading for heading, _ in HEADINGS]
    found = rows(wanted, by=by or world.cast.alice, day=TODAY)
    return [dict(zip(names, row, strict=True)) for row in found]


def test_each_action_stands_with_its_lead_its_days_and_its_tests(world):
    accept(world, file(world))
    actions.set_local_deadline(
        action=world.other, due=TODAY + timedelta(days=5), by=world.cast.alice
    )
    first, second, third, fourth = listed(world)
    assert (first["Reference"], first["Lead"], first["Items"]) == ("P1-A1", "Lena Long", "1")
    assert (first["Due"], first["Tests of done, checked"]) == (date(2012, 3, 31), 1)
    assert (second["Lead"], second["Due"]) == ("nobody", date(2026, 3, 21))
    assert third["Delivery"] == first["Delivery"]
    assert (fourth["Workstream"], fourth["Items"]) == ("Homes", "1, 2")


def test_who_sees_nothing_of_it_gets_no_rows(world):
    assert listed(world, by=world.cast.charlie) == []


def test_the_rows_come_in_the_order_asked_for_and_by_the_thousand(world, monkeypatch):
    ids = list(world.plan.actions.order_by("-order").values_list("pk", flat=True))
    whole = listed(world, ids=ids)
    monkeypatch.setattr(gathering, "AT_A_TIME", 2)
    assert listed(world, ids=ids) == whole
    assert [row["Reference"] for row in whole] == ["P1-A4", "P1-A3", "P1-A2", "P1-A1"]


def test_many_rows_cost_as_many_queries_as_few(world):
    counted = []
    for ids in ([world.action.pk], None):
        with CaptureQueriesContext(connection) as asked:
            listed(world, ids=ids)
        counted.append(len(asked))
    assert counted[1] <= counted[0] + 1


def cells(stream):
    [table] = open_bytes(stream.getvalue(), "list.xlsx").tables()
    return [[cell.text if cell else "" for cell in row] for row in table.grid()]


def test_a_workbook_holds_the_rows_as_text_days_and_numbers():
    stream = BytesIO()
    row = ("P1", "P1-A1", "=1+1", "", None, "x" * 40_000, TODAY, 3)
    assert write(stream, iter([row])) == 1
    [head, first] = cells(stream)
    assert head[:3] == ["Plan", "Reference", "Action"]
    assert first[:4] == ["P1", "P1-A1", "=1+1", ""]
    assert len(first[5]) == 32_767
    assert first[6] == "16 March 2026"
    assert first[7] == "3"


def test_an_empty_list_is_a_workbook_with_its_headings():
    stream = BytesIO()
    assert write(stream, iter(())) == 0
    assert cells(stream)[0][1] == "Reference"
