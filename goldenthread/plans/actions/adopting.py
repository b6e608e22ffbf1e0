"""A plan is adopted from elsewhere: proposed, decided by a meeting, removed where it was wrong."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.people.history import record
from goldenthread.people.models import User
from goldenthread.plans.actions.rows import changeable, in_force, note_use
from goldenthread.plans.folding import folded
from goldenthread.plans.models import Action, Adoption, Plan

ADOPT = "plans.adopt"


@dataclass(frozen=True, kw_only=True)
class Source:
    """The plan that is adopted.

    Attributes:
        title:      what it is called.
        whose:      the council or body that it is of; "" for one of this authority.
        inspection: what it followed, such as 'the inspection of March 2012'.
        plan:       where it is one of this authority.
    """

    title: str = ""
    whose: str = ""
    inspection: str = ""
    plan: Plan | None = None


@dataclass(frozen=True, kw_only=True)
class Decision:
    """That it was adopted: on which day, by which meeting or decision, and changed in what."""

    on: date
    by_whom: str
    changed: str


@transaction.atomic
def record_adoption(
    *,
    plan: Plan,
    by: User,
    source: Source,
    applies: str,
    action: Action | None = None,
    decision: Decision | None = None,
) -> Adoption:
    """Record that a plan, or one action of it, takes over a plan from elsewhere.

    Args:
        applies:  what of it applies here, and why.
        decision: None while it is only proposed.

    Raises:
        NotAllowed:    `by` may not say so in the authority.
        NotAllowedNow: the plan is put aside, the action is not in it, the source is this very
                       plan or another authority's, it is recorded already, or words are missing.
    """
    row = changeable(plan, by, ADOPT)
    if action is not None:
        _of_the_plan(action, row)
    made = Adoption(
        plan=row,
        action=action,
        **_told(source, row),
        applies=applies.strip(),
        recorded_by=by,
        recorded_at=timezone.now(),
    )
    if not (made.title and made.whose and made.applies):
        raise NotAllowedNow(
            "Say which plan it is, whose it is, and what of it applies here. Nothing was saved."
        )
    _new_there(made)
    if decision is not None:
        _decide(made, decision)
    made.save(force_insert=True)
    note_use(row)
    record(by=by, verb="recorded an adoption", thing=made, after=_content(made))
    return made


@transaction.atomic
def decide_adoption(*, adoption: Adoption, by: User, decision: Decision) -> Adoption:
    """Say that what was proposed is adopted.

    Raises:
        NotAllowed:    `by` may not say so in the authority.
        NotAllowedNow: it is adopted or removed already, the day has not come, or words are
                       missing.
    """
    row = _standing(adoption, by)
    if row.adopted_on is not None:
        raise NotAllowedNow(f"{row} is adopted already. Remove it to record it anew.")
    before = _content(row)
    _decide(row, decision)
    row.save(update_fields=["adopted_on", "decided_by", "changed"])
    note_use(row.plan)
    record(by=by, verb="adopted", thing=row, before=before, after=_content(row))
    return row


@transaction.atomic
def remove_adoption(*, adoption: Adoption, by: User, why: str) -> Adoption:
    """Remove what was recorded in error, or is adopted no longer; the history keeps it.

    Raises:
        NotAllowed:    `by` may not say so in the authority.
        NotAllowedNow: it is removed already, or there is no reason.
    """
    row = _standing(adoption, by)
    if not why.strip():
        raise NotAllowedNow("Say why. Nothing was removed.")
    row.removed_by, row.removed_at = by, timezone.now()
    row.save(update_fields=["removed_by", "removed_at"])
    note_use(row.plan)
    record(by=by, verb="removed an adoption", thing=row, before=_content(row), why=why)
    return row


def _standing(adoption: Adoption, by: User) -> Adoption:
    plan = changeable(adoption.plan, by, ADOPT)
    row = Adoption.objects.select_for_update().get(pk=adoption.pk)
    row.plan = plan
    if row.removed_at is not None:
        raise NotAllowedNow(f"{row} was removed already. Nothing was changed.")
    return row


def _of_the_plan(action: Action, plan: Plan) -> None:
    in_force(action)
    if action.plan_id != plan.pk:
        raise NotAllowedNow(f"{action} is not an action of {plan}. Choose one of this plan.")


def _told(source: Source, plan: Plan) -> dict[str, object]:
    """What is kept of the source; of a plan of this authority its own title and council."""
    known = source.plan
    if known is None:
        return {
            "title": source.title.strip(),
            "whose": source.whose.strip(),
            "inspection": source.inspection.strip(),
        }
    if known.pk == plan.pk or known.authority != plan.authority:
        raise NotAllowedNow(
            "Choose another plan of this authority, or name the plan and whose it is."
        )
    return {
        "source": known,
        "title": str(known),
        "whose": known.authority.name,
        "inspection": source.inspection.strip(),
    }


def _new_there(made: Adoption) -> None:
    rows = Adoption.objects.current().filter(plan=made.plan, action=made.action)
    same = (folded(made.title), folded(made.whose))
    if any((folded(row.title), folded(row.whose)) == same for row in rows):
        raise NotAllowedNow(f"{made} is recorded already. Nothing was saved.")


def _decide(row: Adoption, decision: Decision) -> None:
    if decision.on > timezone.localdate():
        raise NotAllowedNow("The day of adopting has not come. Record it as proposed until then.")
    row.adopted_on = decision.on
    row.decided_by, row.changed = decision.by_whom.strip(), decision.changed.strip()
    if not (row.decided_by and row.changed):
        raise NotAllowedNow(
            "Say which meeting or decision adopted it, and what was changed ('nothing' where "
            "nothing was). Nothing was saved."
        )


def _content(row: Adoption) -> dict[str, object]:
    return {
        "plan": row.title,
        "whose": row.whose,
        "inspection": row.inspection,
        "action": row.action.public_id if row.action else None,
        "applies": row.applies,
        "adopted_on": row.adopted_on,
        "decided_by": row.decided_by,
        "changed": row.changed,
    }
