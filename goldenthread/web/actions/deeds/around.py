"""What stands around an action: its milestones, its risks, what it needs first, a leaver's part."""

from typing import cast

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.people.models import Person
from goldenthread.plans import actions
from goldenthread.web import words
from goldenthread.web.actions import forms
from goldenthread.web.actions.deeds.base import Deed, Doing, Done


def _milestone(doing: Doing) -> Done:
    made = actions.add_milestone(action=doing.action, by=doing.user, **doing.data)
    return Done(f"The milestone was added, for {words.day(made.due)}. It cannot be taken away.")


def _take(doing: Doing) -> Done:
    made = actions.take_promise(update=doing.thing, by=doing.user)
    return Done(f"It is a milestone, for {words.day(made.due)}. It cannot be taken away.")


def _promise(doing: Doing) -> Done:
    made = actions.promise(action=doing.action, by=doing.user, **doing.data)
    return Done(f"“{made.printed}” is promised. It cannot be taken away.")


def _took_place(doing: Doing) -> Done:
    made = actions.took_place(commitment=doing.thing, by=doing.user, **doing.data)
    return Done(f"It took place on {words.day(made.day)}. This cannot be undone.")


def _reach(doing: Doing) -> Done:
    actions.reach_milestone(milestone=doing.thing, by=doing.user, **doing.data)
    return Done("The milestone was reached. This cannot be undone.")


def _risk(doing: Doing) -> Done:
    made = actions.raise_risk(action=doing.action, by=doing.user, **doing.data)
    return Done(f"It is to be reviewed on {words.day(made.review_on)}. A review can close it.")


def _review(doing: Doing) -> Done:
    data = doing.data
    actions.review_risk(risk=doing.thing, by=doing.user, why=data["why"], again_on=data["again_on"])
    if data["again_on"] is None:
        return Done("It is closed. This cannot be undone; raise it again if it comes back.")
    return Done(f"It stands, to be reviewed again on {words.day(data['again_on'])}.")


def _need(doing: Doing) -> Done:
    made = actions.need_first(action=doing.action, by=doing.user, needs=doing.data["needs"])
    return Done(f"{made.needs} comes first. This cannot be undone.")


def _hand_over(doing: Doing) -> Done:
    leaver: Person | None = doing.thing.person
    if leaver is None:
        raise NotAllowedNow("A post or a team passes with whoever holds it. Nothing was changed.")
    to = cast(forms.HandOverForm, doing.form).chosen()
    made = actions.hand_over(leaver=leaver, to=to, by=doing.user, why=doing.data["why"])
    number = words.counted(len(made), "action")
    return Done(f"{to} stands in {number} in place of {leaver}. To undo this, hand them back.")


DEEDS = (
    Deed(
        name="milestone",
        title="Add a milestone",
        button="Add the milestone",
        form=forms.MilestoneForm,
        run=_milestone,
        appends=True,
        offered=lambda r: r.is_open,
    ),
    Deed(
        name="reach",
        title="Say that a milestone was reached",
        button="It was reached",
        form=forms.ReachForm,
        run=_reach,
        of="milestone",
    ),
    Deed(
        name="take_promise",
        title="",
        button="Make it a milestone",
        run=_take,
        of="update",
        appends=True,
    ),
    Deed(
        name="promise",
        title="Promise how often something is held",
        button="Promise it",
        form=forms.PromiseForm,
        run=_promise,
        appends=True,
        offered=lambda r: r.is_open,
    ),
    Deed(
        name="took_place",
        title="Say that what was promised took place",
        button="It took place",
        form=forms.TookPlaceForm,
        run=_took_place,
        of="commitment",
        appends=True,
    ),
    Deed(
        name="risk",
        title="Raise a risk or an issue",
        button="Raise it",
        form=forms.RiskForm,
        run=_risk,
        appends=True,
        offered=lambda r: r.is_open,
    ),
    Deed(
        name="review",
        title="Review a risk or an issue",
        button="Save the review",
        form=forms.ReviewForm,
        run=_review,
        of="risk",
    ),
    Deed(
        name="need",
        title="Say what it needs first",
        button="It needs this first",
        form=forms.NeedForm,
        run=_need,
        appends=True,
        offered=lambda r: r.is_open,
    ),
    Deed(
        name="hand_over",
        title="Hand over all that somebody stands in",
        button="Hand it over",
        form=forms.HandOverForm,
        run=_hand_over,
        of="standing",
        may=lambda r: r.gives_lead,
    ),
)
