"""Which figures tell of so few that a child may be known by them."""

import pytest

from goldenthread.plans.small_numbers import ALSO_HIDDEN, HIDDEN, part_and_whole, tells_of_few


@pytest.mark.parametrize(
    ("numerator", "denominator", "few"),
    [
        (0, 20, False), (1, 20, True), (5, 20, True), (6, 20, False), (14, 20, False),
        (15, 20, True), (19, 20, True), (20, 20, False), (3, 4, True), (None, 20, False),
        ("16", "20", True), (None, None, False),
    ],
)  # fmt: skip
def test_a_part_or_what_is_left_over_of_one_to_five_tells_of_few(numerator, denominator, few):
    assert tells_of_few(numerator, denominator) is few


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [
        (14, 40, ("14", "40")), (0, 40, ("0", "40")), (4, 40, (HIDDEN, "40")),
        (38, 40, (ALSO_HIDDEN, "40")), (3, 4, (HIDDEN, HIDDEN)), (0, 4, (ALSO_HIDDEN, HIDDEN)),
    ],
)  # fmt: skip
def test_a_count_is_hidden_with_what_would_give_it_away(part, whole, said):
    assert part_and_whole(part, whole) == said
