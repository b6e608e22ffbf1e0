"""Who may see a source beside its reading: nothing restricted or removed goes to anybody else."""

import pytest

from goldenthread.documents.containers.opening import open_bytes
from goldenthread.documents.tests import made_files
from goldenthread.intake import beside
from goldenthread.intake.beside.tests.test_marking import texts
from goldenthread.people.remembering import roles_remembered
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.sources import actions
from goldenthread.sources.models import Suspicion, Upload
from goldenthread.sources.texts import texts_of

RESTRICTED, REMOVED = Suspicion.Decision.RESTRICTED, Suspicion.Decision.REMOVED
BORN = "DOB: 14/02/2011"


def in_a_table(workbook):
    workbook.add_worksheet("Cases").write_column(0, 0, ["Action plan", BORN, "Write the guide"])


FILES = {
    "cases.xlsx": made_files.excel(in_a_table),
    "cases.docx": made_files.word(lambda document: document.add_paragraph(BORN)),
    "cases.txt": f"Action plan\n{BORN}\n".encode(),
    "cases.pdf": made_files.pdf(["Action plan", BORN], ["Write the guide"]),
}


def decided(store, cast, name, decision, by=None):
    """An upload whose one date of birth was found and decided about."""
    upload = store(FILES[name], name, by or cast.alice)
    found = actions.screen_upload(
        upload=upload, texts=texts_of(open_bytes(FILES[name], name)), by=cast.alice
    )
    assert {suspicion.kind for suspicion in found} == {"birth_date"}
    actions.decide(suspicions=found, decision=decision, why="About one child", by=cast.alice)
    return upload


@pytest.mark.parametrize("name", FILES)
def test_a_removed_text_is_blanked_for_whoever_does_not_decide(cast, store, colleague, name):
    upload = decided(store, cast, name, REMOVED)
    view = beside.view(upload=upload, by=colleague, part=1)
    shown = [text for text in texts(view) if text.decision]
    assert [(text.text, text.blanked) for text in shown] == [("[removed]", True)]
    assert "2011" not in repr(view)


@pytest.mark.parametrize("name", FILES)
def test_who_decides_sees_a_removed_text_with_what_was_decided(cast, store, name):
    upload = decided(store, cast, name, REMOVED)
    for keeper in (cast.alice, cast.bob):
        view = beside.view(upload=upload, by=keeper, part=1)
        shown = [text for text in texts(view) if text.decision]
        assert [(text.text, text.decision, text.blanked) for text in shown] == [
            (BORN, "removed", False)
        ]


def test_a_marked_place_that_is_blanked_stays_marked(cast, store, colleague):
    upload = decided(store, cast, "cases.txt", REMOVED)
    view = beside.view(upload=upload, by=colleague, place={"line": 2})
    assert [text.text for text in texts(view) if text.marked] == ["[removed]"]


def test_the_picture_of_a_page_with_a_removed_text_is_for_those_who_decide(cast, store, colleague):
    upload = decided(store, cast, "cases.pdf", REMOVED)
    view = beside.view(upload=upload, by=colleague, part=1)
    assert (view.has_picture, view.boxes) == (False, ())
    assert view.hidden.startswith("cases.pdf: Something on this page was removed")
    with pytest.raises(beside.NotShown, match="its picture is not shown to you"):
        beside.picture(upload=upload, by=colleague, page=1)
    assert beside.view(upload=upload, by=colleague, part=2).has_picture
    assert beside.picture(upload=upload, by=colleague, page=2)
    assert beside.view(upload=upload, by=cast.bob, part=1).has_picture
    assert beside.picture(upload=upload, by=cast.bob, page=1)


@pytest.mark.parametrize("name", FILES)
def test_a_file_kept_as_restricted_is_shown_to_those_who_decide_only(cast, store, colleague, name):
    upload = decided(store, cast, name, RESTRICTED)
    for ask in (beside.contents, beside.view):
        with pytest.raises(beside.NotShown, match=rf"{name}: The file is kept as restricted"):
            ask(upload=upload, by=colleague)
    shown = [t for t in texts(beside.view(upload=upload, by=cast.bob)) if t.decision]
    assert [(text.text, text.decision) for text in shown] == [(BORN, "restricted")]


def test_the_picture_of_a_restricted_file_is_refused(cast, store, colleague):
    upload = decided(store, cast, "cases.pdf", RESTRICTED)
    with pytest.raises(beside.NotShown, match="kept as restricted"):
        beside.picture(upload=upload, by=colleague, page=2)


def test_what_was_decided_about_one_upload_counts_for_each_of_the_same_content(
    cast, store, colleague
):
    decided(store, cast, "cases.txt", REMOVED)
    again = store(FILES["cases.txt"], "copy.txt", cast.bob)
    view = beside.view(upload=again, by=colleague)
    assert "[removed]" in [text.text for text in texts(view)]


def test_who_uploaded_the_same_content_sees_all_of_it(cast, store):
    decided(store, cast, "cases.txt", REMOVED)
    lead = make_user("Eve Ellis", cast.aldermere, Role.LEAD)
    again = store(FILES["cases.txt"], "copy.txt", lead)
    assert BORN in [text.text for text in texts(beside.view(upload=again, by=lead))]


def test_an_undecided_or_harmless_suspicion_blanks_nothing(cast, store, colleague):
    upload = decided(store, cast, "cases.txt", Suspicion.Decision.NOT_PERSONAL)
    view = beside.view(upload=upload, by=colleague)
    assert BORN in [text.text for text in texts(view)]
    assert not any(text.decision for text in texts(view))


def test_a_decision_about_the_files_name_blanks_none_of_its_texts(cast, store, colleague):
    upload = store(b"Action plan\n", "Child_Tom_Miller_DOB_14-02-2011.txt")
    found = actions.screen_upload(upload=upload, texts=[], by=cast.alice)
    assert found
    actions.decide(suspicions=found, decision=REMOVED, why="A name", by=cast.alice)
    assert [t.blanked for t in texts(beside.view(upload=upload, by=colleague))] == [False]
    with pytest.raises(beside.NotShown) as refused:
        beside.view(upload=upload, by=colleague, part=5)
    assert "2011" not in str(refused.value)


def test_another_authority_sees_nothing(cast, store):
    upload = store(FILES["cases.pdf"], "cases.pdf")
    with pytest.raises(Upload.DoesNotExist):
        beside.view(upload=upload, by=cast.charlie)
    with pytest.raises(Upload.DoesNotExist):
        beside.contents(upload=upload, by=cast.charlie)
    with pytest.raises(Upload.DoesNotExist):
        beside.picture(upload=upload, by=cast.charlie, page=1)


def test_a_look_costs_a_constant_number_of_queries(
    cast, store, colleague, django_assert_max_num_queries
):
    upload = decided(store, cast, "cases.xlsx", REMOVED)
    with django_assert_max_num_queries(6), roles_remembered():
        beside.view(upload=upload, by=colleague)
