"""What people say about an action: updates, which are only ever added."""

import re
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.inspections.models import Inspection
from goldenthread.people.history import record
from goldenthread.people.models import Person, User
from goldenthread.plans import deadlines
from goldenthread.plans.actions.entering import tell_entered
from goldenthread.plans.actions.own import (
    delivery_of,
    not_after_today,
    serves,
    updatable,
)
from goldenthread.plans.actions.rows import note_use
from goldenthread.plans.models import (
    Action,
    DeadlineMove,
    Delivery,
    Item,
    Milestone,
    Update,
    Version,
)

_ONLY_ONGOING = re.compile(
    r"^\W*((this|the)\s+)?((work|action|it)\s+)?(is\s+|remains\s+)?"
    r"(on-?\s?going|continu(es|ing|ous)|in progress)\W*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class Forecast:
    """When it is forecast to be done, and why that is later than the deadline.

    `cause` is one of `DeadlineMove.Cause`, asked for only where the day is later than the one
    that counted until now; `inspection` names the inspection that took the time. `item` or
    `milestone` where the forecast is for that alone.
    """

    day: date
    precision: str = "day"
    cause: str = ""
    reason: str = ""
    inspection: Inspection | None = None
    item: Item | None = None
    milestone: Milestone | None = None


@transaction.atomic
def add_update(
    *,
    action: Action,
    by: User,
    text: str,
    for_whom: Person | None = None,
    forecast: Forecast | None = None,
    blockers: str = "",
    said_on: date | None = None,
    progressed: bool = True,
) -> Update:
    """Say what has changed. An action that has not started is in progress from then on.

    Args:
        for_whom:   who said it, where an officer enters it for somebody. What a deputy enters is
                    for whom they stand in.
        said_on:    the day on which it was said; today if none is given.
        progressed: False where it says that nothing was done; the text gives the reason.

    Raises:
        NotAllowed:    `by` neither may update nor stands in the action or in for whoever does.
        NotAllowedNow: it says nothing, or only that it is 'ongoing' without a forecast; its
                       day lies in the future; a later forecast names no cause, or
                       names what is another's.
    """
    row, for_whom = updatable(action, by, for_whom)
    day = said_on or timezone.localdate()
    not_after_today(day, "The day of the update,")
    _says_something(text, forecast)
    made = _update(row, by, day, Update(text=text, blockers=blockers, for_whom=for_whom))
    if forecast is not None:
        _forecast(row, by, made, forecast)
    if progressed:
        _begin(row)
    _told(row, by, made, {"forecast": forecast.day} if forecast else {})
    tell_entered(row, for_whom, by, key=f"plans.update:{made.pk}", what="an update")
    return made


@transaction.atomic
def no_change(*, action: Action, by: User, for_whom: Person | None = None) -> Update:
    """'No change, still on course' in one press; the third in a row is printed as such.

    Raises:
        NotAllowed:    `by` neither may update nor stands in the action or in for whoever does.
        NotAllowedNow: it is done or was replaced.
    """
    row, for_whom = updatable(action, by, for_whom)
    if delivery_of(row).state in ("done", "superseded", "ineffective"):
        raise NotAllowedNow(f"{row} is closed: there is no course left. Nothing was changed.")
    words = Update(text=Update.Kind.NO_CHANGE.label, kind=Update.Kind.NO_CHANGE, for_whom=for_whom)
    made = _update(row, by, timezone.localdate(), words)
    _told(row, by, made, {})
    tell_entered(row, for_whom, by, key=f"plans.update:{made.pk}", what="an update")
    return made


def _says_something(text: str, forecast: Forecast | None) -> None:
    if not text.strip():
        raise NotAllowedNow("Say what has changed. Nothing was saved.")
    if _ONLY_ONGOING.match(text) and forecast is None:
        raise NotAllowedNow(
            "“Ongoing” alone says nothing. Say what comes next, or give a forecast date."
        )


def _update(row: Action, by: User, day: date, made: Update) -> Update:
    made.action, made.by, made.at = row, by, timezone.now()
    made.said_on, made.said_precision = day, Version.Precision.DAY
    made.save()
    return made


def points_at_its_own(row: Action, said: Forecast) -> None:
    """Stop where a day names an item, a milestone or an inspection that is another's.

    Raises:
        NotAllowedNow: it does.
    """
    serves(row, said.item)
    if said.milestone is not None and said.milestone.action_id != row.pk:
        raise NotAllowedNow(f"{said.milestone} is not a milestone of {row}. Nothing was changed.")
    other = said.inspection is not None and said.inspection.authority_id != row.plan.authority_id
    if other:
        raise NotAllowedNow(
            f"Nothing crosses between authorities: {said.inspection} is not of {row}'s."
        )


def _forecast(row: Action, by: User, update: Update, said: Forecast) -> None:
    points_at_its_own(row, said)
    before = deadlines.counting(row, item=said.item, milestone=said.milestone)
    if before is not None and said.day > before and said.cause not in DeadlineMove.Cause.values:
        raise NotAllowedNow(
            "The forecast is later than the deadline. Say what causes it: "
            f"{', '.join(DeadlineMove.Cause.values)}."
        )
    DeadlineMove.objects.create(
        action=row,
        item=said.item,
        milestone=said.milestone,
        update=update,
        kind=DeadlineMove.Kind.FORECAST,
        state=DeadlineMove.State.SAID,
        before=before,
        to=said.day,
        precision=said.precision,
        cause=said.cause,
        inspection=said.inspection,
        reason=said.reason or update.text,
        asked_by=by,
        asked_at=update.at,
        for_whom=update.for_whom,
    )


def _begin(row: Action) -> None:
    delivery = delivery_of(row)
    if delivery.state == Delivery.State.NOT_STARTED:
        delivery.state, delivery.why, delivery.way_forward = Delivery.State.IN_PROGRESS, "", ""
        delivery.save()


def _told(row: Action, by: User, made: Update, more: dict[str, object]) -> None:
    note_use(row.plan)
    after = {"update": made.pk, "text": made.text, "blockers": made.blockers, **more}
    record(by=by, verb="updated", thing=row, after=after)
