"""S13, the typed half: an answer's figures are frozen with what is known and not known of them."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import DatabaseError, transaction

from goldenthread.governance import actions
from goldenthread.governance.figures import NOT_GIVEN, in_words
from goldenthread.governance.tests.factories import PAPER, asked, board
from goldenthread.intake.actions import read_now, upload_files
from tests.scenarios.bringing import seed

AS_AT, ASKED, GIVEN = date(2026, 1, 31), date(2026, 2, 3), date(2026, 2, 20)


def answered(cast, data):
    """The answer of a document: filled, looked through by a person who types the days, given."""
    [row] = upload_files(authority=cast.aldermere, files=[("question.txt", data)], by=cast.alice, queue=False)  # fmt: skip
    row = read_now(import_=row, by=cast.alice)
    question = asked(cast, board(cast), asked_on=ASKED)
    draft = actions.fill_answer(
        question=question, proposal=row.proposal, upload=row.upload, by=cast.alice
    )
    for one in draft.figures.all():
        told = replace(one.told, as_at=AS_AT)
        actions.change_figure(figure=one, told=told, printed=one.printed, by=cast.alice)
    return actions.give_answer(answer=draft, on=GIVEN, by=cast.alice)


def check(answer, expected):
    """Each figure: value by (name, unit), with what is said of it; all frozen, all with a day."""
    figures = {(one.name, one.unit): one for one in answer.figures.all()}
    for key, (value, better, adverse) in expected.items():
        one = figures[key]
        assert (one.value, one.better, one.adverse, one.as_at) == (value, better, adverse, AS_AT)
        assert NOT_GIVEN in in_words(one.told)
    for one in figures.values():
        with pytest.raises(DatabaseError, match="not changed"), transaction.atomic():
            type(one).objects.filter(pk=one.pk).update(value=1)
    return figures


def check_nesting(figures, small, large):
    """Nobody has said whether the smaller number is counted in the larger: the answer says so."""
    assert figures[small].within == figures[large]
    assert figures[small].nesting == "not stated"


def test_s13_figures_are_frozen_with_direction_nesting_and_missing_denominators(cast):
    answer = answered(cast, PAPER.encode())
    figures = check(
        answer,
        {
            ("Timeliness of visits", "percent"): (91, "", False),
            ("CP over 2 yrs", "families"): (3, "", False),
            ("Repeat planning", "percent"): (31, "lower", True),
            ("Conference timeliness", "percent"): (62, "higher", True),
        },
    )
    check_nesting(figures, ("CP over 2 yrs", "children"), ("Planning over 18mths", "children"))
    audit = answer.figures.get(at_least=True)
    assert "at least 11 of 20, which lies between 34% and 74%" in in_words(audit.told)
    assert answer.expectations.to_mark().count() == 2
    assert answer.commitments.get(due_on=date(2026, 6, 30)).text.startswith("We will write")


@pytest.mark.shared
def test_s13_on_the_real_answer_of_2022(cast, shared):
    answer = answered(cast, seed(shared, "001").read_bytes())
    figures = check(
        answer,
        {
            ("Current timeliness of visits", "percent"): (89, "", False),
            ("Reviews", "reviews"): (3, "", False),
            ("Plans", "percent"): (100, "", False),
            ("CP over 2 yrs", "families"): (2, "", False),
            ("CP over 2 yrs", "children"): (3, "", False),
            ("Planning over 18mths", "children"): (14, "", False),
            ("Repeat planning", "percent"): (33, "lower", True),
            ("ICPC timeliness", "percent"): (58, "higher", True),
        },
    )
    check_nesting(figures, ("CP over 2 yrs", "children"), ("Planning over 18mths", "children"))
    audit = answer.figures.get(at_least=True)
    assert (audit.numerator, audit.denominator, audit.adverse) == (12, 22, True)
    assert "at least 12 of 22, which lies between 35% and 73%" in in_words(audit.told)
    workers = answer.figures.get(unit="social workers")
    assert (workers.value, workers.adverse) == (4, True)
    assert (answer.figures.count(), answer.commitments.count()) == (18, 6)
    assert answer.expectations.to_mark().count() == 5
