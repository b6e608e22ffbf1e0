"""Consulting on an action: a stage is opened, moved, ended with its outcome."""

from goldenthread.plans import actions
from goldenthread.web import words
from goldenthread.web.actions.consulting import ConsultForm, MoveForm, OutcomeForm
from goldenthread.web.actions.deeds.base import Deed, Doing, Done


def _open(doing: Doing) -> Done:
    made = actions.open_consultation(action=doing.action, by=doing.user, **doing.data)
    closes = words.day(made.closes_on)
    return Done(f"It closes on {closes}. This cannot be undone; record its outcome to end it.")


def _move(doing: Doing) -> Done:
    made = actions.move_consultation(consultation=doing.thing, by=doing.user, **doing.data)
    return Done(f"It closes on {words.day(made.closes_on)}. To undo this, move it back.")


def _end(doing: Doing) -> Done:
    actions.end_consultation(consultation=doing.thing, by=doing.user, **doing.data)
    return Done("This stage has its outcome. It cannot be undone; the next stage can be opened.")


DEEDS = (
    Deed(
        name="consult",
        title="Open a stage of consultation",
        button="Open it",
        form=ConsultForm,
        run=_open,
        appends=True,
        offered=lambda r: r.is_open,
    ),
    Deed(
        name="move_consultation",
        title="Say that a consultation closes on another day",
        button="Move it",
        form=MoveForm,
        run=_move,
        of="consultation",
    ),
    Deed(
        name="end_consultation",
        title="Record what came of a consultation",
        button="Record the outcome",
        form=OutcomeForm,
        run=_end,
        of="consultation",
    ),
)
