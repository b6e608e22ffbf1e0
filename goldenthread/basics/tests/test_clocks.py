"""The nine clock rules: the vectors of law and practice, drawn as tables."""

from datetime import UTC, date, datetime

import pytest

from goldenthread.basics import calendars, clocks, rules
from goldenthread.basics.calendars import ACTION_PLANS, COMPLAINTS, EVERY_DAY, WEEKDAYS, Closure
from goldenthread.basics.counting import count_between, number_of
from goldenthread.basics.days import LONDON
from goldenthread.basics.due import Precision
from goldenthread.basics.errors import UserFacingError
from goldenthread.basics.hours import within_hours
from goldenthread.basics.periods import Period
from goldenthread.basics.tests import drawn

PUBLISHED = date(2016, 5, 16)


@pytest.mark.parametrize(
    "row",
    drawn.rows(
        """
        convention                  | rule | start      | length | calendar         | first | due
        ----------------------------+------+------------+--------+------------------+-------+-----------
        publication is day 0        | K1   | 2016-05-16 | 70     | si-2007-462      | 0     | 2016-08-23
        publication is day 1        | K1   | 2016-05-16 | 70     | si-2007-462      | 1     | 2016-08-22
        no holidays, day 0          | K1   | 2016-05-16 | 70     | flat             | 0     | 2016-08-22
        no holidays, day 1          | K1   | 2016-05-16 | 70     | flat             | 1     | 2016-08-19
        Scotland                    | K1   | 2016-05-16 | 70     | scotland         | 0     | 2016-08-24
        Northern Ireland            | K1   | 2016-05-16 | 70     | northern-ireland | 0     | 2016-08-24
        received the Friday before  | K1   | 2016-05-13 | 70     | si-2007-462      | 0     | 2016-08-22
        received the Tuesday after  | K1   | 2016-05-17 | 70     | si-2007-462      | 0     | 2016-08-24
        calendar days               | K6   | 2016-05-16 | 70     | calendar-days    | 0     | 2016-07-25
        publish the report          | K1   | 2016-05-16 | 30     | si-2007-462      | 0     | 2016-06-28
        Kirklees                    | K1   | 2016-11-25 | 70     | si-2007-462      | 0     | 2017-03-08
        Kirklees, one day later     | K1   | 2016-11-28 | 70     | si-2007-462      | 0     | 2017-03-09
        Sefton                      | K1   | 2016-06-27 | 70     | si-2007-462      | 0     | 2016-10-04
        Bury 2021                   | K1   | 2021-12-17 | 70     | si-2007-462      | 0     | 2022-03-30
        Stockton                    | K1   | 2023-05-09 | 70     | si-2007-462      | 0     | 2023-08-16
        with the funeral holiday    | K1   | 2022-09-01 | 15     | si-2007-462      | 0     | 2022-09-23
        without it                  | K1   | 2022-09-01 | 15     | flat             | 0     | 2022-09-22
        the same day                | K1   | 2016-05-16 | 0      | si-2007-462      | 0     | 2016-05-16
        from a Saturday             | K1   | 2016-05-14 | 1      | si-2007-462      | 0     | 2016-05-16
        a Saturday is no day 1      | K1   | 2016-05-14 | 1      | si-2007-462      | 1     | 2016-05-16
        over 29 February            | K1   | 2024-02-28 | 2      | si-2007-462      | 0     | 2024-03-01
        clear days of notice        | K7   | 2016-07-20 | 28     | every-day        | 0     | 2016-06-21
        26 weeks beginning with     | K2   | 2022-09-01 | 26     |                  | 0     | 2023-03-01
        six weeks after a visit     | K3   | 2022-03-01 | 6      |                  | 0     | 2022-04-12
        three months, no 30th       | K4   | 2012-11-30 | 3      |                  | 0     | 2013-02-28
        three months to a leap day  | K4   | 2011-11-30 | 3      |                  | 0     | 2012-02-29
        a year from a leap day      | K4   | 2024-02-29 | 12     |                  | 0     | 2025-02-28
        14 days, Monday to Monday   | K6   | 2020-11-16 | 14     |                  | 0     | 2020-11-30
        14 days over Christmas      | K6   | 2020-12-21 | 14     |                  | 0     | 2021-01-04
        10 local working days       | K6   | 2020-12-21 | 10     | bank-holidays-count | 0  | 2021-01-04
        10 statutory working days   | K6   | 2020-12-21 | 10     | si-2007-462      | 0     | 2021-01-07
        two months from receipt     | K8   | 2012-08-28 | 2      |                  | 0     | 2012-10-27
        two months from the first   | K8   | 2022-03-01 | 2      |                  | 0     | 2022-04-30
        two months, no 31st         | K8   | 2022-12-31 | 2      |                  | 0     | 2023-02-28
        two months from 29 December | K8   | 2023-12-29 | 2      |                  | 0     | 2024-02-28
        the event has a day         | K9   | 2022-10-18 | 0      |                  | 0     | 2022-10-18
        """
    ),
    ids=lambda row: row["convention"],
)
def test_each_convention_gives_its_day(row):
    due = rules.work_out(
        rules.named(row["rule"]),
        row["start"],
        row["length"],
        calendar=calendars.named(row["calendar"]) if row["calendar"] else None,
        day_one=bool(row["first"]),
    )
    assert due.date == row["due"]
    assert due.trace[-1].day == row["due"]


