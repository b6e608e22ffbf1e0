"""The rules of plain values: days of meetings, kept promises, quorum, names in plans."""

from datetime import date, timedelta
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.governance.cadence import Cadence, in_words, next_days
from goldenthread.governance.keeping import Member, kept, quorum
from goldenthread.governance.naming import named

DAYS = st.dates(date(2012, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("every", "unit", "first", "expected"),
    [
        (1, "weeks", "2026-03-02", ["2026-03-09", "2026-03-16", "2026-03-23"]),
        (2, "weeks", "2026-03-02", ["2026-03-16", "2026-03-30", "2026-04-13"]),
        # The third Tuesday stays the third Tuesday.
        (1, "months", "2026-01-20", ["2026-02-17", "2026-03-17", "2026-04-21"]),
        (3, "months", "2025-12-16", ["2026-03-17", "2026-06-16", "2026-09-15"]),
        # A fifth Friday is the last one of a month that has four.
        (1, "months", "2026-01-30", ["2026-02-27", "2026-03-27", "2026-04-24"]),
        (12, "months", "2024-06-05", ["2026-06-03", "2027-06-02", "2028-06-07"]),
    ],
)
def test_the_next_meetings_follow_from_the_cadence(every, unit, first, expected):
    cadence = Cadence(every, unit, date.fromisoformat(first))
    after = date(2026, 2, 1) if unit == "months" else cadence.first_on
    after = max(after, cadence.first_on)
    assert [day.isoformat() for day in next_days(cadence, after=after, count=3)] == expected


def test_a_day_that_is_skipped_is_left_out_and_moves_no_other():
    cadence = Cadence(1, "months", date(2026, 1, 20))
    found = next_days(cadence, after=date(2026, 1, 20), count=2, skipped=[date(2026, 3, 17)])
    assert found == [date(2026, 2, 17), date(2026, 4, 21)]


@given(st.integers(1, 6), DAYS)
def test_meetings_by_months_keep_their_day_of_the_week_and_go_forward(every, first):
    found = list(islice(Cadence(every, "months", first).days(), 24))
    assert found[0] == first
    assert {day.weekday() for day in found} == {first.weekday()}
    assert found == sorted(set(found))


@given(DAYS, st.integers(0, 2000))
def test_the_next_day_lies_after_the_day_and_none_is_left_out(first, later):
    cadence = Cadence(2, "weeks", first)
    after = first + timedelta(days=later)
    day = next_days(cadence, after=after, count=1)[0]
    assert after < day <= after + timedelta(days=14)


def test_a_cadence_is_said_in_words():
    first = date(2026, 1, 20)
    assert in_words(Cadence(1, "months", first)) == "Every month"
    assert in_words(Cadence(3, "months", first)) == "Every 3 months"
    assert in_words(None) == "When it is needed"


@pytest.mark.parametrize(
    ("held", "since", "is_kept", "words"),
    [
        (["2025-06-01", "2026-01-10"], "2024-01-01", True, "Kept: 2 of 2"),
        (["2025-06-01"], "2024-01-01", False, "Not kept: 1 of 2"),
        # The day a year ago no longer counts; today does.
        (["2025-03-16", "2026-03-16"], "2024-01-01", False, "Not kept: 1 of 2"),
        (["2025-03-17", "2026-03-16"], "2024-01-01", True, "Kept: 2 of 2"),
        # A promise of half a year ago is not broken yet.
        ([], "2025-09-01", None, "Too early to say until 1 September 2026: 0 of 2"),
        (["2026-03-17"], "2025-03-16", False, "Not kept: 0 of 2"),
    ],
)
def test_a_promised_frequency_is_counted_over_a_rolling_year(held, since, is_kept, words):
    found = kept(
        held=[date.fromisoformat(day) for day in held],
        times=2,
        months=12,
        since=date.fromisoformat(since),
        on=date(2026, 3, 16),
    )
    assert found.is_kept is is_kept
    assert found.words.startswith(words)


def member(*, present=True, counts=True, required=False, who="Chair"):
    return Member(who=who, counts=counts, required=required, present=present)


@pytest.mark.parametrize(
    ("members", "wanted", "is_quorate", "words"),
    [
        ([member(), member()], 2, True, "Quorate: 2 of 2 members present, 2 wanted."),
        (
            [member(), member(present=False)],
            2,
            False,
            "Not quorate: 1 of 2 members present, 2 wanted.",
        ),
        # Who only attends is no member.
        ([member(), member(counts=False)], 2, False, "Not quorate: 1 of 1 members present"),
        (
            [member(), member(), member(present=False, required=True, who="Leader")],
            2,
            False,
            "required and not there: Leader.",
        ),
        ([member()], None, None, "1 of 1 members present. No quorum is set."),
        ([member(required=True)], None, True, "all who are required were there."),
    ],
)
def test_a_meeting_is_quorate_in_words(members, wanted, is_quorate, words):
    found, said = quorum(members, wanted)
    assert found is is_quorate
    assert words in said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Progress is monitored by the Corporate Parenting Board", ["Corporate Parenting Board"]),
        ("Minute of SCPG", ["SCPG"]),
        ("Report to CMT", ["CMT"]),
        ("Considered by Overview and Scrutiny Committee", ["Overview and Scrutiny Committee"]),
        ("The team met the board", []),
    ],
)
def test_names_of_boards_are_read_as_printed_and_abbreviations_not_expanded(text, expected):
    assert named(text) == expected
