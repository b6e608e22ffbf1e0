"""Deadlines, who stands in an action, and what is said of practice, impact and status."""

from typing import cast

from goldenthread.basics.periods import Period
from goldenthread.plans import actions
from goldenthread.plans.actions import Forecast
from goldenthread.plans.models import Standing
from goldenthread.web import words
from goldenthread.web.actions import forms
from goldenthread.web.actions.deeds.base import Deed, Doing, Done


def _extension(doing: Doing) -> Done:
    data = doing.data
    to = Forecast(day=data["to"], cause=data["cause"], reason=data["reason"])
    actions.ask_extension(action=doing.action, by=doing.user, to=to)
    return Done("More time was asked for. Somebody else decides; until then the old day counts.")


def _approve(doing: Doing) -> Done:
    made = actions.approve_extension(move=doing.thing, by=doing.user, words=doing.data["words"])
    return Done(f"More time until {words.day(made.to)}. This cannot be undone.")


def _refuse(doing: Doing) -> Done:
    actions.refuse_extension(move=doing.thing, by=doing.user, words=doing.data["why"])
    return Done("More time was refused. This cannot be undone; it can be asked for again.")


def _local(doing: Doing) -> Done:
    made = actions.set_local_deadline(action=doing.action, by=doing.user, due=doing.data["due"])
    due = words.day(made.due) if made.due else ""
    return Done(f"The local deadline is {due}. From now on it moves by asking for more time.")


def _stand(doing: Doing) -> Done:
    rank, to = doing.data["rank"], cast(forms.StandForm, doing.form).chosen()
    if rank == Standing.Rank.LEAD:
        actions.give_lead(action=doing.action, to=to, by=doing.user)
    else:
        actions.let_stand(action=doing.action, to=to, rank=rank, by=doing.user)
    return Done(f"{to} stands there now. To undo this, end it; that they stood there is kept.")


def _end(doing: Doing) -> Done:
    ended = actions.end_standing(standing=doing.thing, by=doing.user, why=doing.data["why"])
    return Done(f"{ended.who} stands there no longer. To undo this, put them there again.")


def _period(doing: Doing) -> Done:
    data = doing.data
    counted = (data["count"], data["out_of"]) if data["count"] is not None else None
    actions.record_period(
        action=doing.action,
        by=doing.user,
        period=Period(data["first_day"], data["last_day"]),
        in_standard=data["in_standard"] == "yes",
        standard=data["standard"],
        counted=counted,
    )
    return Done("The period was recorded.")


def _impact(doing: Doing) -> Done:
    actions.set_impact(action=doing.action, by=doing.user, **doing.data)
    return Done("What is said of the impact was saved. Say something newer to correct it.")


def _kind(doing: Doing) -> Done:
    made = actions.set_kind(action=doing.action, by=doing.user, **doing.data)
    kind = made.get_kind_display().lower()
    return Done(f"Its kind is confirmed: {kind}. To undo this, set another, with a reason.")


def _status(doing: Doing) -> Done:
    actions.judge_status(action=doing.action, by=doing.user, **doing.data)
    return Done("The status was set. To undo this, let the one worked out show again.")


def _worked_out(doing: Doing) -> Done:
    actions.end_judged_status(action=doing.action, by=doing.user)
    return Done("The status that is worked out shows again.")


DEEDS = (
    Deed(
        name="extension",
        title="Ask for more time",
        button="Ask for more time",
        form=forms.ExtensionForm,
        run=_extension,
        offered=lambda r: r.is_open and r.is_due,
    ),
    Deed(
        name="approve_extension",
        title="Approve more time",
        button="Approve more time",
        form=forms.SayForm,
        run=_approve,
        of="move",
        may=lambda r: r.approves,
    ),
    Deed(
        name="refuse_extension",
        title="Refuse more time",
        button="Refuse more time",
        form=forms.WhyForm,
        run=_refuse,
        of="move",
        may=lambda r: r.approves,
    ),
    Deed(
        name="local_deadline",
        title="Set a local deadline",
        button="Set the local deadline",
        form=forms.LocalDeadlineForm,
        run=_local,
        may=lambda r: r.sets_deadlines,
        offered=lambda r: r.is_open and not r.has_local,
    ),
    Deed(
        name="stand",
        title="Say who leads or carries it out",
        button="Save",
        form=forms.StandForm,
        run=_stand,
        may=lambda r: r.gives_lead,
        offered=lambda r: True,
    ),
    Deed(
        name="end_standing",
        title="End a standing",
        button="End it",
        form=forms.WhyForm,
        run=_end,
        of="standing",
        may=lambda r: r.gives_lead,
    ),
    Deed(
        name="period",
        title="Record a period of practice",
        button="Record the period",
        form=forms.PeriodForm,
        run=_period,
        may=lambda r: r.counts,
        offered=lambda r: True,
    ),
    Deed(
        name="impact",
        title="Say what is known of the impact",
        button="Save the impact",
        form=forms.ImpactForm,
        run=_impact,
        offered=lambda r: True,
    ),
    Deed(
        name="kind",
        title="Confirm or change its kind",
        button="Confirm the kind",
        form=forms.KindForm,
        run=_kind,
        may=lambda r: r.sets_kind,
        offered=lambda r: r.is_open,
    ),
    Deed(
        name="status",
        title="Lower or raise the status",
        button="Set the status",
        form=forms.StatusForm,
        run=_status,
        may=lambda r: r.judges,
        offered=lambda r: True,
    ),
    Deed(
        name="worked_out",
        title="Let the status that is worked out show again",
        button="Show the one worked out",
        run=_worked_out,
        may=lambda r: r.judges,
        offered=lambda r: r.is_judged,
    ),
)
