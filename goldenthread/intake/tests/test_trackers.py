"""A plan goes out to Excel and comes back: nothing newer is overwritten, nothing is lost."""

import io
from datetime import date

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goldenthread.basics.errors import NotAllowed, NotAllowedNow, UserFacingError
from goldenthread.intake import actions
from goldenthread.intake.models import Tracker
from goldenthread.intake.tests.workbooks import Workbook
from goldenthread.intake.tracker import columns
from goldenthread.intake.tracker.looking import compared
from goldenthread.people.models import HistoryLine
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.plans import actions as plans
from goldenthread.plans.models import Deadline, DeadlineMove, Delivery, Update
from goldenthread.plans.tests.factories import recorded


@pytest.fixture
def plan(cast, settings, tmp_path, fixed_clock):
    settings.FILES_DIR = str(tmp_path / "files")
    made = recorded(cast)
    plans.mark_used(plan=made, by=cast.alice, what="a test")
    return made


@pytest.fixture
def book(plan, cast):
    return Book(plan, cast.alice)


class Book(Workbook):
    """A workbook that Alice saves, fills in and brings back."""

    def __init__(self, plan, by):
        self.plan, self.by = plan, by
        self.made, data = actions.take_out(plan=plan, by=by)
        super().__init__(data)

    def back(self):
        return actions.bring_back(
            plan=self.plan, name="filled in.xlsx", data=self.saved(), by=self.by
        )


def taken(returned, by, *, also=()):
    """Take over what was changed there alone, and what is named."""
    found = compared(returned, by).differences
    chosen = {one.key: one.now for one in found if not one.is_both or one.key in also}
    return actions.take_in(returned=returned, chosen=chosen, by=by)


def test_each_action_has_a_row_with_its_cells_as_they_stand(plan, book):
    ids = [row[0].value for row in book.sheet.iter_rows(min_row=2)]
    assert ids == [row.public_id for row in plan.actions.filter(same_as=None).order_by("order")]
    assert book.cell("P1-A1", "Action").value == "Meet with each of the 14 head teachers"
    assert book.cell("P1-A1", "Lead").value == "Ann Adams"
    assert book.cell("P1-A1", "State").value == "Not started"
    assert book.cell("P1-A1", "Tests checked").value == "0 of 1"
    local = book.cell("P1-A1", "Local date")
    assert local.value.date() == date(2012, 7, 31)
    assert local.number_format == "d mmmm yyyy"
    assert book.book["About"]["B1"].value == "990 P1, copy 1"


def test_what_looks_like_a_formula_goes_out_and_comes_back_as_text(plan, cast):
    action = plan.actions.get(public_id="P1-A1")
    said = '=HYPERLINK("http://x.example","click")'
    plans.add_update(action=action, by=cast.alice, text=said)
    book = Book(plan, cast.alice)
    cell = book.cell("P1-A1", "Last update")
    assert (cell.value, cell.data_type) == (said, "s")
    assert compared(book.back(), cast.alice).differences == ()


def test_a_workbook_that_nobody_filled_in_changes_nothing(plan, book, cast):
    found = compared(book.back(), cast.alice)
    assert (found.differences, found.problems) == ((), ())
    assert found.unchanged == plan.actions.filter(same_as=None).count()


def test_what_was_filled_in_is_taken_over_by_the_verbs(plan, cast, book):
    lena = make_user("Lena Long", cast.aldermere, Role.LEAD)
    book.fill(
        "P1-A1",
        Lead="lena long",
        What_has_changed="Nine heads were met.",
        Forecast=date(2026, 5, 16),
        Cause_of_slip="Capacity",
        State="In progress",
    )
    [result] = taken(book.back(), cast.alice)
    assert (result["public_id"], result["is_done"]) == ("P1-A1", True)
    assert result["words"] == (
        "Lena Long leads it from today. The update was added. Forecast: 16 May 2026. Now in "
        "progress."
    )
    action = plan.actions.get(public_id="P1-A1")
    assert action.standings.get(rank="lead", ended_on=None, dropped_in=None).person == (
        lena.persons.get()
    )
    assert Update.objects.get(action=action, version=None, kind="said").text == (
        "Nine heads were met."
    )
    assert action.moves.get(kind="forecast").to == date(2026, 5, 16)
    assert HistoryLine.objects.filter(verb="took over from Excel").exists()


