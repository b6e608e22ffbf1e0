"""The open reports of the corpus with their layout changed: they must be read as before."""

import hashlib
import json
import random
from pathlib import Path

import pytest

from goldenthread.documents import reports
from goldenthread.documents.containers.opening import open_document
from tests.reading.perturbing import CHANGES

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"
LOCKED = 10
AT_ONCE = 2
SAME = ("framework", "local_authority", "inspection_start", "inspection_end", "published")

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not CORPUS.exists(), reason="../shared/corpus is not there"),
]


def open_files():
    if not CORPUS.exists():
        return []
    rows = [json.loads(row) for row in (CORPUS / "truth.jsonl").read_text().splitlines()]
    by_hash = sorted(rows, key=lambda row: hashlib.sha256(row["file"].encode()).hexdigest())
    return [row["file"] for row in by_hash[LOCKED:] if row["framework"] != "not a report"]


def said(document):
    """What a report says, without places: fields, judgements, recommendations and paragraphs."""
    read = reports.read(document)
    return {
        **{field: read[field] for field in SAME},
        "leads": read["lead_inspectors"],
        "judgements": {one["area"]: one["grade"] for one in read["judgements"]},
        "recommendations": [letters(one["text"]) for one in read["recommendations"]],
        "bodies": [one["body"] for one in read["recommendations"]],
        "paragraphs": [one["number"] for one in read["paragraphs"]],
    }


def letters(text):
    return "".join(letter for letter in text if letter.isalnum())


@pytest.mark.parametrize("file", open_files())
def test_a_report_with_another_layout_is_read_as_before(file):
    document = open_document(CORPUS / "reports" / file)
    plain = said(document)
    chance = random.Random(file)
    for change in CHANGES:
        assert said(change(document, chance)) == plain, change.__name__
    several = chance.sample(CHANGES, AT_ONCE)
    for change in several:
        document = change(document, chance)
    assert said(document) == plain, [change.__name__ for change in several]
