"""What holds for any wording."""

import calendar
import string
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.basics.wording import find_dates, occurrences, read

PLAN = date(2014, 6, 15)
NEAR = st.dates(date(2008, 1, 1), date(2022, 12, 31))
ANCHORS = st.none() | st.dates()
HEAP = """End of Sept 13 - / . , 31/06/12 and by from to until mid quarterly Q4 2013/14 every 6 weeks
months within 3 TBC ongoing w/c Easter Spring term FY 12-14 May 1st before after next year ? ( ) ;
99999999 00/00/00 0 Monday completed immediate 9999 holidays not half H1"""
PIECES = st.sampled_from([*HEAP.split(), "\n"])

DAY_FORMATS = [
    "{d}/{m}/{y}",
    "{d:02}/{m:02}/{y}",
    "{d:02}/{m:02}/{yy:02}",
    "{d}.{m}.{yy:02}",
    "{d:02}-{m:02}-{y}",
    "{d} / {m} / {yy:02}",
    "{y}-{m:02}-{d:02}",
    "{y}-{m:02}-{d:02} 00:00:00",
    "{d} {month} {y}",
    "{d} {mon} {yy:02}",
    "{d}{th} {month} {y}",
    "the {d}{th} of {month}, {y}",
    "{month} {d}{th} {y}",
    "{weekday} {d}{th} {mon} {y}",
    "{d:02}-{mon}-{yy:02}",
    "{d}{mon}{y}",
    "Cabinet {d}/{m}/{yy:02}.",
]
MONTH_FORMATS = [
    "{month} {y}",
    "{mon} {yy:02}",
    "{mon}. {yy:02}",
    "{mon}-{yy:02}",
    "{mon}{yy:02}",
    "{month} ’{yy:02}",
    "in {month} {y}",
    "{m:02}/{y}",
    "{MONTH} {y}.",
]


def rendered(form, day):
    ending = {1: "st", 2: "nd", 3: "rd"}.get(
        day.day % 10 if day.day not in (11, 12, 13) else 0, "th"
    )
    month = calendar.month_name[day.month]
    return form.format(
        d=day.day,
        m=day.month,
        y=day.year,
        yy=day.year % 100,
        month=month,
        MONTH=month.upper(),
        mon=month[:3],
        th=ending,
        weekday=f"{day:%A}",
    )


@pytest.mark.parametrize("form", DAY_FORMATS)
@given(day=NEAR)
def test_a_day_in_any_form_reads_back(form, day):
    reading = read(rendered(form, day), anchor=PLAN)
    assert (reading.kind, reading.earliest, reading.latest) == ("exact", day, day)
    assert (reading.due, reading.question) == (day, None)


@pytest.mark.parametrize("form", MONTH_FORMATS)
@given(day=NEAR)
def test_a_month_in_any_form_reads_back(form, day):
    reading = read(rendered(form, day), anchor=PLAN)
    last = day.replace(day=calendar.monthrange(day.year, day.month)[1])
    assert (reading.earliest, reading.latest) == (day.replace(day=1), last)
    assert (reading.kind, reading.question) == ("month", None)


@given(one=st.integers(0, 99), other=st.integers(0, 99), year=st.integers(2008, 2022))
def test_figures_are_day_first_or_no_date(one, other, year):
    reading = read(f"{one:02}/{other:02}/{year}", anchor=PLAN)
    try:
        meant = date(year, other, one)
    except ValueError:
        assert reading.earliest is None
        assert reading.question
    else:
        assert (reading.earliest, reading.question) == (meant, None)


@given(text=st.text(max_size=80), anchor=ANCHORS)
def test_no_text_raises(text, anchor):
    reading = read(text, anchor=anchor)
    assert reading.text == text
    occurrences(reading, first_day=date.min, last_day=date.max)
    for found in find_dates(text, anchor=anchor):
        assert text[found.start : found.end] == found.text


@given(pieces=st.lists(PIECES, max_size=12), anchor=ANCHORS)
def test_no_heap_of_date_words_raises_or_ends_before_it_begins(pieces, anchor):
    text = " ".join(pieces)
    reading = read(text, anchor=anchor)
    if reading.earliest and reading.latest:
        assert reading.earliest <= reading.latest
    occurrences(reading, first_day=PLAN, last_day=date(2015, 1, 1))
    find_dates(text, anchor=anchor)


@given(words=st.lists(st.text(string.ascii_lowercase + string.digits, min_size=5), max_size=5))
def test_noise_yields_no_date_without_a_question(words):
    reading = read(" ".join(f"x{word}x" for word in words), anchor=PLAN)
    if reading.earliest or reading.latest:
        assert reading.question


@given(marks=st.text(" -–/.,;:()&+|'•\n", max_size=20))
def test_marks_alone_are_a_blank_cell(marks):
    reading = read(marks, anchor=PLAN)
    assert (reading.kind, reading.earliest, reading.latest, reading.question) == (
        "none",
        None,
        None,
        None,
    )


@pytest.mark.parametrize(
    "noise",
    ["x7t1q4yx", "ref 12/AB/13", "S47", "P1-I4", "KS2 SATs", "item 5.1", "01234 567890", "£190K"],
)
def test_case_numbers_and_labels_are_no_dates(noise):
    reading = read(noise, anchor=PLAN)
    assert (reading.earliest, reading.latest) == (None, None)
