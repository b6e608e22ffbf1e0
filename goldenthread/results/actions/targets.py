"""Setting what a measure has to reach, and recording whether it did when it was due."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.inspections.actions import mark_used
from goldenthread.inspections.models import NumericTarget
from goldenthread.people.history import record
from goldenthread.people.models import Team, User
from goldenthread.people.permissions import require
from goldenthread.results import figures, judging, looking
from goldenthread.results.kinds import CHANGES, Comparator, Form
from goldenthread.results.models import Measure, Outcome, Target, Value

SET = "results.set_target"


@dataclass(frozen=True)
class Terms:
    """From when and by when a target holds, and what it rests on: a paper, a paragraph, a law."""

    holds_from: date
    basis: str
    due_on: date | None = None


@transaction.atomic
def set_level(
    *, measure: Measure, comparator: str, level: Decimal, terms: Terms, by: User,
    team: Team | None = None, each_group: bool = False, groups: Sequence[str] = (),
) -> Target:  # fmt: skip
    """Set a level that a measure has to reach.

    Args:
        each_group: every one of `groups` has to reach it by itself; names as figures are
                    entered for them.

    Raises:
        NotAllowed:    `by` may not set targets of the authority.
        NotAllowedNow: comparator or level cannot be, the basis is missing, the days are out
                       of order, or it is of one team and of each group.
    """
    row = _measure(measure, by)
    names = [name.strip() for name in groups]
    if comparator not in Comparator.values or level < 0:
        raise NotAllowedNow(f"{row.code}: choose a comparator, and a level that can be reached.")
    if row.form == Form.SHARE and level > 100:
        raise NotAllowedNow(f"{row.code}: a share is at most 100%. Correct the level.")
    if each_group != bool(names) or not all(names) or (each_group and team is not None):
        raise NotAllowedNow(f"{row.code}: name the groups that each have to reach it, or none.")
    if team is not None and team.authority_id != row.authority_id:
        raise NotAllowedNow("Nothing crosses between authorities: choose one of its teams.")
    more = {"level": level, "team": team, "each_group": each_group, "groups": names}
    made = _set(row, comparator, terms, by, **more)
    record(by=by, verb="set", thing=made, after=_after(made))
    return made


@transaction.atomic
def set_change(
    *, baseline: Value, comparator: str, minimum_change: Decimal, change_in: str, terms: Terms,
    by: User,
) -> Target:  # fmt: skip
    """Set a fall or a rise from a baseline as the test: by how much at least, until when (F-16).

    Args:
        comparator:     "at most" for a fall, "at least" for a rise.
        minimum_change: above 0, in `change_in`: per cent of the baseline, or the unit.

    Raises:
        NotAllowed:    `by` may not set targets of the authority.
        NotAllowedNow: the baseline is not approved, there is no period or minimum change, or
                       no figure could show it.
    """
    row = _measure(baseline.measure, by)
    known = Value.objects.approved().visible_to(by).filter(pk=baseline.pk)
    value = known.select_related("measure", "team").first()
    if value is None:
        raise NotAllowedNow(f"{row.code}: the baseline is no approved figure. Get it approved.")
    if comparator not in CHANGES or change_in not in Target.ChangeIn.values:
        raise NotAllowedNow(f"{row.code}: choose a fall or a rise, in per cent or in the unit.")
    if minimum_change <= 0 or terms.due_on is None or terms.due_on <= value.period_to:
        raise NotAllowedNow(
            f"{row.code}: a change needs a minimum above 0 and a day by which it is reached, "
            "after the baseline's period. Enter both."
        )
    more = {"baseline": value, "minimum_change": minimum_change, "change_in": change_in}
    made = _set(row, comparator, terms, by, team=value.team, **more)
    if looking.level_of(made) < 0:
        raise NotAllowedNow(f"{row.code}: no figure falls below 0. Enter a smaller change.")
    record(by=by, verb="set", thing=made, after=_after(made))
    return made


@transaction.atomic
def take_over_target(
    *, target: NumericTarget, measure: Measure, by: User, holds_from: date,
    due_on: date | None = None, groups: Sequence[str] = (),
) -> Target:  # fmt: skip
    """Measure a number that a recommendation sets and a person has confirmed (B-11).

    Raises:
        NotAllowed:    `by` may not set targets of the authority.
        NotAllowedNow: it is not confirmed, is of another authority, the measure is no share,
                       or each group has to reach it and none is named.
    """
    row = _measure(measure, by)
    asked = NumericTarget.objects.visible_to(by).get(pk=target.pk)
    if asked.authority != row.authority:
        raise NotAllowedNow("Nothing crosses between authorities: choose one of its measures.")
    if asked.state != NumericTarget.State.CONFIRMED:
        raise NotAllowedNow(f"“{asked}” is not confirmed. Confirm it with the recommendation.")
    if row.form != Form.SHARE:
        raise NotAllowedNow(f"{row.code} is no share, and “{asked}” is one. Choose another.")
    made = set_level(
        measure=row,
        comparator=asked.comparator,
        level=asked.value,
        terms=Terms(holds_from, asked.printed, due_on),
        by=by,
        each_group=asked.each_group,
        groups=groups,
    )
    made.from_recommendation = asked
    made.save(update_fields=["from_recommendation"])
    record(by=by, verb="taken over", thing=made, after={"from_recommendation": asked.pk})
    mark_used(
        inspection=asked.recommendation.inspection, by=by, what=f"target of {row.code}"
    )  # fmt: skip
    return made


@transaction.atomic
def end_target(*, target: Target, on: date, why: str, by: User) -> Target:
    """End a target, such as one that another replaces; it stays, with the reason.

    Raises:
        NotAllowed:    `by` may not set targets of the authority.
        NotAllowedNow: it has ended, there is no reason, or the day is before it began.
    """
    row = _target(target, by)
    if row.ended_on is not None or not why.strip() or on < row.holds_from:
        raise NotAllowedNow("A target ends once, after it began, with a reason. Nothing changed.")
    row.ended_on, row.ended_why = on, why.strip()
    row.save(update_fields=["ended_on", "ended_why"])
    record(by=by, verb="ended", thing=row, after={"ended_on": on}, why=why)
    return row


@transaction.atomic
def record_outcome(*, target: Target, value: Value, by: User) -> Outcome:
    """Record whether a target was met when it was due, and by how much it was missed (E-22).

    Args:
        value: the approved figure of the day it was due or after it; of one of the groups
               where each has to reach it.

    Raises:
        NotAllowed:    `by` may not set targets of the authority.
        NotAllowedNow: the target is not due yet, the figure is not one that shows it, or an
                       outcome is recorded.
    """
    row = _target(target, by)
    found = Value.objects.approved().visible_to(by).filter(pk=value.pk, measure=row.measure)
    figure = found.select_related("measure", "team").first()
    if figure is None:
        raise NotAllowedNow(f"{row}: the figure is no approved one of this measure.")
    _shows(row, figure)
    one = looking.judged(row, figure)
    if one is None:
        raise NotAllowedNow(f"{row}: the figure cannot be held against the baseline.")
    level, form = looking.level_of(row), row.measure.form
    made = Outcome.objects.create(
        target=row,
        value=figure,
        met=one.met,
        difference=figures.rounded_to_store(one.difference),
        per_cent=None if one.per_cent is None else figures.rounded(one.per_cent),
        words=judging.in_words(
            one, figure=figure.exact, comparator=row.comparator, level=level, form=form
        ),
        recorded_by=by,
        recorded_at=timezone.now(),
    )
    record(by=by, verb="judged", thing=made, after={"met": made.met, "words": made.words})
    return made


def _shows(target: Target, figure: Value) -> None:
    """That the figure is of the right part, and of the day on which the target was due."""
    if target.due_on is None or target.due_on > timezone.localdate():
        raise NotAllowedNow(f"{target}: it is not due yet, so nothing is met or missed.")
    if figure.as_at < target.due_on:
        raise NotAllowedNow(f"{target}: the figure is of a day before it was due. Take a later.")
    wanted = target.groups if target.each_group else [_part(target)]
    if figure.part not in wanted:
        raise NotAllowedNow(f"{target}: the figure is of another part than was asked for.")
    if any(one.value.part == figure.part for one in target.outcomes.select_related("value__team")):
        raise NotAllowedNow(f"{target}: the outcome is recorded. Nothing was changed.")


def _part(target: Target) -> str:
    if target.baseline is not None:
        return target.baseline.part
    return str(target.team) if target.team_id else ""


def _measure(measure: Measure, by: User) -> Measure:
    row = Measure.objects.select_for_update().visible_to(by).get(pk=measure.pk)
    require(by, SET, row.authority)
    return row


def _target(target: Target, by: User) -> Target:
    rows = Target.objects.select_for_update(of=("self",)).visible_to(by)
    row = rows.select_related("measure__authority", "team", "baseline__team").get(pk=target.pk)
    require(by, SET, row.authority)
    return row


def _set(measure: Measure, comparator: str, terms: Terms, by: User, **more: Any) -> Target:
    if not terms.basis.strip():
        raise NotAllowedNow(f"{measure.code}: say what the target rests on.")
    if terms.due_on is not None and terms.due_on < terms.holds_from:
        raise NotAllowedNow(f"{measure.code}: it is due before it begins. Correct the days.")
    return Target.objects.create(
        measure=measure,
        comparator=comparator,
        holds_from=terms.holds_from,
        due_on=terms.due_on,
        basis=terms.basis.strip(),
        set_by=by,
        set_at=timezone.now(),
        **more,
    )


def _after(target: Target) -> dict[str, Any]:
    return {
        "comparator": target.comparator,
        "level": target.level,
        "minimum_change": target.minimum_change,
        "change_in": target.change_in,
        "groups": target.groups,
        "holds_from": target.holds_from,
        "due_on": target.due_on,
        "basis": target.basis,
    }
