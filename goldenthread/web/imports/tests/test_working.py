"""Questions, rows and changes of a proposal, by the page's own forms."""

import pytest

from goldenthread.intake import actions
from goldenthread.intake.models import Question
from goldenthread.web.imports.tests.conftest import HEADINGS, ROWS

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


def page(client, import_, query=""):
    return client.get(f"/library/import/{import_.pk}/{query}").text


def send(client, import_, path, **data):
    address = f"/library/import/{import_.pk}/{path}/"
    return client.post(address, {"revision": import_.revision, **data})


def asked(import_, kind):
    return import_.questions.open().filter(kind=kind).first()


def row(import_, row_id):
    import_.refresh_from_db()
    rows = [*import_.draft["items"], *import_.draft["actions"]]
    return next(one for one in rows if one["id"] == row_id)


def test_the_page_shows_counts_the_question_the_source_and_the_rows(alice, plan):
    shown = page(alice, plan, "?show=actions")
    for words in ("3 actions found = 3 accepted + 0 refused.", "Question 1 of", "Write the guide"):
        assert words in shown
    assert 'id="source"' in shown


def test_a_suggestion_is_accepted_and_the_next_question_asked(alice, plan):
    question = asked(plan, "no lead")
    answer = send(alice, plan, f"questions/{question.number}", do="accept")
    assert row(plan, "a2")["leads"] == ["Ann Dale"]
    assert "question=" in answer.headers["Location"]
    assert "is answered" in alice.get(answer.headers["Location"]).text


def test_an_answer_is_typed(alice, plan):
    question = asked(plan, "no lead")
    send(alice, plan, f"questions/{question.number}", do="answer", answer="Bill Eyre; Ann Dale")
    assert row(plan, "a2")["leads"] == ["Bill Eyre", "Ann Dale"]


def test_an_answer_without_words_is_refused_at_the_field(alice, plan):
    question = asked(plan, "no lead")
    answer = send(alice, plan, f"questions/{question.number}", do="answer", answer=" ")
    assert answer.status_code == 422
    assert "nothing entered" in answer.text
    assert row(plan, "a2")["leads"] == []


def test_all_of_a_kind_are_accepted_at_once(alice, desk):
    rows = [(*row[:4], f"Person {'ABCD'[n]}son", *row[5:]) for n, row in enumerate(ROWS)]
    plan = desk.plan((HEADINGS, *rows))
    question = asked(plan, "new person")
    send(alice, plan, f"questions/{question.number}", do="accept-all")
    assert not plan.questions.open().filter(kind="new person").exists()


def test_a_question_is_left_to_settle(alice, plan):
    question = asked(plan, "no lead")
    send(alice, plan, f"questions/{question.number}", do="later")
    question.refresh_from_db()
    assert question.state == Question.State.TO_SETTLE


def test_what_somebody_settled_already_is_said(alice, plan):
    question = asked(plan, "no lead")
    for status in (302, 422):
        answer = send(alice, plan, f"questions/{question.number}", do="accept")
        assert answer.status_code == status


def test_a_field_is_edited_and_the_change_taken_back(alice, plan):
    shown = page(alice, plan, "?show=actions&edit=a1")
    assert 'name="row-a1-leads"' in shown
    fields = {"row-a1-text": "Write the guide", "row-a1-leads": "Cy Flint\nDi Good"}
    send(alice, plan, "rows/a1", **whole(plan, "a1", **fields))
    assert row(plan, "a1")["leads"] == ["Cy Flint", "Di Good"]
    assert "as read: Ann Dale" in page(alice, plan, "?show=actions")
    send(alice, plan, f"edits/{plan.edits.get().number}/undo")
    assert row(plan, "a1")["leads"] == ["Ann Dale"]


def whole(import_, row_id, **changed):
    """Everything that the form of a row sends, some of it changed."""
    names = ("ref", "text", "local_timescale", "test", "progress", "evidence_on_file", "completed")
    sent = {f"row-{row_id}-{name}": row(import_, row_id).get(name) or "" for name in names}
    for name in ("leads", "delegates"):
        sent[f"row-{row_id}-{name}"] = "\n".join(row(import_, row_id)[name])
    return {**sent, **changed}


def test_saving_without_a_change_makes_no_edit(alice, plan):
    send(alice, plan, "rows/a1", **whole(plan, "a1"))
    assert not plan.edits.exists()


