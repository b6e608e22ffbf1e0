"""A question of a survey from wave to wave, and what keeps two waves from being compared."""

from datetime import date

import pytest

from goldenthread.plans import surveys
from goldenthread.plans.surveys import Wave

SAFE = "Do you feel safe?"


def wave(name, yes, no, *, asked=100, answered=50, question=SAFE, **other):
    answers = [
        {"question": question, "answer": "Yes", "number": yes},
        {"question": question, "answer": "No", "number": no},
        *({"question": question, "answer": one, "number": n} for one, n in other.items()),
    ]
    month = int(name[-1]) * 3
    return Wave(name, date(2026, month, 1), asked, answered, answers)


#   before                    now                      why not
CASES = [
    (wave("Q1", 20, 30), wave("Q2", 30, 20), ""),
    (wave("Q1", 20, 30), wave("Q2", 30, 20, asked=72, answered=50), ""),
    (
        wave("Q1", 20, 30),
        wave("Q2", 30, 20, asked=70, answered=50),
        "50% of those asked answered before and 71% now",
    ),
    (wave("Q1", 5, 4, asked=18, answered=9), wave("Q2", 30, 20), "fewer than 10 answered in Q1"),
    (wave("Q1", 5, 5, asked=20, answered=10), wave("Q2", 30, 20), ""),
    (wave("Q1", 20, 30), wave("Q2", 30, 10, Unsure=10), "other answers could be chosen"),
    (wave("Q1", 20, 30), wave("Q2", 30, 20, question="Are you heard?"), "not asked in Q2"),
    (wave("Q1", 20, 30, question="Are you heard?"), wave("Q2", 30, 20), "not asked in Q1"),
]


@pytest.mark.parametrize(("before", "now", "words"), CASES)
def test_two_waves_are_compared_or_it_is_said_why_not(before, now, words):
    found = surveys.why_not_comparable(before, now, SAFE)
    assert (words in found) if words else found == ""


def test_a_question_is_followed_over_the_waves_however_it_is_printed():
    first, second = wave("Q1", 20, 30), wave("Q2", 30, 20, question="do you feel  SAFE?")
    (trend,) = surveys.trends([first, second])
    assert trend.question.casefold().split() == SAFE.casefold().split()
    assert trend.answers == ("Yes", "No")
    (step,) = trend.steps
    assert (step.why_not, step.points) == ("", {"Yes": 20.0, "No": -20.0})


def test_a_share_is_of_those_who_answered_in_its_own_wave():
    first = wave("Q1", 10, 10, asked=40, answered=20)
    (trend,) = surveys.trends([first, wave("Q2", 30, 10, asked=80, answered=40)])
    assert trend.steps[0].points == {"Yes": 25.0, "No": -25.0}


def test_each_question_has_its_own_trend_in_the_order_of_asking():
    both = Wave(
        "Q1",
        date(2026, 3, 1),
        40,
        30,
        [
            {"question": "Second", "answer": "Yes", "number": 3},
            {"question": "First", "answer": "Yes", "number": 4},
        ],
    )
    assert [one.question for one in surveys.trends([both])] == ["Second", "First"]
    assert surveys.trends([Wave("Q1", date(2026, 3, 1), 40, 30)]) == []
