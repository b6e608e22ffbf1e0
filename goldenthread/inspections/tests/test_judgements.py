"""Judgements: scales, wordings, trees, other bodies, comparing."""

from datetime import date

import pytest

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.inspections import actions, checks, comparing, grading, looking
from goldenthread.inspections.actions.recording import preview
from goldenthread.inspections.models import Framework, Grade, Scale
from goldenthread.inspections.reading import from_reading
from goldenthread.inspections.tests.factories import SIF_GRADES, judged, recorded, sif, slac

SIF_SCALE, OLD_SCALE = "requires-improvement", "minimum-requirements"
CODES = ["RI", "Good", "RI", "Good", "RI", "Good", "Good"]
SHORT = {"requires_improvement": "RI", "good": "Good"}


def made_paper():
    """What is read of a made-up decision report on the inspection of 2016."""
    return {
        "kind": "decision",
        "file": "cabinet.docx",
        "inspection": {
            "start": "2016-02-22",
            "end": "2016-03-17",
            "text": "22 February 2016 to 17 March 2016",
            "framework": "SIF",
        },
        "judgements": [
            {"area": area, "label": area, "grade": grade, "grade_printed": printed, "body": body}
            for area, grade, printed, body in SIF_GRADES
        ],
        "recommendation_count": 11,
        "published": "2016-05-16",
        "deadline": {"stated": "2016-08-23", "working_days": 70, "text": "by 23 August 2016"},
        "sections": [
            {
                "paragraphs": [
                    (
                        "Aldermere was inspected. There are no widespread or serious failings that "
                        "leave children at risk. Last time the grade was satisfactory."
                    )
                ]
            }
        ],
    }


def check_s3(cast, proposal):
    draft = from_reading(proposal)
    with pytest.raises(NotAllowedNow, match="11 recommendations are stated, 0 are here"):
        recorded(cast, draft)
    later = recorded(cast, draft, despite="The paper lists none; the report has them.")
    rows = list(later.judgements.order_by("order"))
    assert [SHORT[row.grade.code] for row in rows] == CODES
    printed = [row.grade_printed.casefold() for row in rows]
    assert "requires improvement to be good" in printed[0]
    assert "require improvement" in printed
    assert [row.body for row in rows] == ["la"] * 6 + ["lscb"]
    assert later.warnings[0]["code"] == "recommendation count"
    assert later.warnings[0]["blocking"]
    earlier = recorded(cast, slac())
    compared = looking.compare(earlier.judgements.first(), rows[0])
    assert compared.words == "scales differ, no crosswalk"
    assert compared.steps is None
    return later


def test_s3_judgement_import_with_label_variants_and_a_foreign_judgement(cast):
    later = check_s3(cast, made_paper())
    assert later.obligations.get(duty="written-statement").difference_days == 0
    assert later.serious_failures == "none"
    assert later.serious_failures_printed.startswith("There are no widespread or serious failings")


def test_a_number_stated_for_the_council_alone_fits_when_the_board_has_points_too(cast):
    assert recorded(cast, sif(stated_recommendations=1)).warnings == []
    assert recorded(cast, sif(stated_recommendations=2)).warnings == []
    with pytest.raises(NotAllowedNow, match="3 recommendations are stated, 2 are here"):
        recorded(cast, sif(stated_recommendations=3))


def test_the_board_is_another_body_whatever_the_document_says(cast):
    """A-07: whom an area judges is known from the framework."""
    rows = recorded(cast, sif(judgements=(judged("lscb", "good", "good"),))).judgements
    assert rows.get().body == "lscb"


def test_an_inadequate_board_brings_no_duty_to_the_council(cast):
    grades = (judged("lscb", "inadequate", "Inadequate"), judged("adoption", "good", "Good"))
    duties = recorded(cast, sif(judgements=grades)).obligations
    assert not duties.filter(duty="monitoring-programme").exists()
    own = recorded(cast, sif(judgements=(judged("adoption", "inadequate", "Inadequate"),)))
    assert own.obligations.filter(duty="monitoring-programme").exists()


def test_areas_stand_under_their_parent_and_may_be_better(cast):
    """A-04."""
    rows = {row.area_code: row for row in recorded(cast).judgements.all()}
    assert rows["adoption"].parent == rows["looked_after_permanence"]
    assert rows["care_leavers_sif"].parent == rows["looked_after_permanence"]
    assert rows["adoption"].grade.rank < rows["adoption"].parent.grade.rank
    assert rows["help_and_protection"].parent is None


def test_one_inspection_carries_two_trees_with_an_overall_grade_each(cast):
    """A-03."""
    rows = recorded(cast, slac()).judgements
    overall = rows.filter(area_code__endswith="overall_effectiveness")
    assert set(overall.values_list("tree", flat=True)) == {"safeguarding", "looked_after"}
    assert rows.get(area_code="looked_after.capacity_for_improvement").grade.code == "good"
    assert rows.get(area_code="safeguarding.capacity_for_improvement").grade.code == "adequate"


