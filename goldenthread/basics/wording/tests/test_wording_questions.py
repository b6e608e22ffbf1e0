"""What is not sure about a wording: its days, and the question that a person is asked."""

from datetime import date

import pytest

from goldenthread.basics.wording import read

ANCHOR = date(2015, 3, 10)
OTHER_STATE = "A state stands beside the date."
TWO_LENGTHS = "Two lengths; the longer is taken."
ONE_YEAR = "One year where the year runs over two: read as 2015/16."
HALF = "Half of a year: calendar or financial."
LOCAL = "The days of school holidays are set locally"
NUMBERED_WEEK = "A numbered week of a month is read as seven days of it."


def day(text):
    return date.fromisoformat(text) if text else None


def said(wording):
    question = read(wording, anchor=ANCHOR).question
    return question.question if question else ""


DATED = [
    # a state or a length beside a date
    ("Urgent 1 May 2015", "exact", "2015-05-01", "2015-05-01", "2015-05-01", OTHER_STATE),
    ("Urgent, by 1 May 2015", "exact", "", "2015-05-01", "2015-05-01", ""),
    ("not started May 2014", "month", "2014-05-01", "2014-05-31", "2014-05-31", OTHER_STATE),
    ("not started May 2016", "month", "2016-05-01", "2016-05-31", "2016-05-31", ""),
    ("3 months (10 June 2015)", "exact", "2015-06-10", "2015-06-10", "2015-06-10", ""),
    ("3 months, by 10 June 2015", "exact", "", "2015-06-10", "2015-06-10", ""),
    (
        *("within 6 months; 1 May 2015", "exact", "2015-05-01", "2015-05-01", "2015-05-01"),
        "A length of time and a date stand together.",
    ),
    (
        *("within 3 months of 16 May 2016", "relative", "", "", "2016-08-16"),
        "Counted from 16 May 2016, which stands in the wording.",
    ),
    ("within 3 months of 31st June 2016", "none", "", "", "", "June 2016 has no day 31."),
    ("ongoing April 2015 - March 2016", "ongoing", "2015-04-01", "2016-03-31", "2016-03-31", ""),
    ("ongoing to March 2016", "ongoing", "", "2016-03-31", "2016-03-31", ""),
    ("March 2016 ongoing", "ongoing", "2016-03-01", "", "", ""),
    # which of two dates counts
    (
        *("June 2015 moved to July 2015", "month", "2015-07-01", "2015-07-31", "2015-07-31"),
        "The date has been moved; the new one is read.",
    ),
    (
        *("was June 2015 now July 2015", "month", "2015-07-01", "2015-07-31", "2015-07-31"),
        "An earlier date stands beside it.",
    ),
    (
        *("starting May 2015, complete by July 2015", "range"),
        *("2015-05-01", "2015-07-31", "2015-07-31", ""),
    ),
    (
        *("from July 2015 complete by April 2015", "range", "", "", ""),
        "2 dates stand here; which is the deadline.",
    ),
    ("May 2015, 31st June 2015", "none", "", "", "", "June 2015 has no day 31."),
    ("July and August 2015", "range", "2015-07-01", "2015-08-31", "2015-08-31", ""),
    (
        *("June and September 2015", "range", "2015-06-01", "2015-09-30", "2015-09-30"),
        "2 dates stand here; which is the deadline.",
    ),
    # words that make one date unsure
    (
        *("as of May 2015", "month", "2015-05-01", "2015-05-31", "2015-05-31"),
        "“as of” may name a start or a day looked at.",
    ),
    (
        *("before end of May 2015", "exact", "", "2015-05-31", "2015-05-31"),
        "“before the end” is read with the last day itself.",
    ),
    (
        *("likely May 2015", "month", "2015-05-01", "2015-05-31", "2015-05-31"),
        "The date is given as likely or approximate.",
    ),
    (
        *("until May 2015", "month", "2015-05-01", "2015-05-31", "2015-05-31"),
        "“until” does not say whether it ends or begins then.",
    ),
    (
        *("June 2015?", "month", "2015-06-01", "2015-06-30", "2015-06-30"),
        "A question mark stands beside the date.",
    ),
    (
        *("June 2015 -", "month", "2015-06-01", "2015-06-30", "2015-06-30"),
        "A dash stands after the date; is its end missing.",
    ),
    (
        *(">June 2015", "month", "2015-06-01", "2015-06-30", "2015-06-30"),
        "The sign beside the date may mean before, after or moved to.",
    ),
    ("review May 2015 ongoing", "ongoing", "2015-05-01", "", "", "The date is that of a review."),
    (
        *("Completed April 2016", "done", "2016-04-01", "2016-04-30", ""),
        "Said to be done on a day that is still to come.",
    ),
    # years, quarters and halves
    ("financial year 2015", "range", "2015-04-01", "2016-03-31", "2016-03-31", ONE_YEAR),
    ("academic year 2015", "range", "2015-09-01", "2016-08-31", "2016-08-31", ONE_YEAR),
    (
        *("2015-2016", "range", "2015-04-01", "2016-03-31", "2016-03-31"),
        "Two whole years with a dash are one financial year or two calendar years.",
    ),
    (
        *("2009-2050", "range", "2009-01-01", "2050-12-31", "2050-12-31"),
        "Several years together; calendar and financial years end on different days.",
    ),
    (
        *("Q1 FY15", "range", "2015-04-01", "2015-06-30", "2015-06-30"),
        "One year where the financial year runs over two: read as 2015/16.",
    ),
    ("2015ish", "none", "", "", "", "No date or timescale could be read."),
    ("2015 days", "none", "", "", "", "No date or timescale could be read."),
    ("1st week of 2015", "range", "2015-01-01", "2015-12-31", "2015-12-31", "“"),
    (
        *("Q4 2015", "range", "2016-01-01", "2016-03-31", "2016-03-31"),
        "The fourth quarter of 2015/16 lies in 2016.",
    ),
    ("2014/15 Q3", "range", "2014-10-01", "2014-12-31", "2014-12-31", ""),
    ("H1 2015", "range", "2015-01-01", "2015-06-30", "2015-06-30", HALF),
    ("second half of 2015", "range", "2015-07-01", "2015-12-31", "2015-12-31", HALF),
    (
        *("end of this month", "exact", "2015-03-31", "2015-03-31", "2015-03-31"),
        "“end of this month” does not say of which.",
    ),
    # weeks and months seen from the day of the document
    ("next April", "month", "2015-04-01", "2015-04-30", "2015-04-30", ""),
    ("last April", "month", "2014-04-01", "2014-04-30", "2014-04-30", ""),
    ("next week", "range", "2015-03-16", "2015-03-22", "2015-03-22", ""),
    ("last month", "month", "2015-02-01", "2015-02-28", "2015-02-28", ""),
    ("first week of April 2015", "range", "2015-04-01", "2015-04-07", "2015-04-07", NUMBERED_WEEK),
    ("last week in Feb 2015", "range", "2015-02-22", "2015-02-28", "2015-02-28", NUMBERED_WEEK),
    # terms and holidays
    ("New Year", "season", "2016-01-01", "2016-01-01", "2016-01-01", "A holiday"),
    ("New Year 2016", "season", "2016-01-01", "2016-01-01", "2016-01-01", "A holiday"),
    (
        *("Summer term 2014/15", "season", "2015-04-01", "2015-07-31", "2015-07-31"),
        "The days of the summer term are set locally",
    ),
    # figures
    (
        *("15-Apr", "exact", "2015-04-15", "2015-04-15", "2015-04-15"),
        "A spreadsheet also shows the month “apr 15” like this.",
    ),
    ("20150328", "exact", "2015-03-28", "2015-03-28", "2015-03-28", ""),
    ("28032015", "exact", "2015-03-28", "2015-03-28", "2015-03-28", ""),
    ("28202015", "none", "", "", "", "No date or timescale could be read."),
    ("41180", "none", "", "", "", "A number, perhaps a spreadsheet's date."),
    (
        *("3/12", "month", "2012-03-01", "2012-03-31", "2012-03-31"),
        "Read as the month 03/12; health staff also write 3 months like this.",
    ),
    (
        *("06/07", "month", "2007-06-01", "2007-06-30", "2007-06-30"),
        "Read as the month 06/07; it could be the year 2006/07.",
    ),
    ("5/6", "none", "", "", "", "Two numbers, and the second is no year near this document."),
    # as a web page or a narrow column leaves it
    ("March&nbsp;2015", "month", "2015-03-01", "2015-03-31", "2015-03-31", ""),
    ("March &ndash; April 2015", "range", "2015-03-01", "2015-04-30", "2015-04-30", ""),
    ("<p>March 2015</p>", "month", "2015-03-01", "2015-03-31", "2015-03-31", ""),
    ("Septem ber 2015", "month", "2015-09-01", "2015-09-30", "2015-09-30", ""),
    ("immediatly", "immediate", "", "", "2015-03-10", ""),
    ("immediat ely", "immediate", "", "", "2015-03-10", ""),
    # only a number's neighbour may be its governing word
    ("from 150 in September 2015", "month", "2015-09-01", "2015-09-30", "2015-09-30", ""),
    ("July 2015 from", "range", "2015-07-01", "", "", ""),
]