@pytest.mark.parametrize(
    "row",
    drawn.rows(
        """
        rule | from       | length | back_to
        -----+------------+--------+-----------
        K1   | 2018-09-10 | 20     | 2018-08-10
        K1   | 2016-08-23 | 70     | 2016-05-16
        K1   | 2016-05-31 | 1      | 2016-05-27
        K3   | 2022-04-12 | 6      | 2022-03-01
        K4   | 2024-03-31 | 1      | 2024-02-29
        K5   | 2016-07-20 | 24     | 2016-07-19
        K6   | 2020-11-30 | 14     | 2020-11-16
        K9   | 2022-10-18 | 1      | 2022-10-17
        """
    ),
    ids=str,
)
def test_counting_back_gives_the_latest_day(row):
    due = rules.work_out(rules.named(row["rule"]), row["from"], row["length"], backwards=True)
    assert due.date == row["back_to"]


def test_the_70_working_days_are_counted_week_by_week_as_in_the_proof():
    due = clocks.within_working_days(PUBLISHED, 70)
    numbers = {step.n: step.day for step in due.trace if step.n is not None}
    ends_of_weeks = {
        4: "05-20", 9: "05-27", 13: "06-03", 18: "06-10", 23: "06-17", 28: "06-24", 33: "07-01",
        38: "07-08", 43: "07-15", 48: "07-22", 53: "07-29", 58: "08-05", 63: "08-12", 68: "08-19",
        10: "05-31", 69: "08-22", 70: "08-23",
    }  # fmt: skip
    assert {n: f"{numbers[n]:%m-%d}" for n in ends_of_weeks} == ends_of_weeks
    assert sorted(numbers) == list(range(71))


def test_the_trace_has_a_line_for_every_day_and_says_what_is_passed_over():
    trace = clocks.within_working_days(PUBLISHED, 10).trace
    assert [(step.day.day, step.n) for step in trace][:8] == [
        (16, 0), (17, 1), (18, 2), (19, 3), (20, 4), (21, None), (22, None), (23, 5),
    ]  # fmt: skip
    assert trace[-2].why == "not counted: Spring Bank Holiday"
    assert trace[-1].why == "working day 10: the last day in time"


def test_a_day_knows_its_number_in_the_count():
    assert number_of(date(2016, 7, 20), PUBLISHED, ACTION_PLANS) == 46
    assert number_of(PUBLISHED, PUBLISHED, ACTION_PLANS) == 0
    assert number_of(date(2016, 5, 30), PUBLISHED, ACTION_PLANS) is None
    assert number_of(date(2016, 5, 13), PUBLISHED, ACTION_PLANS) is None


