"""The real documents, read, recorded and worked out; they are not part of the project."""

from collections import Counter
from datetime import date

import pytest

from goldenthread.documents.reading import read
from goldenthread.inspections import actions, looking
from goldenthread.inspections.reading import from_reading
from goldenthread.inspections.tests.factories import recorded, slac
from goldenthread.inspections.tests.test_judgements import check_s3

UNSETTLED = "Recorded as read; the questions stay."


def seed(shared, number):
    return read(next((shared / "seeds").glob(f"{number}_*.txt")))


def corpus(shared, pattern):
    return read(next((shared / "corpus" / "reports").glob(pattern)))


@pytest.mark.shared
def test_s3_on_the_real_decision_report(cast, shared):
    later = check_s3(cast, seed(shared, "003"))
    assert later.obligations.get(duty="written-statement").stated_on == date(2016, 8, 23)
    assert later.serious_failures == "none"


@pytest.mark.shared
def test_s1_on_the_real_decision_report(cast, shared):
    inspection = recorded(cast, from_reading(seed(shared, "003")), despite=UNSETTLED)
    row = inspection.obligations.get(duty="written-statement")
    assert (row.stated_on, row.computed_on) == (date(2016, 8, 23), date(2016, 8, 23))
    assert inspection.obligations.get(duty="publish-report").computed_on == date(2016, 6, 28)


@pytest.mark.shared
def test_the_report_of_2016_has_eleven_and_five_recommendations_and_its_links(cast, shared):
    report = from_reading(corpus(shared, "80443_bury/*16 may 2016.pdf"))
    inspection = recorded(cast, report)
    asked = Counter(inspection.recommendations.values_list("body", flat=True))
    assert asked == {"la": 11, "lscb": 5}
    assert inspection.findings.filter(links__isnull=False).distinct().count() == 22
    assert inspection.published_on == date(2016, 5, 16)
    earlier = recorded(cast, slac()).judgements.first()
    assert looking.compare(earlier, inspection.judgements.first()).words == (
        "scales differ, no crosswalk"
    )
    assert inspection.warnings == []


@pytest.mark.shared
def test_the_report_of_2012_has_both_tables_and_its_areas_for_improvement(cast, shared):
    report = from_reading(read(shared / "truth" / "files" / "002.pdf"))
    inspection = recorded(cast, report)
    trees = Counter(inspection.judgements.values_list("tree", flat=True))
    assert trees == {"safeguarding": 10, "looked_after": 12}
    assert not inspection.judgements.filter(area=None).exists()
    assert not inspection.judgements.filter(grade=None).exists()
    points = inspection.recommendations.order_by("order")
    assert Counter(points.values_list("section", "group_printed")) == {
        ("Safeguarding services", "Immediately"): 2,
        ("Safeguarding services", "Within three months"): 7,
        ("Safeguarding services", "Within six months"): 1,
        ("Services for looked after children", "Immediately"): 2,
        ("Services for looked after children", "Within three months"): 6,
    }
    assert inspection.findings.get(number=34).text.startswith("Child protection conferences")
    assert inspection.evidence_base.filter(sample=60).exists()
    assert set(inspection.inspectorates) == {"Ofsted", "Care Quality Commission"}
    assert not inspection.obligations.exists()
    actions.record_publication_day(inspection=inspection, day=date(2012, 6, 29), by=cast.alice)
    assert points.filter(due_on=date(2012, 9, 29)).count() == 13


@pytest.mark.shared
def test_reports_of_three_councils_are_recorded_whole(cast, shared):
    for pattern in ("80431_blackpool/*2023.pdf", "80555_somerset/*.pdf", "80489_brent/*.pdf"):
        proposal = corpus(shared, pattern)
        inspection = recorded(cast, from_reading(proposal), despite=UNSETTLED)
        assert inspection.judgements.count() == len(proposal["judgements"])
        assert not inspection.judgements.filter(area=None).exists()
        assert not inspection.judgements.filter(grade=None).exists()
        assert inspection.findings.count() == len(proposal["paragraphs"])