@pytest.mark.parametrize(("wording", "kind", "earliest", "latest", "due", "asks"), DATED)
def test_the_days_of_a_wording_and_what_is_asked_about_it(
    wording, kind, earliest, latest, due, asks
):
    reading = read(wording, anchor=ANCHOR)
    found = (reading.kind, reading.earliest, reading.latest, reading.due)
    assert found == (kind, day(earliest), day(latest), day(due))
    assert said(wording).startswith(asks) if asks else not said(wording)


@pytest.mark.parametrize(
    ("wording", "offset", "due", "asks"),
    [
        ("2-3 months", "P3M", "2015-06-10", TWO_LENGTHS),
        ("2 or 3 weeks", "P3W", "2015-03-31", TWO_LENGTHS),
        ("2/3 months", "P3M", "2015-06-10", TWO_LENGTHS),
        ("3 months or 6 weeks", "P3M", "", "Two lengths of time stand here."),
        ("within 3 months, 15", "P3M", "", "The number “15” belongs to no length that was read."),
        ("6 weeks in progress", "P6W", "2015-04-21", "A length of time and a state stand together"),
        (
            *("the team meets 3 months", "P3M", "2015-06-10"),
            "A length of time inside other words; it may be no deadline.",
        ),
        ("within the month", "P1M", "2015-04-10", "A month from now, or the month that runs."),
        ("within a month", "P1M", "2015-04-10", ""),
        ("3 months ago", "-P3M", "", ""),
        ("90 hours", "PT90H", "2015-03-14", ""),
    ],
)
def test_a_length_of_time_is_counted_from_the_document_or_asked_about(wording, offset, due, asks):
    reading = read(wording, anchor=ANCHOR)
    assert (reading.kind, reading.offset, reading.due) == ("relative", offset, day(due))
    assert said(wording).startswith(asks) if asks else not said(wording)


