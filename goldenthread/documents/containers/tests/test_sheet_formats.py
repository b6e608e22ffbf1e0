"""Numbers and dates as Excel prints them by their format."""

import pytest

from goldenthread.documents.containers.sheet_formats import is_date, printed

# 1 September 2012, 14:05:09.
MOMENT = 41153 + (14 * 3600 + 5 * 60 + 9) / 86_400


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("mmm-yy", "Sep-12"),
        ("d mmmm yyyy", "1 September 2012"),
        ("dddd d mmm", "Saturday 1 Sep"),
        ("ddd dd/mm/yy", "Sat 01/09/12"),
        ("mmmmm", "S"),
        ("yyyy-mm-dd hh:mm", "2012-09-01 14:05"),
        ("h:mm AM/PM", "2:05 PM"),
        ("mm:ss", "05:09"),
        ("h:mm:ss", "14:05:09"),
        ("[$-809]dd mmmm yyyy;@", "01 September 2012"),
        ('"by "mmm\\ yyyy', "by Sep 2012"),
        ("[$-F800]dddd, mmmm dd, yyyy", "Saturday, September 01, 2012"),
    ],
)
def test_a_moment_is_printed_by_its_format(form, shown):
    assert is_date(form)
    assert printed(MOMENT, form) == shown


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (3.0, "General", "3"),
        (0.1 + 0.2, "General", "0.3"),
        (1e15, "General", "1e+15"),
        (0.456, "0%", "46%"),
        (0.456, "0.0%", "45.6%"),
        (1234.5, "#,##0.00", "1,234.50"),
        (100000, "£#,##0", "£100,000"),
        (100000, '"£"#,##0;[Red]-"£"#,##0', "£100,000"),
        (-5, '"£"#,##0;[Red]-"£"#,##0', "-£5"),
        (-5, "#,##0_);(#,##0)", "(5)"),
        (-5, "0", "-5"),
        (7, "000", "007"),
        (2.5, "0.##", "2.5"),
        (2, "0.##", "2"),
        (0, '0;-0;"none"', "none"),
        (1190, "[$£-809]#,##0", "£1,190"),
        (5.1, "@", "5.1"),
        (12, '"Item "0', "Item 12"),
        (41153, '"Q"', "Q"),
    ],
)
def test_a_number_is_printed_by_its_format(value, form, shown):
    assert printed(value, form) == shown


@pytest.mark.parametrize(
    "form", ["General", "0.00", '"days" 0', "[Red]0", "#,##0_d", "@", "[$£-809]0"]
)
def test_a_letter_in_quotes_or_brackets_makes_no_date(form):
    assert not is_date(form)


def test_the_day_that_never_was_does_not_shift_the_days_after_it():
    assert printed(59, "d mmm yyyy") == "28 Feb 1900"
    assert printed(61, "d mmm yyyy") == "1 Mar 1900"


def test_a_number_that_is_no_day_is_printed_plain():
    assert printed(-1, "d mmm") == "-1"
    assert printed(9e9, "d mmm") == "9000000000"


def test_counting_from_1904_is_four_years_and_a_day_later():
    assert printed(0, "d mmm yyyy", from_1904=True) == "1 Jan 1904"
