"""Worked reports of each form, drawn as PDF and read back through the text layer."""

import pytest

from goldenthread.documents import reports
from goldenthread.documents.containers.opening import open_bytes
from goldenthread.documents.reports.tests import worked

RI = "requires_improvement"
SIF_GRADES = {
    "help_and_protection": "good",
    "looked_after_permanence": RI,
    "adoption": "good",
    "care_leavers_sif": RI,
    "leadership_management_governance": "good",
}
FORMS = {
    worked.ilacs_2024: (
        "ILACS standard",
        "Aldermere",
        "2024-06-03",
        "2024-06-14",
        None,
        {
            "leaders_impact": RI,
            "help_and_protection": "good",
            "in_care": "outstanding",
            "care_leavers": RI,
            "overall_effectiveness": "good",
        },
    ),
    worked.ilacs_2026: (
        "ILACS short",
        "Aldermere",
        "2026-06-01",
        "2026-06-05",
        None,
        {
            "leaders_impact": "good",
            "help_and_protection": RI,
            "in_care": "good",
            "care_leavers": "inadequate",
        },
    ),
    worked.ilacs_2018: (
        "ILACS standard",
        worked.COUNCIL,
        "2019-11-18",
        "2019-11-29",
        None,
        {
            "leaders_impact": RI,
            "help_and_protection": "inadequate",
            "in_care_and_care_leavers": "good",
            "overall_effectiveness": RI,
        },
    ),
    worked.sif: (
        "SIF",
        worked.COUNCIL,
        "2016-02-22",
        "2016-03-17",
        "2016-05-16",
        {"overall_effectiveness": RI, **SIF_GRADES, "lscb": "good"},
    ),
    worked.sif_again: (
        "SIF re-inspection",
        worked.COUNCIL,
        "2017-03-06",
        "2017-03-30",
        "2017-06-13",
        {"overall_effectiveness": "good", **SIF_GRADES},
    ),
    worked.review_alone: (
        "LSCB review only",
        "Aldermere",
        "2016-02-22",
        "2016-03-17",
        "2016-05-16",
        {"lscb": RI},
    ),
    worked.looked_after_2013: (
        "2013 LAC inspection",
        worked.COUNCIL,
        "2013-06-03",
        "2013-06-14",
        None,
        {
            "overall_effectiveness": "adequate",
            "capacity_to_improve": "good",
            "outcomes_looked_after_2013": "adequate",
            "quality_of_provision_2013": "inadequate",
            "leadership_and_management_2013": "adequate",
        },
    ),
}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
def test_each_form_is_read_back_whole(form):
    framework, council, first, last, published, grades = FORMS[form]
    document = open_bytes(form(), "aldermere.pdf")
    read = reports.read(document)
    assert reports.looks_like(document) > 0.9
    assert (read["kind"], read["framework"], read["local_authority"]) == (
        "report",
        framework,
        council,
    )
    assert (read["inspection_start"], read["inspection_end"]) == (first, last)
    assert (read["published"], read["lead_inspector"]) == (published, "Ann Example")
    assert {j["area"]: j["grade"] for j in read["judgements"]} == grades
    assert [q["where"] for q in read["questions"]] == ([] if published else ["published"])
    assert read["issues"] == []


def test_each_value_says_where_it_stands():
    read = reports.read(open_bytes(worked.sif(), "aldermere.pdf"))
    assert read["sources"]["inspection_start"]["page"] == 1
    assert read["sources"]["judgements/6/grade"]["page"] == 3
    assert read["sources"]["lead_inspector"]["page"] == 4