def test_days_between_two_days_are_counted_either_way():
    cabinet, deadline = date(2016, 7, 20), date(2016, 8, 23)
    assert count_between(cabinet, deadline, ACTION_PLANS) == 24
    assert count_between(deadline, cabinet, ACTION_PLANS) == -24
    assert count_between(cabinet, cabinet, ACTION_PLANS) == 0


def test_complaints_are_counted_by_their_own_definition():
    due = clocks.within_working_days(date(2023, 12, 18), 10, calendar=COMPLAINTS)
    assert (due.date, due.calendar) == (date(2024, 1, 4), "si-2006-1738")


def test_school_closures_do_not_count():
    half_term = Closure(Period(date(2026, 2, 16), date(2026, 2, 20)), "half term")
    school = ACTION_PLANS.with_closures([half_term], name="school", title="school days")
    assert clocks.local_days(date(2026, 2, 13), 1, calendar=school).date == date(2026, 2, 23)


def test_clear_working_days_leave_out_both_ends_and_the_answer_is_worked():
    due = clocks.clear_days_before(date(2016, 7, 18), 5, calendar=ACTION_PLANS)
    assert due.date == date(2016, 7, 8)
    counted = [step.day.day for step in due.trace if step.n]
    assert counted == [15, 14, 13, 12, 11]


def test_the_trace_of_clear_days_counts_neither_end():
    trace = clocks.clear_days_before(date(2016, 7, 20), 28).trace
    assert (trace[0].why, trace[-1].why, trace[-1].n) == (
        "not counted: the day itself",
        "not counted: the last day to do it",
        None,
    )
    assert len([step for step in trace if step.n]) == 28


# --- K5, hours


def test_72_hours_from_friday_evening_end_on_monday_evening():
    due = within_hours(datetime(2022, 11, 4, 18, tzinfo=LONDON), 72)
    assert due.in_words == "Monday 7 November 2022, 18:00"
    assert due.precision is Precision.TIME
    assert [step.n for step in due.trace] == [0, 24, 48, 72]


def test_hours_really_pass_when_the_clocks_change():
    due = within_hours(datetime(2022, 10, 28, 18, tzinfo=LONDON), 72)
    assert due.in_words == "Monday 31 October 2022, 17:00"
    assert "clocks change" in due.notes[0]


def test_a_moment_in_another_zone_is_read_in_london_time():
    due = within_hours(datetime(2022, 7, 1, 23, 30, tzinfo=UTC), 24)
    assert due.in_words == "Sunday 3 July 2022, 00:30"


@pytest.mark.parametrize(("hours", "due"), [(15, 4), (24, 5), (36, 5), (72, 7), (0, 4)])
def test_with_a_day_alone_hours_are_rounded_down_and_it_says_so(hours, due):
    answer = within_hours(date(2022, 11, 4), hours)
    assert (answer.date, answer.precision) == (date(2022, 11, due), Precision.FLOOR)
    assert answer.moment is None
    assert "rounded down" in answer.notes[0]


def test_hours_count_back_from_a_meeting():
    due = within_hours(datetime(2022, 11, 4, 10, tzinfo=LONDON), 24, backwards=True)
    assert due.in_words == "Thursday 3 November 2022, 10:00"


@pytest.mark.parametrize(("hours", "day"), [(24, 3), (36, 2), (15, 3)])
def test_hours_before_a_meeting_without_an_hour_give_the_earlier_day_and_it_says_so(hours, day):
    due = within_hours(date(2022, 11, 4), hours, backwards=True)
    assert (due.date, due.precision) == (date(2022, 11, day), Precision.FLOOR)


# --- K9, an event


def test_an_event_without_a_day_shows_its_window_and_no_date():
    due = clocks.relative_to_event(Period.month(2022, 10))
    assert due.date is None
    assert due.window == Period(date(2022, 10, 1), date(2022, 10, 31))
    assert due.in_words == (
        "cannot be worked out: the event has no day yet; "
        "it is expected 1 October 2022 to 31 October 2022"
    )


