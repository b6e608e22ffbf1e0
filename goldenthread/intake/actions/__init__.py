"""The verbs of the intake room."""

from goldenthread.intake.actions.answering import answer, answer_alike, leave_to_settle
from goldenthread.intake.actions.confirming import confirm, discard, undo
from goldenthread.intake.actions.editing import (
    accept_row,
    add_row,
    edit,
    join_rows,
    refuse_row,
    set_published,
    split_row,
    undo_edit,
)
from goldenthread.intake.actions.headings import name_headings
from goldenthread.intake.actions.keeping import keep_file
from goldenthread.intake.actions.linking import choose_inspection, link, unlink
from goldenthread.intake.actions.tracking import bring_back, take_in, take_out
from goldenthread.intake.actions.uploading import read_again, read_now, upload_files

__all__ = [
    "accept_row",
    "add_row",
    "answer",
    "answer_alike",
    "bring_back",
    "choose_inspection",
    "confirm",
    "discard",
    "edit",
    "join_rows",
    "keep_file",
    "leave_to_settle",
    "link",
    "name_headings",
    "read_again",
    "read_now",
    "refuse_row",
    "set_published",
    "split_row",
    "take_in",
    "take_out",
    "undo",
    "undo_edit",
    "unlink",
    "upload_files",
]
