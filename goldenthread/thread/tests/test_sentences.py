"""The four plain sentences: a drawn table of what is known, and what may be said of it."""

from dataclasses import replace

import pytest

from goldenthread.plans.rungs import TestFacts
from goldenthread.thread.sentences import HEADS, Act, Known, counted, sentences
from goldenthread.thread.weaknesses import weaknesses

ASKED = Known(text="Visit in time.", where="Recommendation 1, page 8", items=1)
PRODUCT, USED, BETTER = (TestFacts(kind, counted=1) for kind in ("done", "practice", "difference"))
TO_USE, TO_BETTER = (TestFacts(kind) for kind in ("practice", "difference"))
AGAINST = TestFacts("practice", counted=1, contradicted=True)
OPEN = TestFacts("done")
FIGURE = "84 (42 of 50) as at 31 March 2026 (Visits in time)"


def act(delivery="in progress", rung=1, *tests, **more):
    return Act(delivery=delivery, rung=rung, tests=tests, label="P1-A1", **more)


def known(*acts, **changes):
    return replace(ASKED, acts=acts, **changes)


def test_the_four_stand_under_their_heads_with_the_words_of_the_report_first():
    told = sentences(known())
    assert [head for head, _ in told.all] == list(HEADS)
    assert told.said == "“Visit in time.” (Recommendation 1, page 8)."


def test_what_was_raised_before_says_when():
    told = sentences(known(before=(2016, 2012), where=""))
    assert told.said == "“Visit in time.”. It was raised before, in 2012 and 2016."


@pytest.mark.parametrize(
    ("asked", "did"),
    [
        (known(items=0), "Nothing: no item of a plan answers it."),
        (known(), "Nothing yet: what answers it has no action."),
        (known(act()), "1 action: 1 in progress."),
        (
            known(act("done", 2), act("done", 3), act("done", 5), act("blocked"), act("x", None)),
            (
                "5 actions: 2 evidence checked, 1 reported done and not yet checked, 1 blocked, "
                "1 replaced by others."
            ),
        ),
        (
            known(act("not started", 0), act("to be agreed", 0)),
            "2 actions: 1 not started, 1 to be agreed.",
        ),
    ],
)
def test_what_was_done_is_told_by_how_far_it_is_checked(asked, did):
    assert sentences(asked).did == did


RISE = {"impact": "measured: improved", "holds": True, "figure": FIGURE}
FALL = {"impact": "measured: worse", "holds": True, "figure": "12 (6 of 50) as at 1 May 2026 (X)"}
SHOWN = "no figure of a measure shows it."


@pytest.mark.parametrize(
    ("acts", "different"),
    [
        ([], "Nothing is shown yet."),
        ([act("done", 2, PRODUCT)], "Nothing is shown yet."),
        ([act("done", 3, PRODUCT)], "Nothing is shown yet."),
        (
            [act("done", 4, PRODUCT, USED, TO_USE)],
            "Not shown. What is shown is use: 1 of 2 tests of practice has checked evidence.",
        ),
        ([act("done", 3, AGAINST)], "Nothing is shown yet."),
        (
            [act("done", 3, BETTER), act("done", 3, BETTER)],
            f"2 of 2 tests of a difference have checked evidence; {SHOWN}",
        ),
        (
            [act(impact="early signs")],
            "Not shown. Early signs are told in words, and nothing is measured.",
        ),
        ([act(**(RISE | {"holds": False}))], "Nothing is shown yet."),
        ([act("done", 5, BETTER, **RISE)], f"Measured: improved, {FIGURE}."),
        (
            [act(**RISE), act(**FALL)],
            f"Measured: worse, {FALL['figure']}; Measured: improved, {FIGURE}.",
        ),
        ([act(**RISE), act(**RISE)], f"Measured: improved, {FIGURE}."),
        ([act("superseded", None, BETTER, **RISE)], "Nothing is shown yet."),
    ],
)
def test_only_what_is_measured_or_checked_is_called_a_difference(acts, different):
    assert sentences(known(*acts)).different == different


def test_of_many_figures_three_are_told_and_the_rest_counted():
    acts = [act(**(RISE | {"figure": f"{number} of 9"})) for number in range(5)]
    assert sentences(known(*acts)).different.endswith("2 of 9; 2 more measured.")


NO_USE = "whether it is used every day: no test asks for it"
NO_BETTER = "whether children are better off: no test asks for it"
NO_FIGURE = "by how much: no approved figure is tied to it"


@pytest.mark.parametrize(
    ("acts", "unknown"),
    [
        ([], "Whether anything will change: nothing is being done that could be checked."),
        (
            [act("superseded", None)],
            "Whether anything will change: nothing is being done that could be checked.",
        ),
        (
            [act()],
            f"What would show 1 action without a test; {NO_USE}; {NO_BETTER}; {NO_FIGURE}.",
        ),
        (
            [act("done", 2, OPEN, waiting=True), act("done", 2, OPEN)],
            (
                f"Whether 2 actions reported done are done; {NO_USE}; {NO_BETTER}; "
                f"what the check of 1 action will say; {NO_FIGURE}."
            ),
        ),
        (
            [act("in progress", 1, TO_USE, USED, TO_BETTER)],
            (
                "Whether it is used every day: 1 of 2 tests shown; "
                f"whether children are better off: 0 of 1 test shown; {NO_FIGURE}."
            ),
        ),
        (
            [act("done", 3, PRODUCT, AGAINST, BETTER, **RISE)],
            (
                "Whether it is used every day: 0 of 1 test shown; which evidence is right on "
                "1 test that other evidence contradicts."
            ),
        ),
        (
            [act("done", 3, PRODUCT, USED, BETTER, **(RISE | {"holds": False}))],
            "What the figure behind 1 stated impact is: it holds no longer.",
        ),
        (
            [act("done", 5, PRODUCT, USED, BETTER, **RISE)],
            "Nothing is open: each test has checked evidence, and a figure shows the difference.",
        ),
    ],
)
def test_what_is_not_known_is_said_from_the_deed_to_the_difference(acts, unknown):
    assert sentences(known(*acts)).unknown == unknown


def test_shown_tests_are_counted_by_kind_without_those_of_what_was_replaced():
    asked = known(act("done", 3, USED, TO_USE, AGAINST), act("superseded", None, USED))
    assert counted(asked, "practice") == (1, 3)
    assert counted(asked, "difference") == (0, 0)


NONE_ASKED = "no test asks for a difference to children"


@pytest.mark.parametrize(
    ("acts", "weak"),
    [
        ([], ["no action stands that answers it"]),
        ([act("done", 5, PRODUCT, USED, BETTER, **RISE)], []),
        ([act()], ["no test says what would show it", NONE_ASKED]),
        ([act("blocked", 1, BETTER)], ["blocked"]),
        ([act("in progress", 1, BETTER, late=True)], ["late: past its deadline and not done"]),
        ([act("done", 2, BETTER)], ["reported done, no checked evidence"]),
        (
            [act("done", 2, PRODUCT), act(**FALL), act("done", 3, AGAINST)],
            [
                f"measured, and worse: {FALL['figure']}",
                "checked evidence contradicts a test",
                "reported done, no checked evidence",
                NONE_ASKED,
            ],
        ),
    ],
)
def test_known_weaknesses_are_told_the_gravest_first_and_one_an_action(acts, weak):
    assert [one.words for one in weaknesses(known(*acts))] == weak
