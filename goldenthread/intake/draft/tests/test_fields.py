"""An edit of a draft: what each field may hold, and what is said where a value does not fit."""

import pytest

from goldenthread.intake.draft.editing import set_value, value_at
from goldenthread.intake.draft.errors import CannotChangeDraft
from goldenthread.intake.draft.fields import check_of
from goldenthread.intake.draft.form import draft_of
from goldenthread.intake.draft.tests.made import action, plan, recommendation, report
from goldenthread.intake.draft.words import invented, lost


def of_plan():
    return draft_of(plan([action("Write a guide", updates=[{"date": None, "text": "Begun"}])]))


def of_report():
    judged = {"area": "overall", "grade": "good", "text": "Good"}
    return draft_of(report([recommendation("Visit in time")], judgements=[judged]))


@pytest.mark.parametrize(
    ("draft", "path", "value"),
    [
        (of_plan, "actions/a1/text", "Write two guides"),
        (of_plan, "actions/a1/text", None),
        (of_plan, "actions/a1/leads", ["Ann Dale"]),
        (of_plan, "actions/a1/due", "2014-02-28"),
        (of_plan, "actions/a1/targets", {"i1": "June"}),
        (of_plan, "actions/a1/updates/0/text", "Half done"),
        (of_report, "recommendations/r1/page", 5),
        (of_report, "published", "2022-01-11"),
        (of_report, "judgements/j1/grade", "inadequate"),
    ],
)
def test_a_value_that_fits_its_field_is_kept(draft, path, value):
    changed, _ = set_value(draft(), path, value)
    assert value_at(changed, path) == value


@pytest.mark.parametrize(
    ("draft", "path", "value", "says"),
    [
        (of_plan, "actions/a1/text", 5, "This should be a text."),
        (of_plan, "actions/a1/text", ["Write"], "This should be a text."),
        (of_plan, "actions/a1/leads", "Ann Dale", "a list of texts without blank ones"),
        (of_plan, "actions/a1/leads", ["Ann Dale", " "], "a list of texts without blank ones"),
        (of_plan, "actions/a1/due", "28/02/2014", "a day such as 2012-06-19, or nothing"),
        (of_plan, "actions/a1/due", "2014-02-30", "a day such as 2012-06-19, or nothing"),
        (of_plan, "actions/a1/due", 20140228, "a day such as 2012-06-19, or nothing"),
        (of_plan, "actions/a1/targets", ["June"], "a timescale for each item"),
        (of_plan, "actions/a1/plan", -1, "a whole number"),
        (of_plan, "actions/a1/plan", True, "a whole number"),
        (of_plan, "actions/a1/updates", "Begun", "This should be a list."),
        (of_plan, "actions/a1/other", "Begun", "This should be several named values."),
        (of_report, "recommendations/r1/page", "five", "This should be a number."),
        (of_report, "recommendations/r1/page", True, "This should be a number."),
        (of_report, "judgements/j1/grade", "fair", "one of outstanding, good"),
        (of_plan, "actions/a1/colour", "red", "The row has no such field."),
        (of_plan, "actions/a1/id", "a9", "This is not a value to edit."),
        (of_plan, "actions/a9/text", "Nothing", "There is no such row."),
        (of_plan, "kind", "report", "This is not a value to edit."),
    ],
)
def test_a_value_that_does_not_fit_is_refused_and_the_draft_stays(draft, path, value, says):
    before = draft()
    with pytest.raises(CannotChangeDraft, match=says):
        set_value(before, path, value)
    assert before == draft()


@pytest.mark.parametrize(
    ("field", "before", "fits", "not_so"),
    [
        ("value", None, 4.5, "4.5"),
        ("value", 1, None, True),
        ("recommendation_count", 3, 0, 2.5),
        ("is_new", True, False, 1),
    ],
)
def test_a_field_holds_what_its_name_or_its_present_value_asks_for(field, before, fits, not_so):
    right, _ = check_of(field, before)
    assert right(fits)
    assert not right(not_so)


def test_words_of_lists_and_named_values_are_counted_wherever_they_stand():
    whole = {"text": "Write the guide", "leads": ["Ann Dale", "Bo Reed"], "page": 4}
    parts = [{"text": "Write the guide"}, ["Ann Dale"]]
    assert lost(whole, parts) == ["bo", "reed"]
    assert invented(whole, ["Write one guide"]) == ["one"]
