"""The pure rules of plans, on drawn tables."""

from datetime import date

import pytest

from goldenthread.plans import claims, faults, kinds, labels, numbering, quantities, timescales
from goldenthread.plans.differences import difference
from goldenthread.plans.drafts import ActionDraft, ItemDraft, TimescaleDraft
from goldenthread.plans.matching import Known, match
from goldenthread.plans.quantities import Count, Quantity
from goldenthread.plans.tests.factories import plan

SPRING = date(2014, 3, 31)


@pytest.mark.parametrize(
    ("text", "column", "kind"),
    [
        ("Copy of letter", "test", "done"),
        ("Copy of new audit template", "test", "done"),
        ("Feedback to the board", "test", "done"),
        ("Sample audit of 20 records", "test", "practice"),
        ("Survey results", "test", "practice"),
        ("Themed audit report", "test", "practice"),
        ("Feedback from staff", "test", "practice"),
        ("Reduction in number of records returned", "test", "difference"),
        ("Minute of the group demonstrating improvement", "test", "difference"),
        ("Children are seen", "measures of impact", "difference"),
        ("Review presented by December", "measures of progress", "done"),
    ],
)
def test_the_kind_of_a_test_is_proposed_from_its_words(text, column, kind):
    assert kinds.kind_of_test(text, column=column) == kind


@pytest.mark.parametrize(
    ("text", "timescale", "kind"),
    [
        ("Write a letter", "July 2012", "one-off"),
        ("Weekly monitoring of minutes", "", "recurring"),
        ("Meetings", "commencing 09/08/12 then quarterly", "recurring"),
        ("Continue to use the panel", "", "sustained"),
        ("Training", "Oct. 13 and ongoing", "sustained"),
    ],
)
def test_an_action_is_done_once_or_again_or_goes_on(text, timescale, kind):
    assert kinds.kind_of_action(text, timescale) == kind


@pytest.mark.parametrize(
    ("test", "action", "wanted"),
    [
        ("Sample audit of 20 records", "", Quantity(20, "records")),
        ("Sample audit of 20", "", Quantity(20)),
        ("When each meeting has taken place", "Meet each of the 14 head teachers", 14),
        ("Letters to all twelve schools", "", Quantity(12, "schools")),
        ("Copy of letter", "Meet each of the 14 head teachers", None),
        ("Audit of 14 July", "", None),
        ("Audit of 12 months", "", None),
    ],
)
def test_a_quantity_is_read_from_the_test_or_from_each_of_its_action(test, action, wanted):
    found = quantities.quantity(test, action)
    if isinstance(wanted, int):
        wanted = Quantity(wanted, "head teachers")
    assert found == wanted


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("1 of 14 met", Count(1, 14)),
        ("3 out of the 14 heads", Count(3, 14)),
        ("1 meeting already taken place with one school", Count(1)),
        ("two letters sent", None),
        ("15 of 14", None),
        ("Met in June 2012", None),
    ],
)
def test_a_count_is_read_where_it_says_what_is_done(text, counted):
    assert quantities.count(text) == counted


@pytest.mark.parametrize(
    ("text", "column", "claim", "on", "precision"),
    [
        ("Yes", "evidence", "full evidence", None, ""),
        ("Yes - part", "evidence", "part evidence", None, ""),
        ("Part", "evidence", "part evidence", None, ""),
        ("No", "evidence", "no evidence", None, ""),
        ("See the shared drive", "evidence", "nothing", None, ""),
        ("Completed", "evidence", "nothing", None, ""),
        ("June 2012", "completed", "completed", date(2012, 6, 30), "month"),
        ("12/06/12", "completed", "completed", date(2012, 6, 12), "day"),
        ("Completed", "completed", "completed", None, ""),
        ("Completed", "progress", "completed", None, ""),
        ("Completed Feb 13", "update", "completed", date(2013, 2, 28), "month"),
        (
            "The hub went live Oct.13. Many share it.",
            "update",
            "completed",
            date(2013, 10, 31),
            "month",
        ),
        ("Not completed", "progress", "nothing", None, ""),
        ("Unlikely to be completed until end of April 14", "update", "nothing", None, ""),
        ("The review was completed in part and goes on", "update", "nothing", None, ""),
        ("Yes", "progress", "nothing", None, ""),
    ],
)
def test_a_claim_is_what_the_words_say_in_their_column(text, column, claim, on, precision):
    found = claims.claim(text, column=column, anchor=SPRING)
    assert (found.claims, found.completed_on, found.precision) == (claim, on, precision)


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        (["i)", "ii)", "iii)"], []),
        (["i)", "ii)", "ii)"], ["“ii)” is printed twice"]),
        (["i)", "iii)"], ["“iii)” stands where “ii)” is expected"]),
        (["(i)", "", "a)", "(ii)"], []),
        ([], []),
    ],
)
def test_labels_clash_where_one_is_printed_twice_or_left_out(printed, found):
    assert labels.clashes(printed) == found


