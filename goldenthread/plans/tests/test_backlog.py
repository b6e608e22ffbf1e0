"""What is outstanding by age, and how it would burn down."""

from datetime import date

import pytest

from goldenthread.plans.backlog import backlog, burn_down


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("56 minutes currently outstanding (12 under 2 weeks)",
         "56 = 12 under 2 weeks + 44 of 2 weeks or more"),
        ("There are 9 reports outstanding, of which 4 are less than 3 months",
         "9 = 4 under 3 months + 5 of 3 months or more"),
        ("5 minutes outstanding (12 under 2 weeks)", None),
        ("56 minutes are outstanding", None),
        ("The work was outstanding (2 under review)", None),
    ],
)  # fmt: skip
def test_a_backlog_is_read_with_its_parts_by_age(text, words):
    found = backlog(text)
    assert (found.words if found else None) == words


def test_it_burns_down_week_by_week_to_nothing_on_the_last_day():
    found = burn_down(56, date(2012, 9, 1), date(2012, 9, 30))
    assert found == [
        (date(2012, 9, 1), 56),
        (date(2012, 9, 8), 42),
        (date(2012, 9, 15), 28),
        (date(2012, 9, 22), 15),
        (date(2012, 9, 29), 1),
        (date(2012, 9, 30), 0),
    ]
    assert burn_down(6, date(2012, 9, 16), date(2012, 9, 30))[-1] == (date(2012, 9, 30), 0)
    assert len(burn_down(6, date(2012, 9, 16), date(2012, 9, 30))) == 3
    assert burn_down(6, date(2012, 9, 30), date(2012, 9, 30)) == []
