"""Whom printed names mean."""

import pytest

from goldenthread.intake.draft.bodies import KnownBody
from goldenthread.intake.draft.editing import set_value
from goldenthread.intake.draft.form import draft_of
from goldenthread.intake.draft.people import match_leads, meant
from goldenthread.intake.draft.questions import questions_of
from goldenthread.intake.draft.tests.made import action, plan
from goldenthread.people.names import Known

KNOWN = [
    Known(1, "Ann Dale", aliases=("A. Dale-Reed",)),
    Known(2, "Melanie Tarn"),
    Known(3, "Ben Orr"),
    Known(4, "Bo Orr"),
]


def named(*leads, known=KNOWN, delegates=()):
    drawn = draft_of(plan([action("Audit", leads=list(leads), delegates=list(delegates))]))
    return match_leads(drawn, known)


@pytest.mark.parametrize(
    ("printed", "state", "person", "what"),
    [
        ("Ann Dale", "sure", 1, "person"),
        ("ann dale", "sure", 1, "post or team"),
        ("A. Dale-Reed", "sure", 1, "person"),
        ("Mel Tarn", "proposed", 2, "person"),
        ("M Tarn", "proposed", 2, "person"),
        ("B Orr", "proposed", None, "person"),
        ("MT", "proposed", 2, "initials"),
        ("BO", "unknown", None, "initials"),
        ("XYZ", "unknown", None, "post or team"),
        ("Fostering Team", "unknown", None, "post or team"),
        ("Di Fox", "unknown", None, "person"),
    ],
)
def test_only_the_exact_name_is_sure(printed, state, person, what):
    (naming,) = named(printed)
    assert (naming.state, naming.person, naming.what) == (state, person, what)


def test_each_name_comes_once_with_its_rows():
    drawn = draft_of(plan([action("A", leads=["Ann Dale"]), action("B", delegates=["Ann Dale"])]))
    (naming,) = match_leads(drawn, KNOWN)
    assert naming.rows == ("a1", "a2")


def test_initials_that_only_a_name_of_the_plan_has_are_tied_to_it():
    _, letters = named("Di Fox", "DF")
    assert (letters.what, letters.like, letters.person) == ("initials", "Di Fox", None)
    *_, two = named("Di Fox", "Dan Flint", "DF")
    assert (two.like, two.initials_of) == ("", ("Di Fox", "Dan Flint"))


def test_what_a_person_said_counts_and_the_same_name_follows_it():
    drawn = draft_of(plan([action("A", leads=["Di Fox", "Dinah Fox", "Ann Dale", "KW"])]))
    drawn, _ = set_value(drawn, "named/Di Fox", {"same_as": "Dinah Fox"})
    assert meant(drawn, KNOWN)["Di Fox"] == {"new": "Dinah Fox", "as": "person"}
    drawn, _ = set_value(drawn, "named/Dinah Fox", {"person": 3})
    drawn, _ = set_value(drawn, "named/KW", {"unresolved": True})
    assert meant(drawn, KNOWN) == {
        "Di Fox": {"person": 3},
        "Dinah Fox": {"person": 3},
        "Ann Dale": {"person": 1},
    }


def test_names_that_are_said_to_be_each_other_mean_nobody():
    drawn = draft_of(plan([action("A", leads=["Di Fox", "Dinah Fox"])]))
    drawn, _ = set_value(drawn, "named/Di Fox", {"same_as": "Dinah Fox"})
    drawn, _ = set_value(drawn, "named/Dinah Fox", {"same_as": "Di Fox"})
    assert not any(meant(drawn, KNOWN).values())


def of_bodies(printed, *names, known=KNOWN):
    bodies = [KnownBody(kind=kind, id=n, names=(name,)) for n, (kind, name) in enumerate(names, 1)]
    drawn = draft_of(plan([action("Audit", leads=[printed])]))
    return [q for q in questions_of(drawn, known, bodies=bodies) if q.where.startswith("named/")]


def test_a_post_or_team_that_is_called_so_is_not_asked_about():
    assert of_bodies("head of  Safeguarding", ("post", "Head of Safeguarding")) == []
    assert of_bodies("Duty Team", ("post", "Director"), ("team", "Duty Team")) == []


@pytest.mark.parametrize(
    ("printed", "body", "suggestion"),
    [
        ("Head of Service, Safeguarding", ("post", "Head of Safeguarding"), {"post": 1}),
        ("Head of QA", ("post", "Head of Quality Assurance"), {"post": 1}),
        ("Children in need team", ("team", "CIN Team"), {"team": 1}),
        ("Aldermere NHS Trust", ("partner", "Aldermere Hospital NHS Trust"), {"partner": 1}),
    ],
)
def test_a_known_post_or_team_is_offered_before_a_new_one(printed, body, suggestion):
    (question,) = of_bodies(printed, body)
    assert (question.kind, question.suggestion) == ("person", suggestion)
    assert f"is this the {body[0]} “{body[1]}”?" in question.words


def test_of_two_that_may_be_meant_none_is_suggested():
    two = ("post", "Team Manager North"), ("post", "Team Manager South")
    (question,) = of_bodies("Team Manager", *two)
    assert (question.kind, question.suggestion) == ("person", None)
    twice = ("team", "Duty Team"), ("partner", "Duty Team")
    (question,) = of_bodies("Duty Team", *twice)
    assert "the team “Duty Team” or the partner “Duty Team”" in question.words


def test_one_word_in_common_offers_nobody():
    (question,) = of_bodies("Team Manager North", ("post", "Team Manager South"))
    assert question.kind == "new person"
    (question,) = of_bodies("Director", ("post", "Director of Public Health"))
    assert question.kind == "new person"
