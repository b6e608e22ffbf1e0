"""Which of the people who are known a printed name may mean."""

import pytest

from goldenthread.people.names import Known, match, split_names

MELANIE = Known(1, "Melanie Turner", aliases=("Mel Turner-Hill",))
CLAIRE = Known(2, "Claire Potter")
COLIN = Known(3, "Colin Potter")
KAREN = Known(4, "Karen Winter")
OTHER_KAREN = Known(5, "Karen Winter")
BILL = Known(6, "William O'Hara", initials="BO")
ZOE = Known(7, "Zoë van der Berg")
STAFF = [MELANIE, CLAIRE, COLIN, KAREN, BILL, ZOE]


def ids(printed, known=STAFF):
    return [found.id for found in match(printed, known)]


@pytest.mark.parametrize(
    "printed",
    [
        "Claire Potter",
        " claire  POTTER ",
        "Ms Claire Potter",
        "Cllr. Claire Potter",
        "Claire Potter.",
    ],
)
def test_the_same_name_is_sure(printed):
    [found] = match(printed, STAFF)
    assert (found.id, found.score, found.sure) == (2, 100, True)


@pytest.mark.parametrize("printed", ["William O’Hara", "Zoe Van der Berg"])
def test_apostrophes_and_accents_make_no_difference(printed):
    assert match(printed, STAFF)[0].sure


def test_a_confirmed_other_name_is_sure():
    assert match("mel turner-hill", STAFF)[0].sure


def test_a_name_that_two_people_have_is_proposed_for_both():
    found = match("Karen Winter", [KAREN, OTHER_KAREN])
    assert [(m.id, m.sure) for m in found] == [(4, False), (5, False)]
    assert "2 people" in found[0].reason


@pytest.mark.parametrize(
    ("printed", "who", "reason"),
    [
        ("M Turner", 1, "initial and surname"),
        ("M. Turner", 1, "initial and surname"),
        ("Mel Turner", 1, "short form"),
        ("Bill O'Hara", 6, "short form"),
        ("Melanie Tuner", 1, "nearly the same"),
        ("Melany Turner", 1, "nearly the same"),
    ],
)
def test_a_likely_name_is_proposed_with_its_reason_and_never_sure(printed, who, reason):
    [found] = match(printed, STAFF)
    assert (found.id, found.sure) == (who, False)
    assert found.score < 100
    assert reason in found.reason


def test_an_initial_that_two_people_share_proposes_both():
    assert ids("C Potter") == [2, 3]


def test_another_surname_or_forename_is_nobody():
    assert ids("Claire Winter") == []
    assert ids("Sandra Potter") == []
    assert ids("Potter") == []
    assert ids("") == []


@pytest.mark.parametrize(("printed", "who"), [("KW", 4), ("K.W.", 4), ("K W", 4), ("ZB", 7)])
def test_initials_that_one_person_has_propose_that_person(printed, who):
    [found] = match(printed, STAFF)
    assert (found.id, found.sure) == (who, False)


def test_initials_that_several_people_have_stay_unresolved():
    assert ids("CP") == []
    assert ids("KW", [KAREN, OTHER_KAREN]) == []


def test_given_initials_stand_in_place_of_those_of_the_name():
    assert ids("BO") == [6]
    assert ids("WO") == []


def test_the_likeliest_comes_first():
    known = [Known(1, "Melissa Turner"), Known(2, "Melanie Turner")]
    found = match("Melanie Turnor", known)
    assert found[0].id == 2


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("KW, CP", ["KW", "CP"]),
        ("Mel Turner / C Potter and Duty team", ["Mel Turner", "C Potter", "Duty team"]),
        ("Andrew Sandison", ["Andrew Sandison"]),
        ("", []),
    ],
)
def test_a_cell_may_hold_several_names(cell, names):
    assert split_names(cell) == names