def test_each_judgement_keeps_its_scale_and_its_printed_words(cast):
    """A-02: area, grade, scale and words; no field of an inspection holds one overall grade."""
    inspection = recorded(cast)
    row = inspection.judgements.get(area_code="looked_after_permanence")
    assert row.grade.code == "requires_improvement"
    assert row.grade_printed == "require improvement"
    assert (row.scale.code, row.scale.version) == (SIF_SCALE, "2013")
    assert not [f.name for f in inspection._meta.fields if "grade" in f.name]


def test_a_full_table_is_proved_by_its_rows(cast):
    """A-08: ten safeguarding and twelve looked after rows in an inspection of 2012."""
    areas = Framework.objects.get(code="SLAC").areas.values_list("code", "tree")
    assert [tree for _, tree in areas].count("safeguarding") == 10
    assert [tree for _, tree in areas].count("looked_after") == 12
    whole = slac(judgements=tuple(judged(code, "good", "Good") for code, _ in areas))
    assert recorded(cast, whole).warnings == []
    short = slac(judgements=whole.judgements[1:])
    (warning,) = preview(short)
    assert "21 of 22 judgements; missing: safeguarding.overall_effectiveness" in warning.words


def test_a_heading_that_says_another_grade_than_the_table_is_shown():
    """A-08: the record against the headings over the text."""
    rules = checks.Rules(
        areas=frozenset({"x"}),
        expected=frozenset(),
        grades=tuple(sif_grades()),
        valid_from=None,
        valid_to=None,
    )
    report = sif(judgements=(judged("x", "good", "Good", heading_grade_printed="Inadequate"),))
    assert [one.code for one in checks.warnings(report, rules)] == ["table and heading differ"]


class Wording:
    def __init__(self, code, label, *variants):
        self.code, self.label, self.variants = code, label, list(variants)


def sif_grades():
    return [
        Wording("good", "Good"),
        Wording("requires_improvement", "Requires improvement to be good", "require improvement"),
        Wording("adequate", "Adequate"),
        Wording("inadequate", "Inadequate"),
    ]


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("Requires improvement to be good", "requires_improvement"),
        ("Requires improvement\nto be good", "requires_improvement"),
        ("REQUIRES IMPROVEMENT (to be good).", "requires_improvement"),
        ("require improvement", "requires_improvement"),
        ("Children’s services in Aldermere require improvement", "requires_improvement"),
        ("Good", "good"),
        ("inadequate", "inadequate"),
        ("adequate", "adequate"),
        ("Satisfactory", None),
        ("Very good indeed", None),
        ("", None),
    ],
)
def test_wordings_of_a_grade_get_one_code(printed, code):
    """A-06."""
    assert grading.grade_of(printed, sif_grades()) == code


@pytest.mark.parametrize(
    ("printed", "code", "said"),
    [
        ("good", "good", ""),
        ("Satisfactory", None, "no grade of this scale"),
        ("Splendid", "good", "no known wording"),
        ("Good", "inadequate", "reads as “good”"),
        ("", "good", ""),
        ("", "splendid", "no grade of this scale"),
    ],
)
def test_an_unknown_label_is_linted(printed, code, said):
    """A-06."""
    found = grading.lint(label="Adoption", printed=printed, code=code, grades=sif_grades())
    assert said in found
    assert bool(found) == bool(said)


def test_an_unknown_wording_is_kept_without_a_grade_and_warned_of(cast):
    report = sif(judgements=(judged("adoption", None, "Satisfactory"),))
    inspection = recorded(cast, report)
    row = inspection.judgements.get()
    assert (row.grade, row.grade_printed) == (None, "Satisfactory")
    assert "Satisfactory" in inspection.warnings[0]["words"]


def test_the_scale_of_2009_defines_its_grades(db):
    """A-05."""
    scale = Scale.objects.get(code=OLD_SCALE, version="2009")
    ranked = scale.grades.filter(rank__isnull=False).order_by("rank")
    assert [grade.code for grade in ranked] == ["outstanding", "good", "adequate", "inadequate"]
    assert ranked[2].definition == "A service that only meets minimum requirements"
    assert (scale.valid_from, scale.valid_to) == (date(2009, 4, 1), date(2012, 12, 31))


