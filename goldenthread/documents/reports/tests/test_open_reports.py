"""The open reports of the corpus: what is recommended, to whom, and how many paragraphs there are.

Ten of the forty stay locked: those whose path has the smallest SHA-256. They are never opened here.
"""

import hashlib
import json
import re
from pathlib import Path

import pytest

from goldenthread.documents.containers.opening import open_document
from goldenthread.documents.reports.links import links
from goldenthread.documents.reports.paragraphs import paragraphs
from goldenthread.documents.reports.recommendations import recommendations
from goldenthread.documents.reports.recommendations_sections import running_text

CORPUS = Path(__file__).parents[4].parent / "shared" / "corpus"
LOCKED = 10
NO_REPORT = "not a report"
FIELDS = ("body", "group", "theme", "number", "page", "page_end")

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not CORPUS.exists(), reason="../shared/corpus is not there"),
]


def open_rows():
    if not CORPUS.exists():
        return []
    rows = [json.loads(row) for row in (CORPUS / "truth.jsonl").read_text().splitlines()]
    by_hash = sorted(rows, key=lambda row: hashlib.sha256(row["file"].encode()).hexdigest())
    return [row for row in by_hash[LOCKED:] if row["framework"] != NO_REPORT]


def folded(text):
    return re.sub(r"\s+", " ", text)


@pytest.mark.parametrize("row", open_rows(), ids=lambda row: row["file"])
def test_an_open_report_is_read_as_its_key_says(row):
    text = running_text(open_document(CORPUS / "reports" / row["file"]))
    found = recommendations(text, framework=row["framework"]).items
    assert [folded(item["text"]) for item in found] == [
        folded(item["text"]) for item in row["recommendations"]
    ]
    for field in FIELDS:
        assert [item[field] for item in found] == [item[field] for item in row["recommendations"]]
    assert found == recommendations(text).items
    assert len(paragraphs(text).items) == row["paragraphs"]


def test_a_report_that_ties_findings_to_recommendations_gives_every_link():
    counts = {
        row["urn"]: len(links(paragraphs(open_document(CORPUS / "reports" / row["file"])).items))
        for row in open_rows()
        if row["framework"] == "SIF" and row["published"] == "2016-05-16"
    }
    assert list(counts.values()) == [22]