def test_numbers_make_a_tree():
    numbers = ["1.0", "1.1", "1.2", "2", "2.3", "2.3.1", "7.0", "A", "9.9"]
    assert numbering.parents(numbers) == [None, 0, 0, None, 3, 4, None, None, None]


@pytest.mark.parametrize(
    ("source", "local", "words"),
    [
        ("Ensure visits are recorded.", "ensure visits  are recorded", ""),
        (
            "ensure parents and carers know of conference minutes",
            "Ensure carers know of conference /core group minutes",
            '"parents and carers" -> "carers"; added "/core group"',
        ),
        ("the child protection conference minutes", "the CPC minutes", ""),
        ("the child’s own words – recorded", "The child's own words - recorded;", ""),
        ("record all visits", "record visits", 'left out "all"'),
        ("record visits", "note visits", '"record" -> "note"'),
    ],
)
def test_a_changed_wording_is_told_in_words(source, local, words):
    assert difference(source, local) == words


@pytest.mark.parametrize(
    ("printed", "anchor", "due", "basis"),
    [
        ("July 2012", None, date(2012, 7, 31), "the last day of the month as printed"),
        ("12/06/12", None, date(2012, 6, 12), "the day as printed"),
        ("immediat", SPRING, None, "no day: “immediately” needs a local date"),
        ("3 months", None, None, "cannot be worked out: there is no day to count from"),
        ("3 months", SPRING, date(2014, 6, 30), "counted from 31 March 2014 (published)"),
        ("Sept 13 - Jan 14.", None, date(2014, 1, 31), "the last day of the month as printed"),
    ],
)
def test_a_timescale_gives_a_day_and_how_it_follows(printed, anchor, due, basis):
    found = timescales.timescale(printed, anchor=anchor, anchor_from="published")
    assert (found.due, found.basis) == (due, basis)


def test_a_day_that_a_person_confirmed_stands_before_the_reading():
    found = timescales.timescale("03/12", confirmed=date(2013, 3, 31))
    assert (found.due, found.basis) == (date(2013, 3, 31), "confirmed by a person")


def clashing(first, second, **more):
    rows = [("3.0", first), ("4.0", second)]
    return plan(
        items=tuple(ItemDraft(number=number, text=f"Item {number}") for number, _ in rows),
        actions=tuple(
            ActionDraft(
                items=(index,),
                text="Review of capacity" + (" " if index else ""),
                timescales=(TimescaleDraft(printed=printed),),
            )
            for index, (_, printed) in enumerate(rows)
        ),
        references=(),
        to_settle=(),
        **more,
    )


def test_one_action_with_two_ranges_is_a_fault_of_the_document():
    (issue,) = faults.of_plan(clashing("Sept 13 - Jan 14.", "Sept 12 – Jan 14."))
    assert issue.where == "3.0, 4.0"
    assert issue.problem == (
        "One action has different timescales: “Sept 13 - Jan 14.” for 3.0, “Sept 12 – Jan 14.” for 4.0."
    )


def test_two_wordings_of_one_range_are_no_fault():
    assert faults.of_plan(clashing("Sept 13 - Jan 14.", "September 2013 – January 2014")) == []


def test_earlier_rows_are_found_again_by_number_and_text():
    old = [Known("1", "Meet the heads", public_id="a"), Known("2", "Write", public_id="b")]
    new = [Known("2", "Write a letter to all"), Known("1", "meet the heads."), Known("3", "New")]
    assert match(old, new) == {1: 0}
    assert match(old, [Known("9", "Write"), Known("1", "Meet the head")]) == {0: 1, 1: 0}


def test_equal_texts_under_two_items_stay_two():
    old = [Known("", "Audit", home="1", public_id="a"), Known("", "Audit", home="2", public_id="b")]
    assert match(old, [Known("", "Audit", home="2"), Known("", "Audit", home="1")]) == {0: 1, 1: 0}
    assert match(old, [Known("", "Audit", home="3")]) == {}


def test_what_a_person_says_stands_before_what_agrees():
    old = [Known("1", "Write", public_id="a"), Known("2", "Read", public_id="b")]
    assert match(old, [Known("1", "Write", keeps="b")]) == {0: 1}
