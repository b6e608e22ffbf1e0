"""Earlier inspections: what comes back from them, what they were, what a report says of them."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.inspections import actions, kinds, looking, previous, repeats
from goldenthread.inspections.drafts import RecommendationDraft
from goldenthread.inspections.models import InspectionType, Repeat
from goldenthread.inspections.reading import from_reading
from goldenthread.inspections.tests.factories import recorded, sif, slac
from goldenthread.people.history import history_of

EARLIER = (
    "ensure that statutory reviews are chaired with rigour by the independent reviewing officers",
    "ensure strategy meeting minutes are distributed promptly",
    "all assessments should take account of the family history",
    "private fostering should be promoted so that more arrangements are notified",
    "initial health assessments are completed within 20 working days",
    "improve the attendance of police at child protection conferences",
    "extend the accommodation choices of care leavers",
    "supervision records should demonstrate reflection",
)
LATER = (
    "IROs should chair reviews with more rigour and challenge drift",
    "Minutes of strategy meetings should reach partners in time.",
    "Use chronologies, so that assessments take account of each family's history",
    "The identification and notification of private fostering",
    "The dental treatment of children",
    "Recruit permanent social workers.",
    "Write life-story books early.",
    "Audit case files.",
)
SAME_MATTER = {(0, 0), (1, 1), (2, 2), (3, 3)}


def points(texts, day, first_id=0):
    return [repeats.Point(first_id + i, text, day) for i, text in enumerate(texts)]


def proposed(later, earlier, **more):
    found = repeats.propose(
        points(later, date(2016, 2, 22), 100), points(earlier, date(2012, 5, 1)), **more
    )
    return {(one.later - 100, one.earlier): one for one in found}


def test_the_same_matter_in_other_words_is_proposed_and_others_are_not():
    """A-14: of 64 pairs the four of one matter, and no other."""
    found = proposed(LATER, EARLIER)
    assert set(found) == SAME_MATTER
    assert found[3, 3].words == ("fostering", "private")
    assert {one.years for one in found.values()} == {3.8}


def test_the_likest_comes_first_and_nothing_is_earlier_than_itself():
    later = [
        *points(LATER[:1], date(2016, 2, 22), 100),
        *points(EARLIER[:1], date(2016, 2, 22), 200),
    ]
    found = repeats.propose(later, points(EARLIER, date(2012, 5, 1)))
    assert [(one.later, one.earlier) for one in found] == [(200, 0), (100, 0)]
    assert found[0].likeness > found[1].likeness
    assert (
        repeats.propose(points(EARLIER, date(2012, 5, 1), 100), points(EARLIER, date(2012, 5, 1)))
        == []
    )
    assert proposed(EARLIER, EARLIER, lowest=2.0) == {}


@pytest.mark.parametrize(
    ("earlier", "later", "years"),
    [
        (date(2012, 5, 1), date(2016, 2, 22), 3.8),
        (date(2012, 5, 1), date(2013, 5, 1), 1.0),
        (None, date(2016, 2, 22), None),
    ],
)
def test_years_lie_between_two_inspections(earlier, later, years):
    assert repeats.years_between(earlier, later) == years


def asked(*texts, body="la"):
    return {
        "recommendations": tuple(
            RecommendationDraft(text=text, number=str(i), body=body)
            for i, text in enumerate(texts, 1)
        ),
        "links": (),
    }


def two_inspections(cast):
    earlier = recorded(cast, slac(**asked(*EARLIER, body="lscb")))
    return earlier, recorded(cast, sif(**asked(*LATER)))


def test_repeats_are_proposed_over_bodies_and_frameworks_with_the_years_between(cast):
    """A-14."""
    earlier, later = two_inspections(cast)
    made = actions.propose_repeats(inspection=later, by=cast.alice)
    assert {(one.later.order, one.earlier.order) for one in Repeat.objects.all()} == {
        (n + 1, m + 1) for n, m in SAME_MATTER
    }
    row = made[0]
    row.refresh_from_db()
    assert (row.earlier.inspection, row.earlier.body, row.later.body) == (earlier, "lscb", "la")
    assert (float(row.years), row.state) == (3.9, "proposed")
    assert looking.repeats_of(later) == []
    assert actions.propose_repeats(inspection=later, by=cast.alice) == []
    assert actions.propose_repeats(inspection=earlier, by=cast.alice) == []
    assert not Repeat.objects.visible_to(cast.charlie).exists()


def test_a_person_confirms_or_refuses_a_repeat(cast):
    """A-14."""
    earlier, later = two_inspections(cast)
    first, second, *_ = actions.propose_repeats(inspection=later, by=cast.alice)
    actions.decide_repeat(repeat=first, is_repeat=True, by=cast.alice)
    with pytest.raises(NotAllowedNow, match="another matter"):
        actions.decide_repeat(repeat=second, is_repeat=False, by=cast.alice)
    row = actions.decide_repeat(repeat=second, is_repeat=False, by=cast.alice, why="Other forms.")
    assert (row.state, row.decided_by) == ("refused", cast.alice)
    assert looking.repeats_of(later) == [first]
    assert len(history_of(row)) == 1
    assert second not in actions.propose_repeats(inspection=later, by=cast.alice)
    for inspection in (earlier, later):
        with pytest.raises(NotAllowedNow, match="repeat"):
            actions.withdraw_report(inspection=inspection, by=cast.alice, why="Wrong.")


def test_a_repeat_that_no_words_show_is_entered_by_a_person(cast):
    """A-14."""
    earlier, later = two_inspections(cast)
    old, new = earlier.recommendations.last(), later.recommendations.last()
    with pytest.raises(NotAllowedNow, match="Say why"):
        actions.record_repeat(later=new, earlier=old, why=" ", by=cast.alice)
    with pytest.raises(NotAllowedNow, match="comes after"):
        actions.record_repeat(later=old, earlier=new, why="x", by=cast.alice)
    row = actions.record_repeat(later=new, earlier=old, why="Both ask for audits.", by=cast.alice)
    assert (row.state, row.likeness, float(row.years)) == ("confirmed", None, 3.9)
    assert looking.repeats_of(later) == [row]
    theirs = actions.record_report(
        authority=cast.bramley, by=cast.charlie, upload=None, report=slac()
    )
    with pytest.raises(NotAllowedNow, match="crosses"):
        actions.record_repeat(
            later=new, earlier=theirs.recommendations.first(), why="x", by=cast.alice
        )
    with pytest.raises(NotAllowed):
        actions.propose_repeats(inspection=later, by=cast.charlie)


def test_without_a_day_nothing_is_known_to_be_earlier(cast):
    inspection = recorded(cast, sif(first_day=None, last_day=None, precision="unknown"))
    with pytest.raises(NotAllowedNow, match="not known"):
        actions.propose_repeats(inspection=inspection, by=cast.alice)


def test_the_database_refuses_a_decided_repeat_without_who(cast):
    """A-14."""
    _, later = two_inspections(cast)
    actions.propose_repeats(inspection=later, by=cast.alice)
    with pytest.raises(IntegrityError), transaction.atomic():
        Repeat.objects.update(state="confirmed")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("This was an area for development from previous inspections.", True),
        ("following the inadequate judgement in the 2008 inspection.", True),
        ("the most recent annual unannounced inspection of contact arrangements", True),
        ("They were satisfactory at their last inspections.", True),
        ("The inspection of Aldermere in 2009 found the same.", False),
        ("The inspection of 2009 found the same.", True),
        ("Inspectors met 20 children.", False),
        ("The inspection found good practice.", False),
    ],
)
def test_sentences_about_an_earlier_inspection_are_found(text, found):
    """A-14."""
    assert previous.mentions(["Staff are skilled. " + text]) == ((text,) if found else ())


def test_sentences_about_earlier_inspections_come_with_the_draft():
    """A-14."""
    said = "This was an area for development from previous inspections."
    draft = from_reading(
        {
            "kind": "report",
            "framework": "SLAC",
            "since": "the 2008 inspection",
            "paragraphs": [{"number": 1, "text": f"Minutes are late. {said}"}],
        }
    )
    assert draft.previous == ("the 2008 inspection", said)


def test_the_lineage_goes_back_over_every_inspection_referred_to(cast):
    """A-14."""
    oldest = recorded(cast, slac(first_day=date(2010, 4, 1)))
    middle, latest = recorded(cast, slac()), recorded(cast)
    for later, earlier in ((middle, oldest), (latest, middle)):
        actions.record_previous(inspection=later, text="x", by=cast.alice, previous=earlier)
    assert looking.lineage(latest) == [middle, oldest]
    assert looking.lineage(oldest) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("annual unannounced inspection of contact arrangements", "unannounced"),
        ("Announced inspection", "announced"),
        ("Focused visit to the front door", "focused visit"),
        ("a monitoring visit after an unannounced inspection", "monitoring visit"),
        ("Thematic inspection of early help", "thematic"),
        ("LGA safeguarding diagnostic", "peer"),
        ("peer review", "peer"),
        ("Children's services inspection", ""),
    ],
)
def test_the_words_of_a_report_name_its_type(db, text, code):
    """A-15."""
    known = list(InspectionType.objects.all())
    assert kinds.type_of(["", text], known) == code


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"kind": "annual unannounced inspection"}, "unannounced"),
        ({}, "announced"),
        ({"framework": "JTAI", "judgements": ()}, "thematic"),
        ({"framework": "peer review", "judgements": ()}, "peer"),
        ({"framework": "ILACS standard", "judgements": ()}, None),
    ],
)
def test_an_inspection_has_the_type_that_it_names_or_its_framework_usually_is(cast, changes, code):
    """A-15."""
    found = recorded(cast, slac(**changes)).type
    assert (found.code if found else None) == code


def test_the_list_of_types_is_open(cast):
    """A-15."""
    made = actions.add_inspection_type(
        authority=cast.aldermere, label="Sector-led day", by=cast.alice
    )
    inspection = recorded(cast, sif(title="A sector-led day in May"))
    assert inspection.type == made
    peer = InspectionType.objects.get(code="peer")
    actions.set_inspection_type(inspection=inspection, kind=peer, by=cast.alice)
    actions.set_inspection_type(inspection=inspection, kind=None, by=cast.alice, why="Unclear.")
    inspection.refresh_from_db()
    assert inspection.type is None
    assert made in InspectionType.objects.visible_to(cast.bob)
    assert set(InspectionType.objects.visible_to(cast.charlie)) == set(
        InspectionType.objects.filter(authority=None)
    )
    with pytest.raises(NotAllowedNow, match="on the list already"):
        actions.add_inspection_type(authority=cast.aldermere, label="sector-led DAY", by=cast.alice)
    with pytest.raises(NotAllowed):
        actions.add_inspection_type(authority=cast.aldermere, label="Other", by=cast.charlie)


def test_a_type_of_another_authority_is_refused(cast):
    theirs = actions.add_inspection_type(authority=cast.bramley, label="Own", by=cast.charlie)
    with pytest.raises(NotAllowedNow, match="crosses"):
        actions.set_inspection_type(inspection=recorded(cast), kind=theirs, by=cast.alice)