def test_a_completion_needs_its_day(plan, cast, book):
    book.fill("P1-A1", State="Done").fill("P1-A3", State="Done", Completed_on="2/3/2026")
    first, third = taken(book.back(), cast.alice)
    assert not first["is_done"]
    assert "Done needs its day in 'Completed on'" in first["words"]
    assert third["words"] == "Done on 2 March 2026; evidence not yet checked."
    assert Delivery.objects.get(action__public_id="P1-A3").completed_on == date(2026, 3, 2)


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"Forecast": "16 May 2026"}, "need words in 'What has changed'"),
        ({"Lead": "Nobody Known"}, "Nobody is called “Nobody Known” here"),
        ({"Completed_on": "1 March 2026", "State": "In progress"}, "goes with the state 'Done'"),
        ({"Local_date": "16 May 2026"}, "has a local deadline, 31 July 2012. Ask for more time."),
        ({"What_has_changed": "ongoing"}, "“Ongoing” alone says nothing"),
        (
            {"What_has_changed": "We met.", "Forecast": "16 May 2026"},
            "cause",
        ),
    ],
)
def test_a_row_that_a_verb_refuses_changes_nothing_and_says_why(plan, cast, book, cells, told):
    book.fill("P1-A1", **cells)
    [result] = taken(book.back(), cast.alice)
    assert not result["is_done"]
    assert told in result["words"]
    assert not Update.objects.filter(version=None).exists()


def test_one_refused_row_stops_no_other(plan, cast, book):
    book.fill("P1-A1", Lead="Nobody Known", What_has_changed="We met.")
    book.fill("P1-A3", What_has_changed="The hub opened.")
    results = taken(book.back(), cast.alice)
    assert [one["is_done"] for one in results] == [False, True]
    assert [one.text for one in Update.objects.filter(version=None)] == ["The hub opened."]


def test_what_was_changed_here_since_is_not_overwritten_unless_chosen(plan, cast, book):
    lena, dan = (
        make_user(name, cast.aldermere, Role.LEAD).persons.get()
        for name in ("Lena Long", "Dan Drew")
    )
    action = plan.actions.get(public_id="P1-A1")
    plans.give_lead(action=action, to=lena, by=cast.alice)
    book.fill("P1-A1", Lead="Dan Drew", What_has_changed="We met.")
    returned = book.back()
    [lead, said] = compared(returned, cast.alice).differences
    assert (lead.was, lead.theirs, lead.now, lead.is_both) == (
        "Ann Adams",
        "Dan Drew",
        "Lena Long",
        True,
    )
    assert not said.is_both
    taken(returned, cast.alice, also=[lead.key])
    assert action.standings.get(rank="lead", ended_on=None, dropped_in=None).person == dan


def test_what_changes_between_looking_and_taking_is_refused(plan, cast, book):
    returned = book.fill("P1-A1", Lead="Dan Drew").back()
    lena = make_user("Lena Long", cast.aldermere, Role.LEAD).persons.get()
    make_user("Dan Drew", cast.aldermere, Role.LEAD)
    [lead] = compared(returned, cast.alice).differences
    action = plan.actions.get(public_id="P1-A1")
    plans.give_lead(action=action, to=lena, by=cast.alice)
    [result] = actions.take_in(returned=returned, chosen={lead.key: lead.now}, by=cast.alice)
    assert result["words"] == "Changed meanwhile: now “Lena Long”. Look at it again."
    assert action.standings.get(rank="lead", ended_on=None, dropped_in=None).person == lena


def test_what_is_no_longer_different_is_told(plan, cast, book):
    returned = book.fill("P1-A1", What_has_changed="We met.").back()
    action = plan.actions.get(public_id="P1-A1")
    plans.add_update(action=action, by=cast.alice, text="We met.")
    [result] = actions.take_in(returned=returned, chosen={"P1-A1:said": ""}, by=cast.alice)
    assert (result["is_done"], result["words"]) == (
        False,
        "Nothing is different there any more.",
    )
    assert Update.objects.filter(version=None).count() == 1


def test_a_workbook_is_taken_over_once_and_its_second_try_says_nothing_twice(plan, cast, book):
    book.fill("P1-A1", What_has_changed="We met.")
    returned = book.back()
    taken(returned, cast.alice)
    returned.refresh_from_db()
    with pytest.raises(NotAllowedNow, match="was taken over already by Alice Archer"):
        actions.take_in(returned=returned, chosen={"P1-A1:said": ""}, by=cast.alice)
    assert compared(book.back(), cast.alice).differences == ()


def test_nothing_chosen_is_told(plan, cast, book):
    with pytest.raises(NotAllowedNow, match="Choose at least one change"):
        actions.take_in(returned=book.back(), chosen={}, by=cast.alice)


