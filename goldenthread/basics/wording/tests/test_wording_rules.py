"""The reading rules one by one, with their reasons."""

from datetime import date

import pytest

from goldenthread.basics.calendars import ACTION_PLANS, EVERY_DAY, WEEKDAYS
from goldenthread.basics.tests.drawn import rows
from goldenthread.basics.wording import Roll, before_inspection, find_dates, occurrences, read

PLAN = date(2012, 6, 29)


def days(wording, anchor=PLAN):
    reading = read(wording, anchor=anchor)
    return reading.earliest, reading.latest


def test_the_text_is_kept_as_printed():
    assert read("  End  Sept ", anchor=PLAN).text == "  End  Sept "


@pytest.mark.parametrize(
    ("wording", "day"),
    [
        ("11/07/12", date(2012, 7, 11)),
        ("7/6/12", date(2012, 6, 7)),
        ("20 JULY 2016", date(2016, 7, 20)),
        ("31.12.98", date(1998, 12, 31)),
    ],
)
def test_a_full_date_is_read_day_first_and_its_two_figures_are_a_year(wording, day):
    reading = read(wording, anchor=None)
    assert (reading.kind, reading.earliest, reading.latest) == ("exact", day, day)
    assert (reading.due, reading.question) == (day, None)


@pytest.mark.parametrize(
    ("wording", "earliest", "due"),
    [
        ("End Sept", date(2012, 9, 30), date(2012, 9, 30)),
        ("end of Feb 12", date(2012, 2, 29), date(2012, 2, 29)),
        ("by end Sept 13", None, date(2013, 9, 30)),
    ],
)
def test_the_end_of_a_month_is_its_last_day_and_no_month(wording, earliest, due):
    reading = read(wording, anchor=PLAN)
    assert (reading.kind, reading.precision, reading.question) == ("exact", "day", None)
    assert (reading.earliest, reading.latest, reading.due) == (earliest, due, due)


@pytest.mark.parametrize(
    ("wording", "state"),
    [
        ("In progress", "in_progress"),
        ("underway", "in_progress"),
        ("In place", "in_progress"),
        ("Not started", "not_started"),
        ("Ongoing", "ongoing"),
        ("Completed", "done"),
    ],
)
def test_words_that_are_no_date_are_a_state_without_a_day(wording, state):
    reading = read(wording, anchor=PLAN)
    assert reading.kind == state
    assert (reading.earliest, reading.latest, reading.due) == (None, None, None)


@pytest.mark.parametrize(
    ("wording", "starts"),
    [
        ("From 19/06/12", date(2012, 6, 19)),
        ("with effect from 1st April 2015", date(2015, 4, 1)),
        ("Starting Sept 12", date(2012, 9, 1)),
    ],
)
def test_a_day_that_something_starts_is_not_the_day_it_is_due(wording, starts):
    reading = read(wording, anchor=PLAN)
    assert (reading.earliest, reading.latest, reading.due) == (starts, None, None)


def test_two_numbers_are_month_and_year_never_day_and_month():
    assert days("09/12") == (date(2012, 9, 1), date(2012, 9, 30))


def test_two_figures_after_a_month_are_a_year():
    assert days("March 14") == (date(2014, 3, 1), date(2014, 3, 31))


def test_a_month_without_a_year_takes_the_anchors():
    assert read("Sept", anchor=PLAN).due == date(2012, 9, 30)


def test_a_month_without_a_year_or_an_anchor_has_no_days_and_asks():
    reading = read("Sept", anchor=None)
    assert (reading.earliest, reading.latest) == (None, None)
    assert "no year is written" in reading.question.question.lower()


def test_a_range_that_crosses_the_year_needs_no_year():
    assert days("Nov - Feb") == (date(2012, 11, 1), date(2013, 2, 28))


def test_the_middle_of_a_month_is_due_on_the_15th():
    reading = read("mid July", anchor=PLAN)
    assert (reading.earliest, reading.latest) == (date(2012, 7, 10), date(2012, 7, 20))
    assert reading.due == date(2012, 7, 15)


def test_an_offset_sets_only_the_due_day():
    reading = read("within 4 weeks", anchor=date(2014, 3, 31))
    assert (reading.earliest, reading.latest, reading.offset) == (None, None, "P4W")
    assert reading.due == date(2014, 4, 28)


def test_a_month_on_from_the_31st_ends_with_the_shorter_month():
    assert read("1 month", anchor=date(2013, 1, 31)).due == date(2013, 2, 28)


def test_working_days_need_a_calendar_and_are_asked():
    reading = read("within 70 working days of publication", anchor=PLAN)
    assert (reading.offset, reading.due) == ("70 working days", None)
    assert reading.question.suggestion == "the day that the clock gives"


@pytest.mark.parametrize(
    "wording", ["31/06/12", "29/02/13", "30 Feb 2013", "12/31/2012", "00/01/12"]
)
def test_a_day_that_does_not_exist_is_asked_and_never_mended(wording):
    reading = read(wording, anchor=PLAN)
    assert (reading.earliest, reading.latest, reading.due) == (None, None, None)
    assert reading.question


def test_the_question_says_where_and_what_to_do():
    question = read("31/06/12", anchor=PLAN).question
    assert question.where == "“31/06/12”"
    assert question.question == "June 2012 has no day 31."
    assert question.suggestion == "30 June 2012, or the day meant"


def test_a_weekday_that_does_not_fit_is_asked():
    assert "is a Wednesday" in read("Tuesday 20 July 2016", anchor=PLAN).question.question
    assert read("Wednesday 20 July 2016", anchor=PLAN).question is None


def test_a_day_for_confirming_is_not_a_deadline():
    reading = read("to be confirmed at Cabinet 11/07/12", anchor=PLAN)
    assert (reading.kind, reading.earliest, reading.latest, reading.due) == (
        "tbc",
        date(2012, 7, 11),
        None,
        None,
    )


