"""Entering figures by hand, approving those of others, revising them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.basics.periods import Period
from goldenthread.people.alike import is_same_human
from goldenthread.people.history import record
from goldenthread.people.models import Authority, Team, User
from goldenthread.people.permissions import require
from goldenthread.results import figures
from goldenthread.results.kinds import PER
from goldenthread.results.models import Measure, Value
from goldenthread.sources.models import Upload

ENTER, APPROVE = "results.enter_value", "results.approve_value"
State = Value.State


@dataclass(frozen=True)
class About:
    """What a figure speaks of: period, the day it describes, the day it was known, the part.

    `source` says where it comes from, such as "case system, list of 3 April"; `upload` is the
    file, where there is one.
    """

    period: Period
    as_at: date
    known_on: date
    source: str
    team: Team | None = None
    group: str = ""
    upload: Upload | None = None


@transaction.atomic
def enter_value(*, measure: Measure, typed: str, about: About, by: User) -> Value:
    """Enter a figure as typed; it holds once somebody else has approved it.

    Raises:
        NotAFigure:    what was typed is no figure of this measure; says why.
        NotAllowed:    `by` may not enter figures, or not for that team.
        NotAllowedNow: a day lies ahead or out of order, the source is missing, team or file
                       are another authority's, or there is an approved figure already.
    """
    row = Measure.objects.select_for_update().visible_to(by).get(pk=measure.pk)
    require(by, ENTER, row.authority, team=about.team)
    _check(row.authority, about)
    holds = Value.objects.approved().filter(measure=row, **_part(about))
    if standing := holds.select_related("measure", "team").first():
        raise NotAllowedNow(f"{standing} is approved. Revise it and say why.")
    made = _enter(row, typed, about, by)
    record(by=by, verb="entered", thing=made, after=_figure(made))
    return made


@transaction.atomic
def revise_value(
    *, value: Value, typed: str, as_at: date, known_on: date, cause: str, why: str, by: User,
    source: str,
) -> Value:  # fmt: skip
    """Enter what an approved figure should be; the old one stays, and holds until approval.

    Args:
        cause: of `Value.Cause`: late recording, provisional, changed rule, corrected error.

    Raises:
        NotAFigure:    what was typed is no figure of this measure.
        NotAllowed:    `by` may not enter figures, or not for that team.
        NotAllowedNow: the figure is not approved, a revision waits already, or there is no
                       cause or reason.
    """
    old = _locked(value, by, ENTER)
    if old.state != State.APPROVED:
        raise NotAllowedNow(f"{old} is not approved, so there is nothing to revise.")
    if old.revisions.exclude(state=State.RETURNED).exists():
        raise NotAllowedNow(f"{old}: a revision waits for approval. Approve or return it first.")
    if cause not in Value.Cause.values or not why.strip():
        raise NotAllowedNow("Choose the cause of the revision and say why. Nothing was changed.")
    about = About(old.period, as_at, known_on, source, old.team, old.group)
    _check(old.authority, about)
    revision = {"revises": old, "cause": cause, "reason": why.strip()}
    made = _enter(old.measure, typed, about, by, **revision)
    record(
        by=by, verb="revised", thing=made, before=_figure(old), after=_figure(made), why=why
    )  # fmt: skip
    return made


@transaction.atomic
def approve_value(*, value: Value, by: User) -> Value:
    """Let a figure hold that somebody else entered; what it revises stays as the old figure.

    Raises:
        NotAllowed:    `by` may not approve figures, or entered this one.
        NotAllowedNow: it is not waiting, or another figure holds for the period.
    """
    row = _locked(value, by, APPROVE)
    _second_person(row, by)
    part = _of(period=row.period, team=row.team, group=row.group)
    holds = Value.objects.approved().filter(measure=row.measure, **part)
    if any(one.pk != row.revises_id for one in holds):
        raise NotAllowedNow(f"{row}: another figure is approved. Return this one, or revise that.")
    if row.revises is not None:
        row.revises.state = State.REVISED
        row.revises.save(update_fields=["state"])
    row.state, row.approved_by, row.approved_at = State.APPROVED, by, timezone.now()
    row.save(update_fields=["state", "approved_by", "approved_at"])
    record(by=by, verb="approved", thing=row, after={"state": row.state})
    return row


@transaction.atomic
def return_value(*, value: Value, why: str, by: User) -> Value:
    """Send a figure back that somebody else entered, with a reason.

    Raises:
        NotAllowed:    `by` may not return figures, or entered this one.
        NotAllowedNow: it is not waiting, or there is no reason.
    """
    row = _locked(value, by, APPROVE)
    _second_person(row, by)
    if not why.strip():
        raise NotAllowedNow("Say what is wrong with the figure. Nothing was changed.")
    row.state = State.RETURNED
    row.save(update_fields=["state"])
    record(by=by, verb="returned", thing=row, after={"state": row.state}, why=why)
    return row


def _locked(value: Value, by: User, verb: str) -> Value:
    rows = Value.objects.select_for_update(of=("self",)).visible_to(by)
    row = rows.select_related("measure__authority", "team", "revises").get(pk=value.pk)
    require(by, verb, row.authority, team=row.team)
    return row


def _second_person(row: Value, by: User) -> None:
    if is_same_human(row.entered_by, by):
        raise NotAllowed(f"{row}: you entered it. Somebody else approves or returns it.")
    if row.state != State.ENTERED:
        raise NotAllowedNow(f"{row} is {row.get_state_display().lower()}. Nothing was changed.")


def _check(authority: Authority, about: About) -> None:
    if not about.source.strip():
        raise NotAllowedNow("Say where the figure comes from. Nothing was changed.")
    if about.team is not None and about.group:
        raise NotAllowedNow("A figure is of a team or of a group. Choose one.")
    others = [one for one in (about.team, about.upload) if one is not None]
    if any(_authority_id(one) != authority.pk for one in others):
        raise NotAllowedNow("Nothing crosses between authorities: choose one of its own.")
    if not about.period.first_day <= about.as_at <= about.known_on <= timezone.localdate():
        raise NotAllowedNow(
            "The figure describes a day of its period or later, and is known on that day or "
            "after it, not ahead of today. Correct the days. Nothing was changed."
        )


def _authority_id(thing: Team | Upload) -> int:
    return thing.authority_id if isinstance(thing, Team) else thing.authority.pk


def _enter(measure: Measure, typed: str, about: About, by: User, **revision: Any) -> Value:
    where = f"{measure.code}, {about.period}"
    figure = figures.parse(typed, form=measure.form, unit=measure.unit, where=where)
    return Value.objects.create(
        measure=measure,
        definition=measure.definitions.latest("version"),
        as_at=about.as_at,
        known_on=about.known_on,
        printed=figure.printed,
        number=figure.number,
        numerator=figure.numerator,
        denominator=figure.denominator,
        per=PER.get(measure.form),
        source=about.source.strip(),
        upload=about.upload,
        entered_by=by,
        entered_at=timezone.now(),
        **_part(about),
        **revision,
    )


def _part(about: About) -> dict[str, Any]:
    return _of(period=about.period, team=about.team, group=about.group.strip())


def _of(*, period: Period, team: Team | None, group: str) -> dict[str, Any]:
    days = {"period_from": period.first_day, "period_to": period.last_day}
    return {**days, "team": team, "group": group}


def _figure(value: Value) -> dict[str, Any]:
    return {
        "printed": value.printed,
        "number": value.number,
        "numerator": value.numerator,
        "denominator": value.denominator,
        "as_at": value.as_at,
        "state": value.state,
    }
