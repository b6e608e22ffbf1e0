"""Who leads an action and who carries it out; a leaver's actions are handed over."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.people.history import record, record_all
from goldenthread.people.history.recording import Done
from goldenthread.people.models import PartnerOrganisation, Person, Post, Team, User
from goldenthread.people.permissions import require
from goldenthread.plans.actions.own import arranged
from goldenthread.plans.actions.rows import note_use
from goldenthread.plans.models import Action, Standing

GIVE = "plans.give_lead"
Somebody = Person | Post | Team | PartnerOrganisation
FIELDS: dict[type[Somebody], str] = {
    Person: "person",
    Post: "post",
    Team: "team",
    PartnerOrganisation: "partner",
}
Rank = Standing.Rank


@transaction.atomic
def give_lead(*, action: Action, to: Somebody, by: User, why: str = "") -> Standing:
    """Make somebody the one accountable lead; who led before ends today.

    Raises:
        NotAllowed:    `by` may not say who leads here.
        NotAllowedNow: they lead it already, have left, or are another authority's.
    """
    row = arranged(action, by, GIVE)
    _may_stand(row, to)
    now = row.standings.current().filter(ended_on=None)
    leading = now.filter(rank=Rank.LEAD).first()
    if leading is not None and _who(leading) == to:
        raise NotAllowedNow(f"{to} leads {row} already. Nothing was changed.")
    for ending in now.filter(Q(rank=Rank.LEAD) | Q(**{FIELDS[type(to)]: to})):
        _end(ending)
    made = _begin(row, to, Rank.LEAD)
    note_use(row.plan)
    record(
        by=by,
        verb="gave the lead",
        thing=row,
        before={"lead": leading.who if leading else ""},
        after={"lead": made.who},
        why=why,
    )
    return made


@transaction.atomic
def let_stand(*, action: Action, to: Somebody, rank: str, by: User) -> Standing:
    """Put a co-lead or a delegate beside the lead.

    Raises:
        NotAllowed:    `by` may not say who stands here.
        NotAllowedNow: the rank is the lead's, they stand there, have left, or are another
                       authority's.
    """
    row = arranged(action, by, GIVE)
    _may_stand(row, to)
    if rank not in (Rank.CO_LEAD, Rank.DELEGATE):
        raise NotAllowedNow("Beside the lead stand co-leads and delegates. Choose one of the two.")
    if row.standings.current().filter(ended_on=None, **{FIELDS[type(to)]: to}).exists():
        raise NotAllowedNow(f"{to} stands in {row} already. Nothing was changed.")
    made = _begin(row, to, rank)
    note_use(row.plan)
    record(by=by, verb="let stand", thing=row, after={"rank": rank, "who": made.who})
    return made


@transaction.atomic
def end_standing(*, standing: Standing, by: User, why: str) -> Standing:
    """Somebody stands in an action no longer; that they did is kept.

    Raises:
        NotAllowed:    `by` may not say who stands here.
        NotAllowedNow: it ended already, or there is no reason.
    """
    row = arranged(standing.action, by, GIVE)
    ending = row.standings.current().select_for_update(of=("self",)).get(pk=standing.pk)
    if ending.ended_on is not None or not why.strip():
        raise NotAllowedNow("Say why, for somebody who still stands there. Nothing was changed.")
    _end(ending)
    note_use(row.plan)
    record(
        by=by,
        verb="ended a standing",
        thing=row,
        before={"rank": ending.rank, "who": ending.who},
        why=why,
    )
    return ending


@transaction.atomic
def hand_over(*, leaver: Person, to: Somebody, by: User, why: str = "") -> list[Standing]:
    """Hand all that a leaver stands in, in their own name, to somebody else in the same rank.

    What they hold through a post or a team passes with that.

    Raises:
        NotAllowed:    `by` may not say who leads in the authority.
        NotAllowedNow: there is nothing to hand over, or they cannot take it.
    """
    require(by, GIVE, leaver.authority)
    theirs = Standing.objects.visible_to(by).current().select_for_update(of=("self",))
    rows = list(
        theirs.filter(
            person=leaver, ended_on=None, action__dropped_in=None, action__plan__state="current"
        ).select_related("action__plan__authority")
    )
    if not rows:
        raise NotAllowedNow(f"{leaver} stands in nothing. Nothing was changed.")
    _may_stand(rows[0].action, to)
    if to == leaver:
        raise NotAllowedNow("Hand them over to somebody else.")
    made = [_passed_on(row, to) for row in rows]
    for plan in {row.action.plan_id: row.action.plan for row in rows}.values():
        note_use(plan)
    record_all(by=by, done=_told(rows, to, why))
    return made


@transaction.atomic
def pass_on(*, standing: Standing, to: Somebody, by: User, why: str = "") -> Standing:
    """Hand one thing that somebody stands in to somebody else in the same rank.

    Raises:
        NotAllowed:    `by` may not say who leads here.
        NotAllowedNow: it ended already, is theirs, or they cannot take it.
    """
    row = arranged(standing.action, by, GIVE)
    ending = row.standings.current().select_for_update(of=("self",)).get(pk=standing.pk)
    _may_stand(row, to)
    if ending.ended_on is not None or _who(ending) == to:
        raise NotAllowedNow(f"{ending.who} no longer stands in {row}, or it is the same person.")
    made = _passed_on(ending, to)
    note_use(row.plan)
    record_all(by=by, done=_told([ending], to, why))
    return made


def _passed_on(row: Standing, to: Somebody) -> Standing:
    _end(row)
    there = row.action.standings.current().filter(ended_on=None, **{FIELDS[type(to)]: to}).first()
    if there is None:
        return _begin(row.action, to, row.rank)
    if row.rank == Rank.LEAD:
        _end(there)
        return _begin(row.action, to, row.rank)
    return there


def _told(rows: Sequence[Standing], to: Somebody, why: str) -> list[Done]:
    return [
        Done(
            verb="handed over",
            thing=row.action,
            before={row.rank: row.who},
            after={row.rank: str(to)},
            why=why,
        )
        for row in rows
    ]


def _may_stand(row: Action, to: Somebody) -> None:
    if to.authority_id != row.plan.authority_id:
        raise NotAllowedNow(f"Nothing crosses between authorities: {to} is not of this one.")
    gone: date | None = to.left_on if isinstance(to, Person) else getattr(to, "ended_on", None)
    if gone is not None and gone < timezone.localdate():
        raise NotAllowedNow(f"{to} is no longer there. Choose somebody else.")


def _who(standing: Standing) -> Somebody | None:
    return standing.person or standing.post or standing.team or standing.partner


def _end(standing: Standing) -> None:
    standing.ended_on = timezone.localdate()
    standing.save(update_fields=["ended_on"])


def _begin(row: Action, to: Somebody, rank: str) -> Standing:
    return Standing.objects.create(
        action=row, rank=rank, started_on=timezone.localdate(), **{FIELDS[type(to)]: to}
    )
