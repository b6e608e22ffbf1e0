"""How the verbs of the intake room are tried, on documents that Alice brought in."""

from datetime import date

from goldenthread.intake import actions
from goldenthread.intake.models import Import
from goldenthread.intake.tests.factories import Desk, plan_file
from goldenthread.intake.tests.test_headings import MAPPING, OWN_WORDS
from tests.permissions.trying import tries

EDIT, UNDO, UPLOAD = "intake.edit", "intake.undo", "intake.upload"
ROWS = (
    ("No", "Recommendation", "Action", "Lead", "By when"),
    ("1", "Visit in time.", "Write the guide", "Asha Verity", "Sept 2013"),
    ("2", "Look into files", "Sample files; tell the teams", "Bram Okonjo", "Monthly"),
)


def read(town):
    return Desk(town.cast).plan(ROWS)


def on_draft(function, code=EDIT, **words):
    """A verb on the plan as it was read."""

    def prepare(town):
        row = read(town)
        return lambda by: function(import_=row, by=by, **words)

    tries(code, function)(prepare)


on_draft(actions.edit, path="actions/a1/text", value="Write it", revision=0)
on_draft(actions.split_row, row="a2", parts=["Sample files", "tell the teams"], revision=0)
on_draft(actions.join_rows, chosen=["a1", "a2"], revision=0)
on_draft(actions.refuse_row, row="a1", why="A heading", revision=0)
on_draft(actions.add_row, kind="actions", values={"text": "Tell the Board"})
on_draft(actions.confirm, code="intake.confirm")
on_draft(actions.discard, code=UNDO)


@tries(UPLOAD, actions.upload_files)
def upload_files(town):
    data = plan_file(ROWS)
    return lambda by: actions.upload_files(
        authority=town.cast.aldermere, files=[("plan.docx", data)], by=by
    )


@tries(UPLOAD, actions.read_now)
def read_now(town):
    [row] = Desk(town.cast).upload(("plan.docx", plan_file(ROWS)), queue=False)
    return lambda by: actions.read_now(import_=row, by=by)


@tries(UPLOAD, actions.read_again)
def read_again(town):
    [row] = Desk(town.cast).upload(("plan.docx", plan_file(ROWS)), queue=False)
    Import.objects.filter(pk=row.pk).update(state="failed")
    return lambda by: actions.read_again(import_=row, by=by)


@tries("intake.name_headings", actions.name_headings)
def name_headings(town):
    row = Desk(town.cast).plan(OWN_WORDS)
    return lambda by: actions.name_headings(import_=row, mapping=MAPPING, by=by)


@tries(EDIT, actions.set_published)
def set_published(town):
    row = Desk(town.cast).report()
    return lambda by: actions.set_published(import_=row, day=date(2012, 6, 20), by=by, revision=0)


@tries(EDIT, actions.accept_row)
def accept_row(town):
    row = read(town)
    actions.refuse_row(import_=row, row="a1", why="A heading", by=town.cast.alice, revision=0)
    return lambda by: actions.accept_row(import_=row, row="a1", by=by, revision=1)


@tries(EDIT, actions.undo_edit)
def undo_edit(town):
    made = actions.add_row(
        import_=read(town), kind="actions", values={"text": "Tell"}, by=town.cast.alice
    )
    return lambda by: actions.undo_edit(edit=made, by=by)


def question(town):
    return Desk(town.cast).report().questions.open().first()


@tries(EDIT, actions.answer)
def answer(town):
    row = question(town)
    return lambda by: actions.answer(question=row, value="2012-06-20", by=by)


@tries(EDIT, actions.answer_alike)
def answer_alike(town):
    row = question(town)
    return lambda by: actions.answer_alike(question=row, value="2012-06-20", by=by)


@tries(EDIT, actions.leave_to_settle)
def leave_to_settle(town):
    row = question(town)
    return lambda by: actions.leave_to_settle(questions=[row], by=by)


@tries(EDIT, actions.choose_inspection)
def choose_inspection(town):
    row = read(town)
    Import.objects.filter(pk=row.pk).update(inspection=None)
    return lambda by: actions.choose_inspection(import_=row, inspection=town.report, by=by)


def linking(town):
    asked = town.report.recommendations.get(text="Audit with the Board.")
    return {"import_": read(town), "item": "i2", "recommendation": asked}


@tries(EDIT, actions.link)
def link(town):
    chosen = linking(town)
    return lambda by: actions.link(**chosen, by=by, revision=0)


@tries(EDIT, actions.unlink)
def unlink(town):
    chosen = linking(town)
    actions.link(**chosen, by=town.cast.alice, revision=0)
    return lambda by: actions.unlink(**chosen, by=by, revision=1)


@tries(UNDO, actions.undo)
def undo(town):
    row = read(town)
    actions.confirm(import_=row, by=town.cast.alice)
    return lambda by: actions.undo(import_=row, by=by, why="The wrong file.")


def workbook_back(town):
    """A workbook with one forecast filled in, brought back by Alice."""
    _, data = actions.take_out(plan=town.plan, by=town.cast.alice)
    return actions.bring_back(plan=town.plan, name="copy.xlsx", data=data, by=town.cast.alice)


@tries("intake.track", actions.take_out)
def take_out(town):
    return lambda by: actions.take_out(plan=town.plan, by=by)


@tries("intake.track", actions.bring_back)
def bring_back(town):
    _, data = actions.take_out(plan=town.plan, by=town.cast.alice)
    return lambda by: actions.bring_back(plan=town.plan, name="copy.xlsx", data=data, by=by)


@tries("intake.track", actions.take_in)
def take_in(town):
    row = workbook_back(town)
    chosen = {f"{town.action.public_id}:said": ""}
    return lambda by: actions.take_in(returned=row, chosen=chosen, by=by)
