"""The rules of coverage, on drawn rows: which recommendation, item and action covers which."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.thread.covering import (
    Action,
    Answer,
    Asked,
    Item,
    Named,
    at_their_place,
    coverage,
)

DONE, PRACTICE, DIFFERENCE = Named(kind="done"), Named(kind="practice"), Named(kind="difference")


def asked(*ids, **more):
    return [Asked(id=n, inspection=1, number=str(n), text=f"Point {n}", **more) for n in ids]


def item(n, **more):
    return Item(id=n, plan=1, public_id=f"P1-I{n}", number=str(n), text=f"Item {n}", **more)


def action(n, *items, **more):
    return Action(
        id=n,
        plan=more.pop("plan", 1),
        public_id=f"P1-A{n}",
        text="",
        items=frozenset(items),
        **more,
    )


def answers(*pairs, **more):
    return [
        Answer(id=n, recommendation=one, item=other, **more) for n, (one, other) in enumerate(pairs)
    ]


def covered(points, links, items, actions, **more):
    return coverage(asked=points, answers=links, items=items, actions=actions, **more)


def ids(rows):
    return [getattr(row, "asked", None) and row.asked.id for row in rows]


def test_one_recommendation_that_two_items_answer_is_covered_and_split():
    found = covered(
        asked(1, 2),
        answers((1, 1), (1, 2), (2, 3)),
        [item(1), item(2), item(3)],
        [action(1, 1), action(2, 2), action(3, 3)],
    )
    assert ids(found.split) == [1]
    assert [row.id for row in found.split[0].items] == [1, 2]
    assert found.is_complete
    assert found.words[:2] == (
        "2 of 2 recommendations with an action.",
        "3 of 3 items and 3 of 3 actions answer a recommendation.",
    )
    assert "Recommendations that several items answer: 1." in found.words


@pytest.mark.parametrize(
    ("links", "actions", "more", "missing", "words"),
    [
        ([], [], {}, True, "No item of a plan answers it."),
        ([(1, 1)], [], {}, True, "Item 1 without an action."),
        ([(1, 1)], [action(1, 1)], {}, False, "Answered by 1 action of item 1."),
        ([], [action(1, 1)], {}, True, "No item of a plan answers it."),
        ([], [], {"closed": True}, False, "Closed by a recorded decision, without an action."),
        (
            [],
            [],
            {"council": False},
            False,
            "Asked of another body. No item of a plan answers it.",
        ),
        (
            [(1, 1)],
            [],
            {"council": False},
            False,
            "Asked of another body. Item 1 without an action.",
        ),
        ([(1, 1)], [action(1, 1)], {"closed": True}, False, "Answered by 1 action of item 1."),
    ],
)
def test_a_recommendation_without_an_action_is_missing_unless_nothing_is_owed(
    links, actions, more, missing, words
):
    found = covered(asked(1, **more), answers(*links), [item(1)], actions)
    [row] = found.recommended
    assert (row.needs_action, row.words) == (missing, words)
    assert ids(found.without_action) == ([1] if missing else [])


def test_the_points_of_another_body_are_listed_and_not_counted():
    found = covered(
        [*asked(1), *asked(2, council=False)], answers((1, 1)), [item(1)], [action(1, 1)]
    )
    assert ids(found.recommended) == [1, 2]
    assert found.words[0] == "1 of 1 recommendation with an action."
    assert "Asked of another body and not counted: 1." in found.words


def test_a_point_closed_without_an_action_is_counted_apart():
    found = covered([*asked(1), *asked(2, closed=True)], answers((1, 1)), [item(1)], [action(1, 1)])
    assert found.words[0] == "1 of 2 recommendations with an action."
    assert "Closed without an action: 1." in found.words


@pytest.mark.parametrize(
    ("meant", "links", "stands"),
    [
        ("recommendation", [(1, 1)], "answers"),
        ("recommendation", [], "not linked"),
        ("descriptor", [], "not linked"),
        ("additional", [], "additional"),
        ("additional", [(1, 1)], "answers"),
        ("recommendation", [(99, 1)], "answers"),
    ],
)
def test_an_item_and_its_actions_answer_or_are_additional_or_wait_for_a_link(meant, links, stands):
    found = covered(asked(1), answers(*links), [item(1, meant=meant)], [action(1, 1)])
    assert [row.stands for row in (*found.items, *found.actions)] == [stands, stands]
    own = {"Additional items, the council's own: 1.", "Additional actions, the council's own: 1."}
    assert own <= set(found.words) if stands == "additional" else not own & set(found.words)


def test_an_action_answers_if_one_of_its_items_does_and_is_additional_without_any():
    found = covered(
        asked(1), answers((1, 1)), [item(1), item(2)], [action(1, 1, 2), action(2), action(3, 2)]
    )
    assert [row.stands for row in found.actions] == ["answers", "additional", "not linked"]
    assert found.words[1] == "1 of 2 items and 1 of 2 actions answer a recommendation."


def test_an_item_without_an_action_is_listed():
    found = covered(asked(1), answers((1, 1)), [item(1), item(2)], [action(1, 1)])
    assert [row.row.public_id for row in found.items_without_action] == ["P1-I2"]
    assert "Items without an action: 1." in found.words
    assert not found.is_complete


@pytest.mark.parametrize(
    ("difference", "signed_off", "waits"),
    [("", False, False), ("added “group”", False, True), ("added “group”", True, False)],
)
def test_a_wording_that_differs_waits_for_somebody_to_sign_it_off(difference, signed_off, waits):
    links = answers((1, 1), difference=difference, signed_off=signed_off)
    found = covered(asked(1), links, [item(1)], [action(1, 1)])
    assert bool(found.to_sign_off) is waits
    assert found.is_complete is not waits
    said = "Wordings that differ and are not signed off: 1."
    assert (said in found.words) is waits


@pytest.mark.parametrize(
    ("tests", "only_done", "only_proposed"),
    [
        ((), True, False),
        ((DONE,), True, False),
        ((DONE, PRACTICE), False, False),
        ((DIFFERENCE,), False, False),
        ((Named(kind="practice", confirmed=False),), False, True),
        ((Named(kind="practice", confirmed=False), DIFFERENCE), False, False),
    ],
)
def test_actions_that_show_only_that_something_was_done_are_listed(tests, only_done, only_proposed):
    found = covered(asked(1), answers((1, 1)), [item(1)], [action(1, 1, tests=tests)])
    [row] = found.recommended
    assert (row.only_done, row.only_proposed, row.item_shows_more) == (
        only_done,
        only_proposed,
        False,
    )
    said = "Recommendations whose actions have no test of practice or difference: 1."
    assert (said in found.words) is only_done


def test_a_test_of_the_item_as_a_whole_is_said_and_does_not_stand_for_its_actions():
    found = covered(asked(1), answers((1, 1)), [item(1, tests=(DIFFERENCE,))], [action(1, 1)])
    [row] = found.recommended
    assert row.only_done
    assert row.item_shows_more


def test_a_row_that_points_elsewhere_is_counted_once_and_covers_both_items():
    found = covered(
        asked(1, 2),
        answers((1, 1), (2, 2)),
        [item(1), item(2)],
        [action(1, 1, tests=(PRACTICE,)), action(2, 2, same_as=1)],
    )
    assert [row.row.public_id for row in found.actions] == ["P1-A1"]
    assert ids(found.covered) == [1, 2]
    assert not found.only_done


def test_a_row_that_points_to_nothing_known_stands_for_itself():
    [row] = at_their_place([action(2, 2, same_as=1)])
    assert row.items == {2}


@given(st.lists(st.one_of(st.none(), st.integers(0, 7)), min_size=8, max_size=8))
def test_whatever_points_where_no_item_is_lost(points):
    rows = [action(n, n, same_as=place) for n, place in enumerate(points)]
    kept = at_their_place(rows)
    assert frozenset().union(*(row.items for row in kept)) == set(range(8))
    assert sum(len(row.items) for row in kept) == 8


def test_only_the_plans_asked_about_are_listed_but_others_answer():
    found = covered(
        asked(1),
        answers((1, 2)),
        [item(1), Item(id=2, plan=2, public_id="P2-I2", number="2", text="")],
        [action(1, 1), action(2, 2, plan=2)],
        of_plans=frozenset({1}),
    )
    assert ids(found.covered) == [1]
    assert [row.row.id for row in found.items] == [1]
    assert [row.row.id for row in found.actions] == [1]


def test_who_sees_only_a_part_is_told_so_and_never_that_all_is_covered():
    whole = covered(asked(1), answers((1, 1)), [item(1)], [action(1, 1)])
    part = covered(asked(1), answers((1, 1)), [item(1)], [action(1, 1)], whole=False)
    assert whole.is_complete
    assert not part.is_complete
    assert part.words[0] == "You see only a part of these plans."


def test_nothing_recorded_is_not_complete():
    assert not covered([], [], [], []).is_complete
