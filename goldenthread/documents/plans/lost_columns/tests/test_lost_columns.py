"""Plans whose columns are lost: drawn ones of many shapes, and the real one where it is there."""

import json

import pytest

from goldenthread.documents.containers.opening import open_document
from goldenthread.documents.plans import lost_columns
from goldenthread.documents.plans.lost_columns.tests import comparing
from goldenthread.documents.plans.lost_columns.tests.aldermere import SHAPES, Drawer
from goldenthread.documents.plans.lost_columns.tests.flattening import Manner, Typist, document

# The share of filled cells that come out right. Twelve narrow columns are often told apart
# by nothing that is left in the text, so much of such a plan is asked.
LEAST = {"twelve": 0.75}
MOST_INVENTED = {"twelve": 0.05}
SEEDS = (101, 102)


def flattened(shape, seed):
    plan = Drawer(seed).plan(shape)
    return plan, document(Typist(seed, Manner()).text([plan]))


@pytest.fixture(scope="module", params=SHAPES, ids=lambda shape: shape.name)
def read(request):
    """What was made of two drawn plans of a shape: the shape's name and the comparisons."""
    plans = [flattened(request.param, seed) for seed in SEEDS]
    results = [comparing.compare([plan], lost_columns.read(text)) for plan, text in plans]
    return request.param.name, results


def test_nine_of_ten_filled_cells_find_their_column(read):
    name, results = read
    share = sum(r.right for r in results) / sum(r.filled for r in results)
    assert share >= LEAST.get(name, 0.9), [wrong for r in results for wrong in r.wrong]


def test_blank_cells_stay_blank(read):
    name, results = read
    invented = sum(r.invented for r in results) / sum(r.cells for r in results)
    assert invented <= MOST_INVENTED.get(name, 0.03)


def test_every_item_is_found_and_doubts_are_asked(read):
    _, results = read
    assert all(found == drawn for found, drawn in (r.items for r in results))
    assert all(r.asked for r in results)


def test_a_flattened_plan_is_told_from_other_texts():
    _, text = flattened(SHAPES[0], 101)
    letter = document("Aldermere Council\n\nDear colleague,\n\nThe plan is attached.\n")
    assert lost_columns.looks_like_lost_columns(text) >= 0.5
    assert lost_columns.looks_like_lost_columns(letter) == 0.0


@pytest.mark.shared
def test_the_plan_of_2012_keeps_its_rows_and_most_of_its_cells(shared):
    (seed,) = (shared / "seeds").glob("000_*.txt")
    key = json.loads((shared / "truth" / "000.json").read_text())
    proposal = lost_columns.read(open_document(seed))
    assert len(proposal["items"]) == sum(len(p["recommendations"]) for p in key["plans"])
    assert len(proposal["actions"]) == sum(
        len(r["actions"]) for p in key["plans"] for r in p["recommendations"]
    )
    wanted, right, invented = cells_of(key, proposal)
    assert right >= 0.9 * wanted
    assert invented <= 0.03 * wanted


def cells_of(key, proposal):
    """How many of the key's action cells are filled, how many of them are right, blanks filled."""
    names = {
        "text": "text", "local_timescale_raw": "local_timescale", "lead_officers": "leads",
        "sub_delegates": "delegates", "progress": "progress", "test": "test",
        "evidence_on_file": "evidence_on_file", "date_complete": "completed",
    }  # fmt: skip
    actions = [a for p in key["plans"] for r in p["recommendations"] for a in r["actions"]]
    pairs = [
        (comparing.fold(wanted[ours]), comparing.fold(read[theirs]))
        for wanted, read in zip(actions, proposal["actions"], strict=True)
        for ours, theirs in names.items()
    ]
    return (
        sum(bool(wanted) for wanted, _ in pairs),
        sum(bool(wanted) and wanted == read for wanted, read in pairs),
        sum(not wanted and bool(read) for wanted, read in pairs),
    )
