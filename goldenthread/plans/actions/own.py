"""Fetching the action of a verb: seen by the user, locked, and theirs to work on."""

from datetime import date

from django.utils import timezone

from goldenthread.basics.days import without_weekday
from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.people.alike import accounts_of
from goldenthread.people.deputising import stood_in_for
from goldenthread.people.models import Person, Service, User
from goldenthread.people.permissions import may
from goldenthread.plans.actions.rows import in_force
from goldenthread.plans.looking import person_of
from goldenthread.plans.models import Action, ActionItem, Delivery, Item
from goldenthread.plans.seeing import Sight

UPDATE = "plans.update"
OWN = "plans.update_own"


def workable(action: Action, by: User, verb: str = UPDATE) -> Action:
    """The action, locked, for somebody who may do the verb, or who stands in it.

    Raises:
        NotAllowed:          the user may neither.
        NotAllowedNow:       its plan is put aside, it is no longer in it, or it only points
                             to another action.
        Action.DoesNotExist: the user may not see it.
    """
    row = _seen(action, by)
    if not (may(by, verb, row.authority) or _is_own(row, by)):
        raise _not_theirs(row)
    return row


def _not_theirs(row: Action) -> NotAllowed:
    return NotAllowed(
        f"You may not change {row}: you do not stand in it. "
        "Ask its lead or an improvement officer. Nothing was changed."
    )


def updatable(action: Action, by: User, for_whom: Person | None) -> tuple[Action, Person | None]:
    """The action, locked, and for whom an update is entered.

    Whoever stands in for somebody who is away may update that person's actions, and it is
    recorded as entered for that person.

    Raises:
        NotAllowedNow: as in `workable`; or a deputy names somebody else.
        NotAllowed, Action.DoesNotExist: as in `workable`.
    """
    row = _seen(action, by)
    if may(by, UPDATE, row.authority) or _is_own(row, by):
        of_the_authority(for_whom, row)
        return row, for_whom
    whom = left_to(row, by)
    if whom is None:
        raise _not_theirs(row)
    if for_whom not in (None, whom):
        raise NotAllowedNow(f"You stand in for {whom} here, and for nobody else. Choose {whom}.")
    return row, whom


def left_to(action: Action, by: User) -> Person | None:
    """Who stands in the action, is away today and has left it to this user; None for nobody."""
    today = timezone.localdate()
    covered = {one.person.pk: one.person for one in stood_in_for(by, today)}
    standings = action.standings.current().on(today) if covered else []
    found = [person_of(one, today).person for one in standings]
    return next((covered[one.pk] for one in found if one and one.pk in covered), None)


def arranged(action: Action, by: User, verb: str) -> Action:
    """The action, locked, for somebody whose role lets them do the verb, whether theirs or not.

    A role for one service counts where somebody of that service stands in the action.

    Raises:
        NotAllowed, NotAllowedNow, Action.DoesNotExist: as in `workable`.
    """
    row = _seen(action, by)
    places: list[Service | None] = [None, *services(row)]
    if not any(may(by, verb, row.authority, service=place) for place in places):
        raise NotAllowed(
            f"Your roles do not let you do this to {row}. "
            "Ask an improvement officer or a director. Nothing was changed."
        )
    return row


def _seen(action: Action, by: User) -> Action:
    rows = Action.objects.visible_to(by).select_for_update(of=("self",))
    row = rows.select_related("plan__authority").get(pk=action.pk)
    in_force(row)
    return row


def _is_own(row: Action, by: User) -> bool:
    return Action.objects.filter(
        Sight(by).works_on(authority="plan__authority"), pk=row.pk
    ).exists()


def services(action: Action) -> list[Service]:
    """The services of those who stand in an action today."""
    today = timezone.localdate()
    found: list[Service] = []
    for standing in action.standings.current().filter(ended_on=None):
        person = person_of(standing, today).person
        teams = person.memberships.on(today).select_related("team") if person else []
        candidates = [
            standing.post and standing.post.service,
            standing.team and standing.team.service,
        ]
        candidates += [membership.team.service for membership in teams]
        found += [service for service in candidates if service and service not in found]
    return found


def is_anybodys(action: Action, by: User) -> bool:
    """Whether the user stands in the action today, by name, post or team, whatever their roles."""
    today, mine = timezone.localdate(), accounts_of(by)
    for standing in action.standings.current().filter(ended_on=None):
        found = person_of(standing, today).person
        if found is not None and found.user_id in mine:
            return True
        team = standing.team
        if team and team.memberships.on(today).filter(person__user__in=mine).exists():
            return True
    return False


def delivery_of(action: Action) -> Delivery:
    """How far it is; a new row, not yet saved, where nobody has said."""
    return Delivery.objects.select_for_update(of=("self",)).filter(
        action=action
    ).first() or Delivery(action=action)


def of_the_authority(person: Person | None, action: Action) -> None:
    """Stop where somebody is another authority's.

    Raises:
        NotAllowedNow: they are.
    """
    if person is not None and person.authority_id != action.plan.authority_id:
        raise NotAllowedNow(f"Nothing crosses between authorities: {person} is not of {action}'s.")


def serves(row: Action, item: Item | None) -> None:
    """Stop where the action is not for that item.

    Raises:
        NotAllowedNow: it is not.
    """
    if item is not None and not ActionItem.objects.current().filter(action=row, item=item).exists():
        raise NotAllowedNow(f"{row} does not serve {item}. Nothing was changed.")


def not_after_today(day: date, what: str) -> None:
    """Stop where a day that has been lies in the future.

    Raises:
        NotAllowedNow: it does.
    """
    if day > timezone.localdate():
        raise NotAllowedNow(
            f"{what} {without_weekday(day)} lies in the future. Give a day that has been."
        )