def test_columns_may_be_moved_left_out_and_added(plan, cast, book):
    book.fill("P1-A1", What_has_changed="We met.", Lead="Ann Adams")
    book.sheet.move_range(f"E1:E{book.sheet.max_row}", cols=15)
    book.sheet.delete_cols(book.heading("Cause of slip"))
    book.sheet.insert_cols(1)
    book.sheet.cell(1, 1).value = "My notes"
    book.sheet.insert_rows(1, 2)
    book.sheet["A1"] = "Our own title"
    returned = book.back()
    [difference] = compared(returned, cast.alice).differences
    assert difference.key == "P1-A1:said"
    assert returned.lacks == ["Cause of slip"]
    assert difference.row == 4


def test_without_its_copy_nothing_counts_as_changed_there_alone(plan, cast, book):
    book.fill("P1-A1", What_has_changed="We met.")
    del book.book["About"]
    returned = book.back()
    assert returned.tracker is None
    [difference] = compared(returned, cast.alice).differences
    assert difference.is_both


def test_a_workbook_of_another_plan_is_refused(cast, plan, book):
    other = Book(recorded(cast), cast.alice)
    other.plan = plan
    with pytest.raises(NotAllowedNow, match="This workbook is “990 P2, copy 1”"):
        other.back()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "empty"),
        (b"PK\x03\x04 half a file", "damaged|whole|opened|read"),
        (b"Reference,Action\nP1-A1,Meet", "no tracker that was saved here"),
        (b"%PDF-1.4", "cut off"),
    ],
)
def test_what_is_no_workbook_of_ours_is_refused_with_its_name(plan, cast, data, told):
    with pytest.raises(UserFacingError, match=told) as caught:
        actions.bring_back(plan=plan, name="mine.xlsx", data=data, by=cast.alice)
    assert str(caught.value).startswith("mine.xlsx: ")


def test_another_workbook_is_refused(plan, cast):
    stream = io.BytesIO()
    openpyxl.Workbook().save(stream)
    with pytest.raises(UserFacingError, match=r"mine\.xlsx: "):
        actions.bring_back(plan=plan, name="mine.xlsx", data=stream.getvalue(), by=cast.alice)


def test_an_archived_plan_is_not_worked_on(plan, cast, book):
    returned = book.fill("P1-A1", What_has_changed="We met.").back()
    plans.archive_plan(plan=plan, by=cast.alice, why="Replaced")
    for attempt in (
        lambda: actions.take_out(plan=plan, by=cast.alice),
        lambda: taken(returned, cast.alice),
    ):
        with pytest.raises(NotAllowedNow, match="is archived"):
            attempt()


def test_others_do_not_work_on_plans_in_excel(plan, cast):
    with pytest.raises(NotAllowed):
        actions.take_out(plan=plan, by=cast.charlie)


def test_a_workbook_is_read_in_a_process_of_its_own(plan, cast, book, really_apart):
    returned = book.fill("P1-A1", What_has_changed="We met.").back()
    [difference] = compared(returned, cast.alice).differences
    assert difference.theirs == "We met."


def test_the_choices_are_those_of_the_page():
    assert set(columns.STATES.items()) <= {(str(s.label), s.value) for s in Delivery.State}
    assert {str(c.label): c.value for c in DeadlineMove.Cause} == columns.CAUSES


def test_copies_are_counted(plan, cast, book):
    assert str(Book(plan, cast.alice).made) == "990 P1, copy 2"
    assert Tracker.objects.visible_to(cast.charlie).count() == 0


def test_the_links_of_an_action_stay(plan, cast, book):
    before = list(Deadline.objects.filter(action__plan=plan).values_list("pk", "due"))
    served = list(plan.actions.values_list("public_id", "items__public_id"))
    taken(book.fill("P1-A1", What_has_changed="We met.").back(), cast.alice)
    assert list(Deadline.objects.filter(action__plan=plan).values_list("pk", "due")) == before
    assert list(plan.actions.values_list("public_id", "items__public_id")) == served


def test_a_bigger_plan_costs_no_more_queries(cast, plan):
    def cost(of):
        with CaptureQueriesContext(connection) as queries:
            actions.take_out(plan=of, by=cast.alice)
        return len(queries)

    few = cost(plan)
    for n in range(5):
        plans.add_update(
            action=plan.actions.get(public_id="P1-A1"), by=cast.alice, text=f"Step {n}."
        )
    assert cost(plan) == few
