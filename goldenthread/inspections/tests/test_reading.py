"""What was read becomes a draft, with nothing added and nothing lost."""

from datetime import date

import pytest

from goldenthread.basics.errors import UserFacingError
from goldenthread.inspections.reading import from_reading


def report(**changes):
    return {
        "kind": "report",
        "framework": "SLAC",
        "local_authority": "Aldermere",
        "inspection_start": None,
        "inspection_period": None,
        "published": None,
        "published_from": "file name",
        "published_guess": "2012-06-29",
        "lead_inspector": "Ivy Inspector",
        "inspection_team": {"hmi": 4, "cqc": 1},
        "legal_power": {"power": "Children Act 2004", "text": "It was under the Act."},
        "evidence_base": [
            {"paragraph": 2, "text": "60 files of 2 teams", "samples": [
                {"value": 60, "unit": "files"}, {"value": 2, "unit": "teams"}]},
            {"paragraph": 2, "text": "interviews", "samples": []},
        ],
        "figures": [
            {"paragraph": 6, "value": 328, "unit": "children", "out_of": None, "when": None,
             "profile": True, "text": "328 children"},
            {"paragraph": 1, "value": 4, "unit": "inspectors", "profile": False, "text": "four"},
        ],
        "judgements": [
            {"area": "x", "label": "X", "grade": "good", "grade_printed": "Good", "page": 22}
        ],
        "recommendations": [
            {"text": "do it", "group": "Immediately", "number": None, "page": 4, "body": "la",
             "kind": "area for improvement", "addressees": ["the council"], "paragraph": 23}
        ],
        "paragraphs": [{"number": 1, "page": 1, "text": "It is so.", "bullets": ["a"], "section": None}],
        "links": [{"paragraph": 1, "kind": "Recommendation", "recommendations": [3]}],
        "sources": {"recommendations/0/text": {"page": 4, "line": 9}, "judgements/0/grade": {"page": 22}},
        "questions": [{"where": "published", "question": "When?", "suggestion": None}],
        **changes,
    }  # fmt: skip


def test_a_report_becomes_a_draft():
    draft = from_reading(report())
    assert draft.framework == "SLAC"
    assert draft.inspectorates == ("Ofsted", "Care Quality Commission")
    assert draft.lead_inspectors == ("Ivy Inspector",)
    assert draft.legal_power == "Children Act 2004"
    assert [(one.sample, one.unit) for one in draft.evidence] == [
        (60, "files"), (2, "teams"), (None, ""),
    ]  # fmt: skip
    assert [one.value for one in draft.figures] == [328]
    assert draft.judgements[0].place == {"page": 22}
    assert draft.recommendations[0].place == {"page": 4, "line": 9}
    assert draft.recommendations[0].number == ""
    assert draft.findings[0].bullets == ("a",)
    assert draft.links[0].recommendations == ("3",)
    assert draft.questions == ("When?",)


def test_a_guessed_day_of_publication_is_not_taken():
    draft = from_reading(report())
    assert (draft.published, draft.published_from) == (None, "")
    printed = from_reading(report(published="2012-06-29", published_from="page 1"))
    assert (printed.published, printed.published_from) == (date(2012, 6, 29), "page 1")


def test_a_month_is_kept_as_a_month():
    period = {"text": "April / May 2012", "earliest": "2012-04-01", "latest": "2012-05-31",
              "precision": "month"}  # fmt: skip
    draft = from_reading(report(inspection_period=period))
    assert (draft.first_day, draft.last_day) == (date(2012, 4, 1), date(2012, 5, 31))
    assert (draft.precision, draft.days_printed) == ("month", "April / May 2012")


def test_without_days_the_precision_is_unknown():
    assert from_reading(report()).precision == "unknown"


def test_a_letter_becomes_a_draft():
    letter = {"kind": "letter", "framework": "ILACS focused visit", "visit_start": "2023-05-03",
              "visit_end": "2023-05-04", "scope": "The front door.", "since": "in 2021",
              "paragraphs": [], "recommendations": []}  # fmt: skip
    draft = from_reading(letter)
    assert (draft.first_day, draft.last_day) == (date(2023, 5, 3), date(2023, 5, 4))
    assert (draft.scope, draft.previous) == ("The front door.", ("in 2021",))


@pytest.mark.parametrize("proposal", [
    {"kind": "plan"}, {"kind": "decision"}, {"kind": "report", "framework": None}, {},
])  # fmt: skip
def test_what_names_no_inspection_is_refused(proposal):
    with pytest.raises(UserFacingError, match="names no inspection"):
        from_reading(proposal)
