"""Which measures show an action's impact, and saying what that impact is."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from goldenthread.basics.days import add_months, without_weekday
from goldenthread.basics.errors import NotAllowedNow
from goldenthread.people.history import record
from goldenthread.people.models import User
from goldenthread.plans import impacts
from goldenthread.plans.actions.own import workable
from goldenthread.plans.actions.rows import changeable, note_use
from goldenthread.plans.gathering import rules_of
from goldenthread.plans.models import Action, Delivery, Impact, Item, MeasureLink
from goldenthread.plans.models.impact import links_of
from goldenthread.results.looking import sustained_of, why_unlike
from goldenthread.results.models import Measure, Target, Value

LINK = "plans.link_measure"


@dataclass(frozen=True)
class Figures:
    """What a measured impact rests on.

    `value` is the figure; `baseline` the earlier one that it is compared with; `target` the
    one that was met, for 'sustained'.
    """

    value: Value
    baseline: Value | None = None
    target: Target | None = None


@transaction.atomic
def link_measure(
    *, of: Action | Item, measure: Measure, kind: str, expected: str, by: User, lag_months: int = 0
) -> MeasureLink:
    """Say that a measure is to show what an action, or the actions of an item, achieve.

    Args:
        kind:       of `Measure.Kind`: progress or impact.
        expected:   of `MeasureLink.Expected`: the direction that is better.
        lag_months: after completion, before which no figure can show it.

    Raises:
        NotAllowed:    `by` may not tie measures in the authority.
        NotAllowedNow: the measure is another authority's, tied already, of progress only, or
                       the direction is the worse one of that measure.
    """
    plan = changeable(of.plan, by, LINK)
    row = Measure.objects.visible_to(by).filter(pk=measure.pk, authority=plan.authority).first()
    if row is None:
        raise NotAllowedNow("Nothing crosses between authorities: the measure is another's.")
    where = {"action": of} if isinstance(of, Action) else {"item": of}
    if kind not in Measure.Kind.values or expected not in MeasureLink.Expected.values:
        raise NotAllowedNow("Choose progress or impact, and a rise or a fall. Nothing was changed.")
    if kind == Measure.Kind.IMPACT and row.kind != kind:
        raise NotAllowedNow(f"{row} is a measure of progress: it never shows impact.")
    if expected == _worse(row):
        raise NotAllowedNow(f"{row}: {row.get_better_display().lower()}. Expect that direction.")
    if MeasureLink.objects.standing().filter(measure=row, **where).exists():
        raise NotAllowedNow(f"{row} is tied to {of} already. Nothing was changed.")
    made = MeasureLink.objects.create(
        measure=row, kind=kind, expected=expected, lag_months=lag_months, linked_by=by,
        linked_at=timezone.now(), **where,
    )  # fmt: skip
    note_use(plan)
    after = {"measure": row.code, "kind": kind, "expected": expected, "lag_months": lag_months}
    record(by=by, verb="tied a measure", thing=made, after=after)
    return made


@transaction.atomic
def unlink_measure(*, link: MeasureLink, by: User, why: str) -> MeasureLink:
    """Take a measure away again; impact that rests on it holds no longer.

    Raises:
        NotAllowed:    `by` may not tie measures in the authority.
        NotAllowedNow: it is taken away already, or there is no reason.
    """
    plan = changeable(link.of.plan, by, LINK)
    row = MeasureLink.objects.select_for_update(of=("self",)).get(pk=link.pk)
    if row.removed_at is not None or not why.strip():
        raise NotAllowedNow("Say why, for a measure that is tied. Nothing was changed.")
    row.removed_by, row.removed_at = by, timezone.now()
    row.save(update_fields=["removed_by", "removed_at"])
    note_use(plan)
    record(by=by, verb="took a measure away", thing=row, before={"link": str(row)}, why=why)
    return row


@transaction.atomic
def set_impact(
    *,
    action: Action,
    by: User,
    state: str,
    words: str = "",
    until: date | None = None,
    figures: Figures | None = None,
) -> Impact:
    """Say what the impact is: not measurable until a day, early signs, or measured.

    Measured and sustained rest on an approved figure of a measure that is tied to the action
    or to an item that it serves.

    Raises:
        NotAllowed:    `by` neither may update nor stands in the action.
        NotAllowedNow: 'not yet measurable' has no day to come, early signs no words, or what
                       is called measured has no figure that shows it; says which.
    """
    row = workable(action, by)
    if state not in Impact.State.values:
        raise NotAllowedNow(f"There is no impact “{state}”. Nothing was changed.")
    if state == Impact.State.NOT_YET and (until is None or until <= timezone.localdate()):
        raise NotAllowedNow("Say until which day it cannot be measured: its review day.")
    if state == Impact.State.EARLY_SIGNS and not words.strip():
        raise NotAllowedNow("Say in words what the early signs are.")
    kept = _measured(row, state, figures, by) if state in impacts.MEASURED else {}
    made = Impact.objects.create(
        action=row, by=by, at=timezone.now(), state=state, words=words, until=until, **kept
    )
    note_use(row.plan)
    after = {"state": state, "until": until, "figure": str(made.value) if made.value else ""}
    record(by=by, verb="set the impact", thing=row, after=after)
    return made


def _measured(action: Action, state: str, figures: Figures | None, by: User) -> dict[str, object]:
    """The figure that a measured impact rests on, as it is kept."""
    if figures is None:
        raise NotAllowedNow(
            "Measured needs a figure: number, numerator, denominator and day, approved by "
            "somebody else. Nothing was changed."
        )
    value = _approved(figures.value, by)
    link = links_of(action).of_impact().filter(measure=value.measure_id).first()
    if link is None:
        raise NotAllowedNow(
            f"{value.measure} is not tied to {action} as a measure of impact. Tie it first."
        )
    _not_too_early(action, value, link)
    kept: dict[str, object] = {
        "value": value, "number": value.number, "numerator": value.numerator, "per": value.per,
        "denominator": value.denominator, "as_at": value.as_at,
    }  # fmt: skip
    if state == Impact.State.SUSTAINED:
        return kept | {"target": _sustained(action, value, figures.target)}
    return kept | {"baseline": _compared(state, value, link, figures.baseline, by)}


def _approved(value: Value, by: User) -> Value:
    row = Value.objects.visible_to(by).measured().filter(pk=value.pk).select_related("measure")
    found = row.first()
    if found is None or not found.denominator:
        raise NotAllowedNow(
            f"{value} is not an approved figure with number, numerator, denominator and day. "
            "Have it approved by somebody else, or take the figure that revised it."
        )
    return found


def _completed_on(action: Action) -> date | None:
    delivery = Delivery.objects.filter(action=action).first()
    return delivery.completed_on if delivery else None


def _not_too_early(action: Action, value: Value, link: MeasureLink) -> None:
    done = _completed_on(action)
    if done is None:
        return
    first = add_months(done, link.lag_months)
    if min(value.as_at, value.period_to) < first:
        raise NotAllowedNow(
            f"{value} describes {without_weekday(min(value.as_at, value.period_to))}; it can show the impact from "
            f"{without_weekday(first)} on. Take a later figure."
        )


def _compared(
    state: str, value: Value, link: MeasureLink, baseline: Value | None, by: User
) -> Value:
    if baseline is None:
        raise NotAllowedNow("Say with which earlier figure of the measure it is compared.")
    before = _approved(baseline, by)
    if before.measure_id != value.measure_id or before.as_at >= value.as_at:
        raise NotAllowedNow("Compare it with an earlier figure of the same measure.")
    if why := why_unlike(before, value):
        raise NotAllowedNow(f"The two cannot be compared: {why}. Nothing was changed.")
    went = impacts.moved(before.number, value.number)
    allowed = {
        Impact.State.IMPROVED: link.expected,
        Impact.State.WORSE: impacts.opposite(link.expected),
    }
    if state in allowed and went != allowed[Impact.State(state)]:
        raise NotAllowedNow(
            f"{before.printed} then, {value.printed} now: that is not “{state}”, where a "
            f"{link.expected} is expected. Nothing was changed."
        )
    return before


def _sustained(action: Action, value: Value, target: Target | None) -> Target:
    """The target that was met in as many periods as the authority wants, up to this figure's."""
    row = Target.objects.filter(measure=value.measure_id, ended_on=None)
    found = row.filter(pk=target.pk).first() if target else None
    if found is None:
        raise NotAllowedNow("Sustained needs a target of the measure that holds.")
    group = found.baseline.group if found.baseline else ""
    if not found.each_group and (found.team_id, group) != (value.team_id, value.group):
        raise NotAllowedNow(f"The target is another part's than {value}. Nothing was changed.")
    wanted = rules_of(action.authority, timezone.localdate()).periods
    run = sustained_of(found, wanted=wanted, since=_completed_on(action))
    if not run.holds:
        raise NotAllowedNow(f"It is not sustained: {run.words}. Nothing was changed.")
    latest = Value.objects.approved().filter(
        measure=value.measure_id, team=value.team_id, group=value.group
    )
    if latest.filter(period_to__gt=value.period_to).exists():
        raise NotAllowedNow("A later figure is approved. Take that one.")
    return found


def _worse(measure: Measure) -> str:
    better = {Measure.Better.HIGHER: impacts.RISE, Measure.Better.LOWER: impacts.FALL}
    right = better.get(Measure.Better(measure.better))
    return impacts.opposite(right) if right else ""