def test_financial_and_school_years_are_told_apart():
    assert days("2012/13") == (date(2012, 4, 1), date(2013, 3, 31))
    assert days("academic year 2012/13") == (date(2012, 9, 1), date(2013, 8, 31))


def test_a_bi_monthly_task_is_asked():
    assert "twice a month" in read("bi-monthly", anchor=PLAN).question.question


def test_several_dates_in_a_cell_are_all_shown_and_asked():
    reading = read("11/07/12\n28/08/12", anchor=PLAN)
    assert (reading.earliest, reading.latest) == (date(2012, 7, 11), date(2012, 8, 28))
    assert reading.question.suggestion == "11 July 2012 or 28 August 2012"


def test_what_a_deadline_is_counted_from_is_kept_in_words():
    assert read("within 3 months of publication", anchor=PLAN).relative_to == "publication"


def test_a_date_before_the_inspection_is_flagged_and_not_mended():
    reading = read("03/12", anchor=PLAN)
    assert reading.latest == date(2012, 3, 31)
    assert "31 March 2012 is before the inspection" in before_inspection(reading, date(2012, 4, 23))
    assert before_inspection(read("03/13", anchor=PLAN), date(2012, 4, 23)) is None
    assert before_inspection(read("ongoing", anchor=PLAN), date(2012, 4, 23)) is None


def test_a_recurrence_falls_on_its_days_and_weekends_are_flagged():
    reading = read("commencing 09/08/12 then quarterly", anchor=PLAN)
    found = occurrences(reading, first_day=PLAN, last_day=date(2013, 6, 30))
    assert [one.day for one in found] == [
        date(2012, 8, 9),
        date(2012, 11, 9),
        date(2013, 2, 9),
        date(2013, 5, 9),
    ]
    assert [one.day for one in found if one.flag] == [date(2013, 2, 9)]
    assert found[2].flag.startswith("9 February 2013 is a Saturday")


@pytest.mark.parametrize(
    "row",
    rows(
        """
        falls on   | why                | rule | due
        -----------+--------------------+------+-----------
        2012-11-09 | a Friday           | on   | 2012-11-09
        2013-02-09 | a Saturday         | on   | 2013-02-11
        2013-02-09 | a Saturday         | back | 2013-02-08
        2013-02-09 | a Saturday         | none | 2013-02-09
        2013-02-10 | a Sunday           | on   | 2013-02-11
        2012-12-25 | Christmas Day      | on   | 2012-12-27
        2012-12-25 | Christmas Day      | back | 2012-12-24
        2012-12-25 | Christmas Day      | flat | 2012-12-25
        2013-03-30 | Easter Saturday    | on   | 2013-04-02
        2013-03-30 | Easter Saturday    | back | 2013-03-28
        2013-03-30 | Easter Saturday    | flat | 2013-04-01
        """
    ),
    ids=str,
)
def test_the_councils_rule_moves_a_day_that_does_not_count(row):
    rule = {
        "on": Roll(ACTION_PLANS),
        "back": Roll(ACTION_PLANS, backwards=True),
        "flat": Roll(WEEKDAYS),
        "none": Roll(EVERY_DAY),
    }[row["rule"]]
    reading = read(f"monthly from {row['falls on']:%d/%m/%y}", anchor=PLAN)
    [one] = occurrences(reading, first_day=row["falls on"], last_day=row["falls on"], roll=rule)
    assert (one.day, one.due) == (row["falls on"], row["due"])
    assert bool(one.flag) == (one.due != one.day)


def test_a_moved_day_says_so_and_moves_no_other():
    reading = read("commencing 09/08/12 then quarterly", anchor=PLAN)
    found = occurrences(
        reading, first_day=PLAN, last_day=date(2013, 6, 30), roll=Roll(ACTION_PLANS)
    )
    assert [one.due for one in found] == [
        date(2012, 8, 9),
        date(2012, 11, 9),
        date(2013, 2, 11),
        date(2013, 5, 9),
    ]
    assert [one.flag for one in found if one.flag] == [
        "9 February 2013 does not count (Saturday): moved to 11 February 2013"
    ]


def test_monthly_from_the_31st_comes_back_to_the_31st():
    reading = read("monthly from 31/01/13 to 30/04/13", anchor=PLAN)
    found = occurrences(reading, first_day=date(2013, 2, 1), last_day=date(2014, 1, 1))
    assert [one.day for one in found] == [date(2013, 2, 28), date(2013, 3, 31), date(2013, 4, 30)]


@pytest.mark.parametrize(
    "wording", ["monthly", "termly from Sept 2012", "bi-monthly from 1/9/12", "July 2012"]
)
def test_a_recurrence_without_a_start_or_a_sure_unit_has_no_days(wording):
    reading = read(wording, anchor=PLAN)
    assert occurrences(reading, first_day=PLAN, last_day=date(2014, 1, 1)) == []


def test_dates_in_a_progress_cell_are_found_with_their_places():
    cell = "1/06/2012 Letter sent to 14 head teachers.\n7/06/2012: 80% replied (see 5.1); next step Mid may"
    found = find_dates(cell, anchor=PLAN)
    assert [cell[one.start : one.end] for one in found] == ["1/06/2012", "7/06/2012", "Mid may"]
    assert [one.earliest for one in found] == [
        date(2012, 6, 1),
        date(2012, 6, 7),
        date(2012, 5, 10),
    ]
    assert [one.precision for one in found] == ["day", "day", "part of a month"]


def test_ages_and_standards_in_a_passage_are_no_dates():
    assert find_dates("The 16/17 yr olds under the Children Act 2004 may wait 26 weeks.") == []
