"""What letters say, and the visits that are prepared for."""

from dataclasses import replace
from datetime import date

import pytest

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.inspections import actions, looking
from goldenthread.inspections.drafts import StatementDraft
from goldenthread.inspections.models import Framework, LetterStatement, Visit
from goldenthread.inspections.reading import from_reading
from goldenthread.inspections.tests.factories import recorded, sif
from goldenthread.people.history import history_of

MONITORING = "ILACS monitoring visit"
SCOPE = "Children in need of protection, and pre-proceedings."
STATEMENTS = (
    StatementDraft(sense="improved", text="First visits are in time.", paragraph=6, page=2),
    StatementDraft(sense="not yet", text="Plans are not yet clear.", paragraph=9, page=3),
)


def letter(cast, day=date(2026, 1, 20), **changes):
    draft = sif(
        framework=MONITORING,
        judgements=(),
        first_day=day,
        last_day=day,
        days_printed=f"{day:%B %Y}",
        statements=STATEMENTS,
        recommendations=(),
        links=(),
    )
    return recorded(cast, replace(draft, **changes), despite="A letter.")


def words(cast, **changes):
    asked = recorded(cast, despite="As it stands.").recommendations.order_by("order").first()
    told = {
        "framework": Framework.objects.get(code=MONITORING),
        "expected": "October 2026",
        "scope": SCOPE,
        "recommendations": [asked.pk],
        "by": cast.alice,
    }
    return told | changes


def prepared(cast, **changes):
    return actions.prepare_visit(authority=cast.aldermere, **words(cast, **changes))


def test_what_a_letter_says_has_improved_or_not_is_kept_with_its_paragraph(cast):
    found = letter(cast).statements.order_by("order")
    assert [(row.sense, str(row), row.paragraph, row.page) for row in found] == [
        ("improved", "First visits are in time.", 6, 2),
        ("not yet", "Plans are not yet clear.", 9, 3),
    ]
    assert found[0].authority == cast.aldermere
    assert not LetterStatement.objects.visible_to(cast.charlie).exists()


def test_a_letter_that_was_read_brings_its_statements():
    proposal = {
        "kind": "letter",
        "framework": MONITORING,
        "improved": [{"text": "Better.", "paragraph": 6, "page": 2, "section": "Findings"}],
        "not_yet": [{"text": "Too slow.", "paragraph": None, "page": 3}],
    }
    assert from_reading(proposal).statements == (
        StatementDraft(sense="improved", text="Better.", paragraph=6, page=2),
        StatementDraft(sense="not yet", text="Too slow.", paragraph=None, page=3),
    )


@pytest.mark.parametrize(
    ("expected", "earliest", "latest"),
    [
        ("4 to 5 June 2026", date(2026, 6, 4), date(2026, 6, 5)),
        ("October 2022", date(2022, 10, 1), date(2022, 10, 31)),
        ("29 February 2028", date(2028, 2, 29), date(2028, 2, 29)),
        ("not known yet", None, None),
        ("", None, None),
    ],
)
def test_a_visit_is_expected_on_days_or_in_a_window_or_nobody_knows(
    cast, fixed_clock, expected, earliest, latest
):
    """T-10."""
    row = prepared(cast, expected=expected)
    row.refresh_from_db()
    assert (row.earliest, row.latest, row.days_printed) == (earliest, latest, expected)
    assert expected or str(row).endswith(", day not known")


def test_a_visit_has_its_scope_its_cohort_and_its_recommendations(cast, fixed_clock):
    """T-01."""
    row = prepared(cast, cohort="Twelve children on plans for a year or more.")
    assert (row.scope, row.recommendations.count()) == (SCOPE, 1)
    assert str(row).endswith("October 2026")
    assert [line.verb for line in history_of(row)] == ["prepared"]
    assert Visit.objects.visible_to(cast.bob).to_come().get() == row
    assert not Visit.objects.visible_to(cast.charlie).exists()


@pytest.mark.parametrize(
    ("changes", "match"),
    [
        ({"scope": " "}, "as they put it"),
        ({"recommendations": []}, "at least one recommendation"),
        ({"recommendations": [999]}, "at least one recommendation"),
        ({"expected": "31 February 2026"}, "has no day 31"),
    ],
)
def test_a_visit_that_says_too_little_is_not_prepared(cast, fixed_clock, changes, match):
    with pytest.raises(NotAllowedNow, match=match):
        prepared(cast, **changes)
    assert not Visit.objects.exists()


def test_a_visit_of_another_council_is_nobodys_business(cast):
    with pytest.raises(NotAllowed):
        prepared(cast, by=cast.charlie)


def test_a_visit_may_be_changed_until_its_letter_is_there(cast, fixed_clock):
    row = prepared(cast)
    told = words(cast, expected="4 to 5 June 2026", scope="The front door.", cohort="Ten.")
    row = actions.change_visit(visit=row, **told)
    assert (row.earliest, row.scope, row.cohort) == (date(2026, 6, 4), "The front door.", "Ten.")
    line = history_of(row)[0]
    assert line.verb == "changed"
    own = letter(cast)
    actions.record_letter(visit=row, letter=own, by=cast.alice)
    row.refresh_from_db()
    assert (row.letter, row.is_to_come) == (own, False)
    assert not Visit.objects.to_come().exists()
    with pytest.raises(NotAllowedNow, match="Nothing was changed"):
        actions.change_visit(visit=row, **told)


def test_a_letter_is_of_one_visit_and_of_the_same_council(cast, fixed_clock):
    first, second, own = prepared(cast), prepared(cast), letter(cast)
    actions.record_letter(visit=first, letter=own, by=cast.alice)
    with pytest.raises(NotAllowedNow, match="of another visit"):
        actions.record_letter(visit=second, letter=own, by=cast.alice)
    actions.withdraw_report(inspection=(gone := letter(cast)), why="Wrong file.", by=cast.alice)
    with pytest.raises(NotAllowedNow, match="no letter of Aldermere that stands"):
        actions.record_letter(visit=second, letter=gone, by=cast.alice)


def test_a_visit_is_called_off_with_a_reason(cast, fixed_clock):
    row = prepared(cast)
    with pytest.raises(NotAllowedNow, match="Say why"):
        actions.call_off_visit(visit=row, why=" ", by=cast.alice)
    row = actions.call_off_visit(visit=row, why="Put off by Ofsted.", by=cast.alice)
    assert (row.called_off_why, row.is_to_come) == ("Put off by Ofsted.", False)


def test_the_last_letter_is_the_latest_before_the_visit_that_says_anything(cast, fixed_clock):
    row = prepared(cast, expected="4 to 5 June 2026")
    assert looking.last_letter(row) is None
    letter(cast, statements=())
    early, late = letter(cast, date(2025, 9, 2)), letter(cast)
    letter(cast, date(2026, 6, 30))
    assert looking.last_letter(row) == late
    actions.record_letter(visit=row, letter=late, by=cast.alice)
    row.refresh_from_db()
    assert looking.last_letter(row) == early
