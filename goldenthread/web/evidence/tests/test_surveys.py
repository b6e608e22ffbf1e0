"""The page of a survey shows each question from wave to wave."""

from datetime import date

import pytest

from goldenthread.plans import actions
from goldenthread.plans.tests.evidence_factories import accept, file
from goldenthread.web.actions.tests.test_action_page import send

pytestmark = pytest.mark.django_db
SAFE = "Do you feel safe?"


def filed(world, wave, yes, no, *, asked=60, answered=50, kind="survey", **more):
    answers = [
        {"question": SAFE, "answer": "Yes", "number": yes},
        {"question": SAFE, "answer": "No", "number": no},
    ]
    about = {"instrument": "Our survey", "wave": wave, "asked": asked, "answered": answered}
    about["answers"] = answers
    return file(world, kind=kind, title=f"Survey {wave}", about=about, **more)


def shown(browser, link):
    page = browser.get(f"/library/evidence/{link.version.evidence_id}/")
    assert page.status_code == 200
    return " ".join(page.text.partition("The survey from wave to wave")[2].split())


def test_each_question_shows_how_many_of_those_who_answered_in_each_wave(alice, world):
    second = filed(world, "Q2", 30, 20, period_to=date(2026, 2, 28))
    first = filed(world, "Q1", 20, 30, period_to=date(2025, 11, 30))
    accept(world, first)
    page = shown(alice, second)
    assert page.index("Q1") < page.index("Q2")
    assert "50 of 60" in page
    assert "83%" in page
    assert page.index("evidence checked") < page.index("evidence not yet checked")
    assert "20 of 50" in page
    assert "30 of 50" in page
    assert "60%, 20 points more" in page
    assert "40%, 20 points fewer" in page
    assert "the first wave" in page


def test_waves_that_cannot_be_compared_say_why(alice, world):
    filed(world, "Q1", 5, 3, asked=20, answered=8, period_to=date(2025, 11, 30))
    page = shown(alice, filed(world, "Q2", 30, 20, period_to=date(2026, 2, 28)))
    assert "no: fewer than 10 answered in Q1" in page
    assert "points" not in page


def test_a_next_version_may_be_the_next_wave_and_what_was_withdrawn_is_none(alice, world):
    first = filed(world, "Q1", 20, 30, period_to=date(2025, 11, 30))
    about = {**first.version.about, "wave": "Q2"}
    actions.new_version(evidence=first.version.evidence, by=world.lena, about=about)
    wrong = filed(world, "Q3", 50, 0)
    actions.withdraw_evidence(link=wrong, by=world.lena, why="Of another team")
    page = shown(alice, first)
    assert "40%, as before" in page
    assert "Q3" not in page.partition("</section>")[0]


def test_a_wave_that_was_filed_again_counts_once(alice, world):
    first = filed(world, "Q1", 20, 30)
    filed(world, "q1", 21, 29)
    page = shown(alice, first).partition("</section>")[0]
    assert "21 of 50" in page
    assert "20 of 50" not in page
    assert "One wave so far" in page


def test_small_counts_of_a_wave_follow_from_no_other(alice, world, browser_of):
    kind = {"kind": "survey of children", "asked": 60, "answered": 44}
    filed(world, "Q1", 41, 3, period_to=date(2025, 11, 30), **kind)
    link = filed(world, "Q2", 30, 14, period_to=date(2026, 2, 28), **kind)
    assert "3 of 44" in shown(alice, link)
    page = shown(browser_of(world.dan), link).partition("</section>")[0]
    assert "14 of 44" in page
    for telling in ("41 of 44", "3 of 44", "points", "93%", "7%,"):
        assert telling not in page
    assert "not shown: it tells of 1 to 5" in page


def test_how_few_did_not_answer_is_told_by_no_question(world, browser_of):
    filed(world, "Q1", 30, 28, answered=58, period_to=date(2025, 11, 30))
    link = filed(world, "Q2", 30, 20, period_to=date(2026, 2, 28))
    page = shown(browser_of(world.dan), link).partition("</section>")[0]
    assert "58" not in page
    assert "97%" not in page
    assert "30 of 50" in page


def test_a_survey_without_answers_says_what_to_file(alice, world):
    about = {"instrument": "Spring survey", "wave": "1", "asked": 40, "answered": 22}
    page = shown(alice, file(world, kind="survey", about=about))
    assert "File the next version with its answers" in page


def test_a_question_that_one_wave_did_not_ask_says_so(alice, world):
    link = filed(world, "Q1", 20, 30, period_to=date(2025, 11, 30))
    about = {**link.version.about, "wave": "Q2"}
    about["answers"] = [{"question": "Are you heard?", "answer": "Often", "number": 30}]
    file(world, kind="survey", title="Next", about=about, period_to=date(2026, 2, 28))
    page = shown(alice, link)
    assert "no: not asked in Q2" in page
    assert "not asked" in page


def test_answers_are_typed_with_the_survey(alice, world):
    typed = {
        "kind_chosen": "survey", "marking": "internal", "title": "Survey", "shows": "They feel safe", "extract": "As filed",
        "about_instrument": "Our survey", "about_wave": "Q1", "about_asked": "60",
        "about_answered": "50", "about_answers": f"{SAFE} | Yes | 20\n{SAFE} | No | 30",
    }  # fmt: skip
    assert send(world.lena, world, "file", world.test.pk, **typed).status_code == 302
    link = world.test.links.get()
    assert "20 of 50" in shown(alice, link)
    actions.withdraw_evidence(link=link, by=world.lena, why="Of another team")
    assert shown(alice, link) == ""
