"""S3: judgements with variants of their labels, and one of another body."""

import pytest

from goldenthread.inspections import looking
from tests.scenarios.bringing import UNSETTLED, bring_in_one, seed
from tests.scenarios.documents import cabinet_paper, report_of_2012

RI, GOOD = "requires_improvement", "good"
CODES = [RI, GOOD, RI, GOOD, RI, GOOD, GOOD]


def check(cast, paper, report):
    """The paper of 2016 is brought in beside the report of 2012."""
    waiting, printed = bring_in_one(cast, paper)
    assert waiting.state == "proposed"
    assert "11 recommendations are stated, 0 are here" in printed["refused"][0]
    told, _ = bring_in_one(cast, paper, despite=UNSETTLED)
    rows = list(told.inspection.judgements.order_by("order"))
    assert [row.grade.code for row in rows] == CODES
    assert [row.body for row in rows] == ["la"] * 6 + ["lscb"]
    words = [row.grade_printed.casefold() for row in rows]
    assert words[0] == "requires improvement to be good"
    assert "require improvement" in words
    assert told.inspection.stated_recommendations == 11
    earlier, _ = bring_in_one(cast, report)
    adequate = earlier.inspection.judgements.get(area_code="safeguarding.overall_effectiveness")
    assert adequate.grade.code == "adequate"
    compared = looking.compare(adequate, rows[0])
    assert (compared.words, compared.steps) == ("scales differ, no crosswalk", None)


def test_s3_variants_are_one_grade_and_two_scales_are_not_compared(cast, tmp_path):
    paper, report = tmp_path / "cabinet.docx", tmp_path / "report.pdf"
    paper.write_bytes(cabinet_paper())
    report.write_bytes(report_of_2012())
    check(cast, paper, report)


@pytest.mark.shared
def test_s3_on_the_real_documents(cast, shared):
    check(cast, seed(shared, "003"), seed(shared, "002"))
