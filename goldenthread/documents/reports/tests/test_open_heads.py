"""The real reports that stand open: thirty of forty, the ten with the smallest hashes stay locked."""

import hashlib
import json
import re
import unicodedata
from pathlib import Path

import pytest

from goldenthread.documents import reports
from goldenthread.documents.containers.opening import open_document

CORPUS = Path(__file__).parents[4].parent / "shared" / "corpus"
LOCKED = 10

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not CORPUS.is_dir(), reason="The real reports are not beside the project."),
]


def truths():
    """The key's lines of the open reports, without files that are no report."""
    if not CORPUS.is_dir():
        return []
    lines = [json.loads(line) for line in (CORPUS / "truth.jsonl").read_text().splitlines() if line]
    by_hash = sorted(lines, key=lambda line: hashlib.sha256(line["file"].encode()).hexdigest())
    return [line for line in by_hash[LOCKED:] if line["framework"] != "not a report"]


def folded(text):
    plain = unicodedata.normalize("NFKD", text or "").lower()
    return re.sub(r"[^a-z0-9]+", " ", plain).strip()


@pytest.mark.parametrize("truth", truths(), ids=lambda truth: truth["file"])
def test_the_head_and_the_judgements_are_those_of_the_key(truth):
    document = open_document(CORPUS / "reports" / truth["file"])
    read = reports.read(document)
    same = (
        "framework",
        "inspection_start",
        "inspection_end",
        "inspection_periods",
        "lead_inspectors",
    )
    assert {key: read[key] for key in same} == {key: truth[key] for key in same}
    assert read["published"] == truth["published_printed"]
    assert read["published"] or read["published_guess"] == truth["published"]
    for key in ("local_authority", "title"):
        assert folded(read[key]) == folded(truth[key])
    assert [(j["area"], j["grade"]) for j in read["judgements"]] == [
        (j["area"], j["grade"]) for j in truth["judgements"]
    ]
    assert reports.looks_like(document) > 0.9
    assert not [q for q in read["questions"] if q["where"] != "published"]
