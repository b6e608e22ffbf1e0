"""Saying what has changed, and how far an action is."""

from goldenthread.plans import actions
from goldenthread.plans.actions import Forecast, Step
from goldenthread.plans.models import Delivery
from goldenthread.web import words
from goldenthread.web.actions import forms
from goldenthread.web.actions.deeds.base import Deed, Doing, Done

State = Delivery.State
STAYS = (
    "An update with a forecast, or for somebody, cannot be taken back; add another to correct it."
)
UNDONE = "It can be taken back for a quarter of an hour, while nobody has said anything else."
UNDO = "undo_update"


def _update(doing: Doing) -> Done:
    data = doing.data
    forecast = None
    if data["forecast"] is not None:
        forecast = Forecast(day=data["forecast"], cause=data["cause"])
    made = actions.add_update(
        action=doing.action,
        by=doing.user,
        text=data["text"],
        blockers=data["blockers"],
        for_whom=data["for_whom"],
        forecast=forecast,
    )
    if forecast is not None or made.for_whom_id is not None:
        return Done(f"Your update was saved. {STAYS}")
    return Done(f"Your update was saved. {UNDONE}", undo_of=made.pk, undo=UNDO)


def _no_change(doing: Doing) -> Done:
    made = actions.no_change(action=doing.action, by=doing.user)
    told = f"“No change, still on course” was saved. {UNDONE}"
    return Done(told, undo_of=made.pk, undo=UNDO)


def _take_back(doing: Doing) -> Done:
    actions.take_back_update(update=doing.thing, by=doing.user)
    return Done("It is taken back: it stays to be read, and counts no longer.")


def _complete(doing: Doing) -> Done:
    data = doing.data
    made = actions.complete(
        action=doing.action,
        by=doing.user,
        completed_on=data["completed_on"],
        precision=data["precision"],
        review=data["review"],
    )
    return _is_done(made)


def _take_over(doing: Doing) -> Done:
    return _is_done(actions.take_over_completion(action=doing.action, by=doing.user))


def _is_done(made: Delivery) -> Done:
    when = words.day(made.completed_on) if made.completed_on else ""
    return Done(f"Done, {when}. Its evidence is not yet checked. To undo this, open it again.")


def _set(doing: Doing, state: str, step: Step | None = None) -> Done:
    made = actions.set_delivery(action=doing.action, state=state, by=doing.user, step=step)
    return Done(f"It is now: {made.get_state_display().lower()}. To undo this, set it back.")


def _start(doing: Doing) -> Done:
    return _set(doing, State.IN_PROGRESS)


def _block(doing: Doing) -> Done:
    return _set(doing, State.BLOCKED, Step(**doing.data))


def _replace(doing: Doing) -> Done:
    data = doing.data
    if data.get("text"):
        made = actions.replace_with_new(
            action=doing.action,
            state=data["state"],
            text=data["text"],
            by=doing.user,
            why=data["why"],
            due=data["due"],
        )
        return Done(f"It is closed; {made} is new and takes its place. Say who leads that one.")
    step = Step(why=data["why"], replaced_by=data["replaced_by"])
    _set(doing, data["state"], step)
    return Done("It is closed; another action takes its place. To undo this, open it again.")


def _reopen(doing: Doing) -> Done:
    actions.reopen(action=doing.action, by=doing.user, why=doing.data["why"])
    return Done("It is in progress again. To undo this, complete it again.")


DEEDS = (
    Deed(
        name="undo_update",
        title="",
        button="Undo",
        run=_take_back,
        of="update",
        appends=True,
        may=lambda rights: rights.updates,
    ),
    Deed(
        name="update",
        title="Add an update",
        button="Save the update",
        form=forms.UpdateForm,
        run=_update,
        appends=True,
        may=lambda rights: rights.updates,
    ),
    Deed(
        name="no_change",
        title="",
        button="No change, still on course",
        run=_no_change,
        may=lambda rights: rights.updates,
    ),
    Deed(
        name="start",
        title="Say that it has begun",
        button="It is in progress",
        run=_start,
        offered=lambda r: r.state in ("to be agreed", "not started", "blocked"),
    ),
    Deed(
        name="take_over",
        title="Take over what the document says: completed",
        button="Take over as done",
        run=_take_over,
        offered=lambda r: r.claimed and r.is_open and r.state != "to be agreed",
    ),
    Deed(
        name="complete",
        title="Say that it is done",
        button="It is done",
        form=forms.CompleteForm,
        run=_complete,
        offered=lambda r: r.is_open and r.state != "to be agreed",
    ),
    Deed(
        name="block",
        title="Say that it is blocked",
        button="It is blocked",
        form=forms.BlockForm,
        run=_block,
        offered=lambda r: r.is_open and r.state != "to be agreed",
    ),
    Deed(
        name="replace",
        title="Close it: another action takes its place",
        button="Close it",
        form=forms.ReplaceForm,
        run=_replace,
        offered=lambda r: r.state not in ("superseded", "ineffective"),
    ),
    Deed(
        name="reopen",
        title="Open it again",
        button="Open it again",
        form=forms.WhyForm,
        run=_reopen,
        offered=lambda r: not r.is_open,
    ),
)
