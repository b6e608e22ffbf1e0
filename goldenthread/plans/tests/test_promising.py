"""What people promise in words: a length of time in an update, so often in a year."""

from datetime import date

import pytest

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.plans import actions, promising
from goldenthread.plans.tests.evidence_factories import make_world

SAID = date(2026, 3, 16)


@pytest.mark.parametrize(
    ("text", "printed", "due"),
    [
        ("Will be presented to the AD within 4 weeks", "within 4 weeks", date(2026, 4, 13)),
        ("Drafted. We meet within six months. Then", "within six months", date(2026, 9, 16)),
        ("It is finished in two weeks’ time", "in two weeks’ time", date(2026, 3, 30)),
        ("Signed within the next 3 days", "within the next 3 days", date(2026, 3, 19)),
    ],
)
def test_a_length_of_time_in_an_update_counts_from_its_day(text, printed, due):
    found = promising.promised(text, SAID)
    assert (found.printed, found.due) == (printed, due)
    assert printed in found.sentence
    assert ". " not in found.sentence


@pytest.mark.parametrize(
    "text",
    [
        "Within 10 working days of the visit",
        "Within 4 weeks of publication",
        "In 3 weeks we met five families",
        "By 3 May 2026",
        "Still on course",
    ],
)
def test_what_counts_from_elsewhere_or_is_past_promises_nothing(text):
    assert promising.promised(text, SAID) is None


def test_an_update_of_an_unknown_day_promises_nothing():
    assert promising.promised("Within 4 weeks", None) is None


@pytest.mark.parametrize(
    ("days", "day", "often", "fault"),
    [
        ([], date(2026, 3, 31), "held 0 of 2 in the year to 31 March 2026", True),
        ([date(2025, 4, 1)], date(2026, 3, 31), "held 1 of 2 in the year to 31 March 2026", True),
        (
            [date(2025, 3, 31), date(2025, 4, 1)],
            date(2026, 3, 31),
            "held 1 of 2 in the year to 31 March 2026",
            True,
        ),
        (
            [date(2025, 4, 1), date(2026, 3, 31)],
            date(2026, 3, 31),
            "held 2 of 2 in the year to 31 March 2026",
            False,
        ),
        ([], date(2026, 1, 31), "held 0 of 2 in the year to 31 January 2026", False),
    ],
)
def test_a_frequency_is_counted_in_a_rolling_year_and_missed_only_after_one(
    days, day, often, fault
):
    assert promising.how_often(2, 12, days, day) == often
    found = promising.not_kept(2, 12, days, day, since=date(2025, 3, 1))
    assert found == (often if fault else "")


def test_another_span_is_said_in_months():
    assert promising.how_often(1, 6, [], SAID) == "held 0 of 1 in the 6 months to 16 March 2026"


@pytest.mark.django_db
def test_what_an_update_promises_becomes_a_milestone_once(cast, fixed_clock):
    world = make_world(cast)
    said = actions.add_update(
        action=world.action, by=world.lena, text="Drafted. It goes to the AD within 4 weeks."
    )
    with pytest.raises(NotAllowed):
        actions.take_promise(update=said, by=world.carl)
    made = actions.take_promise(update=said, by=world.lena)
    assert (made.due, made.printed, made.update) == (date(2026, 4, 13), "within 4 weeks", said)
    assert made.text == "It goes to the AD within 4 weeks"
    with pytest.raises(NotAllowedNow, match="a milestone already"):
        actions.take_promise(update=said, by=world.lena)
    other = actions.add_update(action=world.action, by=world.lena, text="Nothing new to say.")
    with pytest.raises(NotAllowedNow, match="promises no day"):
        actions.take_promise(update=other, by=world.lena)
