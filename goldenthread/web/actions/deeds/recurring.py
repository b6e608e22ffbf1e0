"""What comes again: setting it up, and saying what was made of each occurrence."""

from typing import cast

from goldenthread.plans import actions
from goldenthread.web import words
from goldenthread.web.actions import forms
from goldenthread.web.actions.deeds.base import Deed, Doing, Done
from goldenthread.web.actions.recurring import CallOffForm, RecurForm

TAKES_BACK = "To undo this, take it back, with a reason."


def _recur(doing: Doing) -> Done:
    form, data = cast(RecurForm, doing.form), doing.data
    made = actions.set_recurrence(
        action=doing.action,
        by=doing.user,
        recurs=form.recurs(),
        what=data["what"],
        sample=data["sample"],
        follows=data.get("follows"),
    )
    number = words.counted(made.occurrences.count(), "occurrence")
    return Done(f"It recurs {made.how_often}: {number} so far. To end it, call it off.")


def _call_off(doing: Doing) -> Done:
    made = actions.call_off(recurrence=doing.thing, by=doing.user, **doing.data)
    until = words.day(made.last_day) if made.last_day else ""
    return Done(f"It recurs until {until}. This cannot be undone; it can be set up again.")


def _hold(doing: Doing) -> Done:
    made = actions.hold_occurrence(occurrence=doing.thing, by=doing.user, **doing.data)
    return Done(f"The occurrence of {words.day(made.due)} is done. {TAKES_BACK}")


def _miss(doing: Doing) -> Done:
    made = actions.miss_occurrence(occurrence=doing.thing, by=doing.user, **doing.data)
    return Done(f"The occurrence of {words.day(made.due)} was missed. {TAKES_BACK}")


def _excuse(doing: Doing) -> Done:
    made = actions.excuse_occurrence(occurrence=doing.thing, by=doing.user, **doing.data)
    return Done(f"The occurrence of {words.day(made.due)} is excused. {TAKES_BACK}")


def _expect(doing: Doing) -> Done:
    made = actions.expect_again(occurrence=doing.thing, by=doing.user, **doing.data)
    return Done(f"The occurrence of {words.day(made.due)} is expected again.")


DEEDS = (
    Deed(
        name="recur",
        title="Set up what recurs, or its next phase",
        button="Set it up",
        form=RecurForm,
        run=_recur,
        appends=True,
        may=lambda r: r.sets_deadlines,
        offered=lambda r: r.is_open,
    ),
    Deed(
        name="call_off",
        title="Call off what recurs",
        button="Call it off",
        form=CallOffForm,
        run=_call_off,
        of="recurrence",
        may=lambda r: r.sets_deadlines,
    ),
    Deed(
        name="hold",
        title="Say that it was done",
        button="It was done",
        form=forms.ReachForm,
        run=_hold,
        of="occurrence",
        appends=True,
    ),
    Deed(
        name="miss",
        title="Say that it was missed",
        button="It was missed",
        form=forms.WhyForm,
        run=_miss,
        of="occurrence",
        appends=True,
    ),
    Deed(
        name="excuse",
        title="Excuse an occurrence",
        button="Excuse it",
        form=forms.WhyForm,
        run=_excuse,
        of="occurrence",
        appends=True,
        may=lambda r: r.approves,
    ),
    Deed(
        name="expect",
        title="Take back what was said of an occurrence",
        button="Take it back",
        form=forms.WhyForm,
        run=_expect,
        of="occurrence",
    ),
)