@pytest.mark.parametrize(
    ("wording", "recurrence", "asks"),
    [
        ("every April", "each April", ""),
        ("each March and June", "each March", "Several months of each year."),
        ("annually in March and April", "annual in March to April", ""),
        ("every spring term", "each spring", ""),
        ("every Monday", "weekly", ""),
        ("each monthly board meeting", "each monthly board meeting", ""),
        ("twice yearly", "every 6 months", ""),
        ("2 x per year", "twice a year", ""),
        ("once monthly", "once a month", ""),
        ("quart erly", "quarterly", ""),
        ("monthly for 6 months", "monthly", "A frequency and a length of time stand together."),
        ("12 4 monthly", "every 4 months", "A number before the frequency was not read."),
        ("at least twice a year", "at least twice a year", ""),
        ("2 monthly and quarterly", "every 2 months", "Two frequencies stand here."),
    ],
)
def test_a_frequency_is_said_in_the_same_words_each_time(wording, recurrence, asks):
    reading = read(wording, anchor=ANCHOR)
    assert (reading.kind, reading.recurrence, reading.due) == ("recurring", recurrence, None)
    assert said(wording).startswith(asks) if asks else not said(wording)


@pytest.mark.parametrize(
    ("wording", "kind", "asks"),
    [
        ("ongoing staff training", "ongoing", "“ongoing” is said of a thing"),
        ("at the next board", "relative", "The day of this event is not known."),
        ("action completed with staff", "done", "“complete” stands in a sentence."),
        ("complete the audit", "done", "“complete” stands in a sentence."),
        ("summer holidays", "season", LOCAL),
        ("Working Together 2015", "none", ""),
        ("month-end", "none", "No date or timescale could be read."),
        ("FY", "none", "No date or timescale could be read."),
        ("x" * 2001, "none", "Too long for a timescale."),
    ],
)
def test_words_that_may_be_no_timescale_set_no_day(wording, kind, asks):
    reading = read(wording, anchor=ANCHOR)
    assert (reading.kind, reading.latest, reading.due) == (kind, None, None)
    assert said(wording).startswith(asks) if asks else not said(wording)


def test_a_day_beyond_the_calendar_is_not_counted_to():
    reading = read("3 months", anchor=date(9999, 12, 1))
    assert (reading.offset, reading.due) == ("P3M", None)


@pytest.mark.parametrize("wording", ["this financial year", "next week", "this year"])
def test_a_period_seen_from_an_unknown_day_is_asked_about(wording):
    reading = read(wording, anchor=None)
    assert (reading.kind, reading.due) == ("none", None)
    assert reading.question.question == "No date or timescale could be read."


def test_a_week_at_the_end_of_the_calendar_is_no_week_of_a_plan():
    reading = read("next week", anchor=date(9999, 12, 30))
    assert (reading.kind, reading.due) == ("none", None)
    assert reading.question.question == "9999 is not a year of a plan."