def test_of_two_who_edit_the_same_field_the_second_sees_both(alice, plan, cast):
    before = plan.revision
    actions.edit(
        import_=plan, path="actions/a1/leads", value=["Theirs"], by=cast.alice, revision=before
    )
    sent = whole(plan, "a1", **{"row-a1-leads": "Mine"})
    answer = send(alice, plan, "rows/a1", **{**sent, "revision": before})
    assert answer.status_code == 409
    assert "while you had it open" in answer.text
    assert "Theirs" in answer.text
    assert ">Mine</textarea>" in answer.text
    assert row(plan, "a1")["leads"] == ["Theirs"]


def test_either_all_fields_of_a_row_are_saved_or_none(alice, plan, cast):
    before = plan.revision
    actions.edit(
        import_=plan, path="actions/a1/test", value="Theirs", by=cast.alice, revision=before
    )
    changed = {"row-a1-leads": "Mine", "row-a1-test": "Mine, too"}
    send(alice, plan, "rows/a1", **{**whole(plan, "a1", **changed), "revision": before})
    assert row(plan, "a1")["leads"] == ["Ann Dale"]


def test_a_row_is_split_at_the_empty_line(alice, plan):
    answer = send(alice, plan, "rows/a3/split", parts="Send it\r\n\r\nTell the panel")
    assert "+ 1 by splitting" in alice.get(answer.headers["Location"]).text
    assert row(plan, "a3")["state"] == "split"


@pytest.mark.parametrize("parts", ["Send it\nTell the panel", "Send it\n\nTell nobody"])
def test_a_split_that_loses_or_adds_words_is_refused_with_what_was_typed(alice, plan, parts):
    answer = send(alice, plan, "rows/a3/split", parts=parts)
    assert answer.status_code == 422
    assert "govuk-error-message" in answer.text
    assert row(plan, "a3")["state"] == "accepted"


def test_rows_are_joined(alice, plan):
    answer = send(alice, plan, "join", row=["a1", "a2"])
    assert "− 1 by joining" in alice.get(answer.headers["Location"]).text


def test_one_row_alone_is_not_joined(alice, plan):
    assert send(alice, plan, "join", row=["a1"]).status_code == 400


def test_a_row_is_refused_with_a_reason_and_accepted_again(alice, plan):
    assert send(alice, plan, "rows/a1/refuse", why="").status_code == 422
    send(alice, plan, "rows/a1/refuse", why="It is a heading")
    assert "It is a heading" in page(alice, plan, "?show=actions&with=refused")
    send(alice, row(plan, "a1") and plan, "rows/a1/accept")
    assert row(plan, "a1")["state"] == "accepted"


def test_the_filter_stays_in_the_address_when_something_was_done(alice, plan):
    look = "show=actions&with=question"
    question = asked(plan, "no lead")
    answer = send(alice, plan, f"questions/{question.number}", do="later", look=look)
    assert "show=actions&with=question" in answer.headers["Location"]


def test_htmx_is_given_the_part_that_it_swaps(alice, plan):
    address = f"/library/import/{plan.pk}/?show=actions"
    fragment = alice.get(address, headers=HTMX)
    assert fragment.text.lstrip().startswith('<div id="work"')
    assert "HX-Request" in fragment.headers["Vary"]
    restored = alice.get(address, headers={**HTMX, "HX-History-Restore-Request": "true"})
    assert "<html" in restored.text


def test_the_director_looks_and_is_offered_no_change(bob, plan):
    shown = page(bob, plan, "?show=actions&edit=a1")
    assert "Write the guide" in shown
    assert "Confirm all" not in shown
    assert "<textarea" not in shown
    assert send(bob, plan, "rows/a1/refuse", why="No").status_code == 403


def test_another_council_changes_nothing(charlie, plan):
    for path in ("rows/a1", "rows/a1/split", "rows/a1/refuse", "join", "confirm", "undo"):
        assert send(charlie, plan, path, row="a1").status_code == 404


def test_the_page_costs_the_same_however_many_rows_there_are(alice, desk, queries_of):
    few = desk.plan((HEADINGS, *ROWS))
    many = desk.plan((HEADINGS, *(ROWS * 6)))
    address = "/library/import/{}/?show=actions"
    queries_of(alice, address.format(few.pk))
    assert queries_of(alice, address.format(many.pk)) == queries_of(alice, address.format(few.pk))