def test_the_window_moves_with_the_days_before_the_event():
    due = clocks.relative_to_event(Period.month(2022, 10), 5, calendar=WEEKDAYS, backwards=True)
    assert due.window == Period(date(2022, 9, 26), date(2022, 10, 24))


# --- What is not known, and what cannot be asked


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.code)
def test_a_missing_start_cannot_be_worked_out_and_is_never_in_time(rule):
    due = rules.work_out(rule, None, 5)
    assert (due.date, due.rule, due.precision) == (None, rule.code, Precision.NONE)
    assert due.in_words.startswith("cannot be worked out: ")
    assert due.in_time(date(2000, 1, 1), today=date(2000, 1, 1)) is None


def test_a_count_beyond_the_published_holidays_says_so_in_the_result_and_the_trace():
    due = clocks.within_working_days(date(2028, 12, 28), 3)
    assert due.date == date(2029, 1, 3)
    assert "published to 31 December 2028" in due.notes[0]
    assert [("expected, not published" in step.why) for step in due.trace] == [False] * 4 + [
        True
    ] * 3


def test_a_count_before_2008_says_so():
    due = clocks.within_working_days(date(2007, 12, 28), 3)
    assert "held from 1 January 2008" in due.notes[0]
    assert clocks.within_working_days(date(2008, 1, 1), 3).notes == ()


def test_a_count_without_bank_holidays_needs_no_published_list():
    assert clocks.local_days(date(2035, 1, 1), 3).notes == ()
    assert clocks.within_working_days(date(2035, 1, 1), 3, calendar=WEEKDAYS).notes == ()


def test_a_timestamp_counts_from_its_day():
    due = clocks.within_working_days(datetime(2016, 5, 15, 23, 30, tzinfo=UTC), 70)
    assert (due.start, due.date) == (PUBLISHED, date(2016, 8, 23))


@pytest.mark.parametrize(
    ("rule", "length", "options", "problem"),
    [
        ("K1", -1, {}, "counts from 0"),
        ("K1", 10_001, {}, "10000"),
        ("K1", 0, {"day_one": True}, "counts from 1"),
        ("K2", 0, {}, "counts from 1"),
        ("K2", 26, {"backwards": True}, "cannot count backwards"),
        ("K8", 2, {"backwards": True}, "cannot count backwards"),
        ("K6", 2, {"day_one": True}, "Only K1"),
    ],
)
def test_what_a_rule_cannot_be_asked_is_refused(rule, length, options, problem):
    with pytest.raises(UserFacingError, match=problem):
        rules.work_out(rules.named(rule), PUBLISHED, length, **options)


@pytest.mark.parametrize("year", [1066, 9999])
def test_a_year_that_cannot_be_meant_is_refused(year):
    with pytest.raises(UserFacingError, match="Check the year"):
        clocks.within_working_days(date(year, 12, 1), 70)


def test_only_an_event_may_have_a_span_of_days():
    with pytest.raises(UserFacingError, match="Give one day"):
        rules.work_out(rules.named("K1"), Period.month(2022, 10), 5)


def test_a_rule_that_counts_every_day_says_that_a_calendar_changes_nothing():
    due = rules.work_out(rules.named("K3"), date(2022, 5, 30), 1, calendar=ACTION_PLANS)
    assert due.date == date(2022, 6, 6)
    assert due.notes == ("K3 counts every day: the calendar “si-2007-462” changes nothing.",)


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.code)
def test_a_rule_is_found_by_code_and_name_in_any_case(rule):
    assert rules.named(rule.code.lower()) is rules.named(rule.name.upper()) is rule


def test_an_unknown_rule_is_refused():
    with pytest.raises(UserFacingError, match="K9"):
        rules.named("K10")


def test_the_weekday_names_are_english_whatever_the_calendar():
    assert EVERY_DAY.unit == "day"
    assert clocks.local_days(date(2016, 5, 16), 1).trace[-1].why == "day 1: the last day in time"
