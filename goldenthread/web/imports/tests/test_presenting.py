"""What the page of an import says of a draft: bars, rows, values, forms and answers."""

from datetime import datetime

import pytest

from goldenthread.intake.draft.form import draft_of
from goldenthread.intake.draft.tests.made import action, plan, report
from goldenthread.intake.models import Import, Question
from goldenthread.people.models import Authority, User
from goldenthread.web.imports.answers import KEEP, Known, Offer, offer_of
from goldenthread.web.imports.forms import AnswerForm, RowForm
from goldenthread.web.imports.look import Look
from goldenthread.web.imports.presenters.done import made_in_words, over_of
from goldenthread.web.imports.presenters.proof import bars
from goldenthread.web.imports.presenters.rows import place_of, rows_of, value_words
from goldenthread.web.imports.presenters.warnings import blocking
from goldenthread.web.imports.wording import BY_NAME


def many(number):
    """A draft of so many actions."""
    return draft_of(plan([action(f"Visit {n}") for n in range(number)]))


def test_a_count_that_does_not_add_up_is_said_and_is_not_green():
    draft = many(3)
    draft["actions"].pop()
    [bar] = [one for one in bars(draft, {}) if one.title == BY_NAME["actions"].title]
    assert (bar.tag.text, bar.is_green) == ("Counts do not agree", False)


def test_a_document_without_rows_has_no_list_of_rows():
    assert rows_of(draft_of(report()), Look(1), {}) is None


def test_a_filter_that_no_row_fits_says_so():
    shown = rows_of(many(2), Look(1, {"show": "actions", "with": "refused"}), {})
    assert (list(shown.cards), shown.sentence) == ([], "Nothing fits.")


def test_many_rows_are_turned_page_by_page_with_a_gap_between():
    shown = rows_of(many(400), Look(1, {"show": "actions", "page": "5"}), {})
    assert "page=4" in shown.pagination["previous"]["href"]
    assert "page=6" in shown.pagination["next"]["href"]
    assert {"ellipsis": True} in shown.pagination["items"]


def test_the_place_of_a_field_stands_before_that_of_its_row():
    row = {"places": {"": {"row": 1}, "leads": {"row": 1, "cell": 4}}}
    assert place_of(row, "leads") == {"row": 1, "cell": 4}
    assert place_of(row, "text") == {"row": 1}


def test_a_value_of_several_parts_is_said_part_by_part_without_the_empty_ones():
    assert (
        value_words([{"by": "Ann Dale", "day": None, "text": "Sent"}]) == "by: Ann Dale, text: Sent"
    )


def test_a_number_that_is_typed_stays_a_number():
    row = {"id": "i1", "number": 12, "text": "Visits are late."}
    sent = {"row-i1-number": "13", "row-i1-text": "Visits are late."}
    form = RowForm(sent, kind=BY_NAME["items"], row=row)
    assert form.is_valid()
    assert form.changed() == [("number", 13)]


def test_many_answers_are_offered_in_a_list_that_begins_with_none():
    few, lots = (tuple((str(n), f"Answer {n}", n) for n in range(k)) for k in (2, 40))
    assert "<select" not in str(AnswerForm(offer=Offer(choices=few))["answer"])
    listed = AnswerForm({"answer": "7"}, offer=Offer(choices=lots))
    shown = str(AnswerForm(offer=Offer(choices=lots))["answer"])
    assert shown.index("Choose an answer") < shown.index("Answer 0")
    assert listed.is_valid()
    assert listed.value() == 7


def test_what_was_read_may_be_kept_in_one_press():
    question = Question(kind="spelling", where="actions/a1/text", suggestion=KEEP)
    assert offer_of(question, many(1), Known()).accept_text == "Keep it as it was read"


def test_an_import_that_made_nothing_says_where_it_is_kept():
    assert made_in_words(Import()) == "kept with the document."


@pytest.mark.django_db
def test_a_report_that_cannot_be_recorded_at_all_says_so_when_confirming_and_not_before():
    draft = draft_of(report(framework="No such framework"))
    assert list(blocking(Import(kind="report", draft=draft))) == []


def test_an_import_that_stopped_while_it_was_read_says_what_to_do():
    long_ago = datetime.fromisoformat("2020-01-01T10:00:00Z")
    stopped = Import(pk=1, state="reading", started_at=long_ago, authority=Authority(pk=1))
    said = over_of(stopped, [], by=User(is_active=False, email="x")).says
    assert "Have it read again" in said[0]