@pytest.mark.parametrize(
    ("day", "overall", "care_leavers"),
    [
        (date(2021, 11, 5), True, False),
        (date(2023, 1, 1), True, True),
        (date(2026, 3, 31), True, True),
        (date(2026, 4, 27), False, True),
    ],
)
def test_the_areas_of_a_framework_depend_on_the_day(db, day, overall, care_leavers):
    areas = Framework.objects.get(code="ILACS standard").areas_on(day)
    codes = set(areas.values_list("code", flat=True))
    assert ("overall_effectiveness" in codes) == overall
    assert ("care_leavers" in codes) == care_leavers
    assert ("in_care_and_care_leavers" in codes) != care_leavers


def test_a_grade_that_the_framework_no_longer_gives_is_warned_of(cast):
    grades = (judged("overall_effectiveness", "good", "Good"),)
    report = sif(framework="ILACS standard", first_day=date(2026, 4, 27), last_day=None,
                 published=None, judgements=grades)  # fmt: skip
    codes = [one.code for one in preview(report)]
    assert codes == ["unknown area", "judgements missing"]


def test_an_inspection_outside_the_days_of_its_framework_is_warned_of(cast):
    report = sif(first_day=date(2021, 2, 22), last_day=date(2021, 3, 17), published=None)
    assert [one.code for one in preview(report)] == ["outside the framework's days"]


def crosswalk(cast, **more):
    given = {
        "authority": cast.aldermere,
        "from_grade": Grade.objects.get(scale__code=OLD_SCALE, code="adequate"),
        "to_grade": Grade.objects.get(scale__code=SIF_SCALE, code="requires_improvement"),
        "why": "The board agreed to read it so.",
        "by": cast.bob,
    }
    return actions.record_crosswalk(**{**given, **more})


def test_grades_of_two_scales_are_compared_only_over_a_recorded_crosswalk(cast):
    """A-05."""
    earlier = recorded(cast, slac()).judgements.get(area_code="looked_after.overall_effectiveness")
    later = recorded(cast).judgements.get(area_code="help_and_protection")
    assert looking.compare(earlier, later).words == "scales differ, no crosswalk"
    crosswalk(cast)
    compared = looking.compare(earlier, later)
    assert (compared.words, compared.steps) == ("1 grade better", 1)
    assert "by a recorded crosswalk" in " ".join(compared.notes)
    assert looking.compare(later, earlier).words == "scales differ, no crosswalk"


def test_a_crosswalk_of_one_authority_says_nothing_in_another(cast):
    crosswalk(cast, authority=cast.bramley, by=cast.charlie)
    earlier = recorded(cast, slac()).judgements.first()
    assert looking.compare(earlier, recorded(cast).judgements.first()).steps is None


def test_a_crosswalk_that_says_nothing_is_refused(cast):
    one = Grade.objects.get(scale__code=SIF_SCALE, code="good")
    unjudged = Grade.objects.get(scale__code=SIF_SCALE, code="not_judged")
    with pytest.raises(NotAllowedNow, match="one scale"):
        crosswalk(cast, from_grade=one)
    with pytest.raises(NotAllowedNow, match="Not judged"):
        crosswalk(cast, to_grade=unjudged)
    with pytest.raises(NotAllowedNow, match="reason"):
        crosswalk(cast, why=" ")
    with pytest.raises(NotAllowed):
        crosswalk(cast, by=cast.charlie)
    crosswalk(cast)
    with pytest.raises(NotAllowedNow, match="has a crosswalk"):
        crosswalk(cast, to_grade=one)


GOOD = comparing.Graded("a 1", "good", "Good", 2)
POOR = comparing.Graded("a 1", "inadequate", "Inadequate", 4)
UNJUDGED = comparing.Graded("a 1", "not_judged", "Not judged", None)


@pytest.mark.parametrize(
    ("earlier", "later", "words", "steps"),
    [
        (GOOD, GOOD, "the same grade", 0),
        (GOOD, POOR, "2 grades worse", -2),
        (POOR, GOOD, "2 grades better", 2),
        (UNJUDGED, GOOD, "not judged, cannot be compared", None),
        (None, GOOD, "no grade, cannot be compared", None),
        (comparing.Graded("b 1", "good", "Good", 2), GOOD, "scales differ, no crosswalk", None),
    ],
)
def test_grades_are_compared_by_rank_on_one_scale(earlier, later, words, steps):
    found = comparing.compare(comparing.Judged("x", earlier), comparing.Judged("x", later))
    assert (found.words, found.steps) == (words, steps)


def test_comparing_two_areas_says_so():
    found = comparing.compare(comparing.Judged("x", GOOD), comparing.Judged("y", GOOD))
    assert found.notes == ("the areas differ",)


def test_a_re_inspection_may_leave_the_board_out(cast):
    whole = sif()
    without = sif(framework="SIF re-inspection", judgements=whole.judgements[:-1])
    assert preview(without) == ()
    assert [one.code for one in preview(sif(judgements=whole.judgements[:-1]))] == [
        "judgements missing"
    ]
