"""Verbs on the register of boards and meetings."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.governance.actions.rows import FORUMS, added, forum_of, said, same_authority
from goldenthread.governance.models import Forum, ForumName, Seat, Skip, StandingItem, Terms
from goldenthread.people.history import record
from goldenthread.people.models import Authority, PartnerOrganisation, Person, Post, User
from goldenthread.people.permissions import require
from goldenthread.sources.models import Upload


@dataclass(frozen=True, kw_only=True)
class About:
    """What the register says of a board or meeting; the fields are those of `Forum`."""

    name: str
    kind: str
    abbreviation: str = ""
    purpose: str = ""
    every: int | None = None
    unit: str = ""
    first_on: date | None = None
    quorum: int | None = None
    reports_to: Forum | None = None
    started_on: date | None = None

    @property
    def cadence_is_whole(self) -> bool:
        given = [self.every, self.unit, self.first_on]
        return all(given) or not any(given)


@transaction.atomic
def register_forum(*, authority: Authority, about: About, by: User) -> Forum:
    """Enter a board or meeting in the register.

    Raises:
        NotAllowed:    `by` may not.
        NotAllowedNow: its name is empty or taken, or its cadence is half said.
    """
    require(by, FORUMS, authority)
    _fits(authority, about)
    row = Forum(authority=authority)
    _take(row, about)
    return added(row, by, "registered", name=row.name, kind=row.kind)


@transaction.atomic
def change_forum(*, forum: Forum, about: About, by: User) -> Forum:
    """Correct what the register says; a new name keeps the old one, as its name until today.

    Raises:
        NotAllowed:    `by` may not.
        NotAllowedNow: it has ended, would answer to itself, or as in `register_forum`.
    """
    row = forum_of(forum, by)
    _fits(row.authority, about, row)
    _no_circle(row, about.reports_to)
    before = {"name": row.name, "kind": row.kind, "every": row.every, "unit": row.unit}
    if row.name != about.name.strip():
        ForumName.objects.create(forum=row, text=row.name, ended_on=timezone.localdate())
    _take(row, about)
    row.save()
    after = {"name": row.name, "kind": row.kind, "every": row.every, "unit": row.unit}
    record(by=by, verb="changed", thing=row, before=before, after=after)
    return row


@transaction.atomic
def end_forum(*, forum: Forum, on: date, outcome: str, by: User) -> Forum:
    """Close a board or meeting: its last day, and what came of it.

    Raises:
        NotAllowed:    `by` may not.
        NotAllowedNow: it has ended, ends before it began or in the future, or says no outcome.
    """
    row = forum_of(forum, by)
    if on > timezone.localdate() or (row.started_on and on < row.started_on):
        raise NotAllowedNow("The last day lies between the first one and today. Correct it.")
    row.ended_on, row.outcome = on, said(outcome, "What came of it")
    row.save(update_fields=["ended_on", "outcome"])
    record(by=by, verb="ended", thing=row, after={"ended_on": on}, why=row.outcome)
    return row


@transaction.atomic
def name_forum(
    *,
    forum: Forum,
    text: str,
    by: User,
    started_on: date | None = None,
    ended_on: date | None = None,
) -> ForumName:
    """Say what else a board or meeting is or was called, and when.

    Raises:
        NotAllowed:    `by` may not.
        NotAllowedNow: it has ended, is called so already, or the days are out of order.
    """
    row = forum_of(forum, by)
    name = said(text, "The name")
    if started_on and ended_on and ended_on < started_on:
        raise NotAllowedNow("The last day is before the first. Correct one of them.")
    if row.names.filter(text__iexact=name, ended_on=None).exists():
        raise NotAllowedNow(f"{row} is called “{name}” already. Nothing was changed.")
    made = ForumName(forum=row, text=name, started_on=started_on, ended_on=ended_on)
    return added(made, by, "named", text=name, started_on=started_on, ended_on=ended_on)


@transaction.atomic
def seat(
    *,
    forum: Forum,
    of: Post | Person | PartnerOrganisation,
    rank: str,
    by: User,
    independent: bool = False,
    required: bool = False,
    started_on: date | None = None,
    invited_on: date | None = None,
) -> Seat:
    """Give a post, a person or a partner organisation a seat.

    Raises:
        NotAllowed:    `by` may not.
        NotAllowedNow: it has ended, has a chair already, they have a seat, or an officer of the
                       council is said to be independent.
    """
    row = forum_of(forum, by)
    same_authority(row.authority, of)
    field = {Post: "post", Person: "person", PartnerOrganisation: "partner"}[type(of)]
    if row.seats.current().filter(**{field: of}).exists():
        raise NotAllowedNow(f"{of} has a seat already. Nothing was changed.")
    if rank == Seat.Rank.CHAIR and row.seats.current().filter(rank=rank).exists():
        raise NotAllowedNow(f"{row} has a chair. End that first. Nothing was changed.")
    if independent and isinstance(of, Post) and of.kind != Post.Kind.INDEPENDENT:
        raise NotAllowedNow(f"“{of}” is no independent post. Nothing was changed.")
    made = Seat(
        forum=row,
        rank=rank,
        independent=independent,
        required=required,
        started_on=started_on,
        invited_on=invited_on,
        **{field: of},
    )
    return added(made, by, "seated", who=str(of), rank=rank, independent=independent)


@transaction.atomic
def accept_seat(*, seat: Seat, on: date, by: User) -> Seat:
    """Enter that whoever was invited accepted.

    Raises:
        NotAllowed:    `by` may not.
        NotAllowedNow: nobody was invited, or it is answered, or before the invitation.
    """
    forum_of(seat.forum, by)
    row = Seat.objects.select_for_update(of=("self",)).get(pk=seat.pk)
    if row.invited_on is None or row.answered_on is not None or on < row.invited_on:
        raise NotAllowedNow(
            f"{row.who} was not invited, has answered, or answers before that. Nothing was changed."
        )
    row.answered_on = on
    row.save(update_fields=["answered_on"])
    record(by=by, verb="accepted the seat", thing=row, after={"answered_on": on})
    return row


@transaction.atomic
def end_seat(*, seat: Seat, on: date, by: User) -> Seat:
    """End a seat; its last day.

    Raises:
        NotAllowed:    `by` may not.
        NotAllowedNow: it has ended, or ends before it began.
    """
    forum_of(seat.forum, by)
    row = Seat.objects.select_for_update(of=("self",)).get(pk=seat.pk)
    if row.ended_on is not None or (row.started_on and on < row.started_on):
        raise NotAllowedNow(f"{row.who}: the seat has ended, or would before it began.")
    row.ended_on = on
    row.save(update_fields=["ended_on"])
    record(by=by, verb="ended the seat", thing=row, after={"ended_on": on})
    return row


@transaction.atomic
def skip_day(*, forum: Forum, day: date, why: str, by: User) -> Skip:
    """Leave out one day of the cadence, with a reason.

    Raises:
        NotAllowed:    `by` may not.
        NotAllowedNow: there is no reason, or it is left out already.
    """
    row = forum_of(forum, by)
    reason = said(why, "Why it does not meet")
    if row.skips.filter(day=day).exists():
        raise NotAllowedNow("That day is left out already. Nothing was changed.")
    return added(Skip(forum=row, day=day, why=reason), by, "skipped", day=day, why=reason)


@transaction.atomic
def agree_terms(
    *, forum: Forum, upload: Upload, agreed_on: date, by: User, reconvened_on: date | None = None
) -> Terms:
    """Add the next version of the terms of reference.

    Raises:
        NotAllowed:    `by` may not.
        NotAllowedNow: it has ended, or the day is to come.
    """
    row = forum_of(forum, by)
    same_authority(row.authority, upload)
    if agreed_on > timezone.localdate():
        raise NotAllowedNow("They were agreed up to today. Correct the day.")
    made = Terms(
        forum=row,
        number=row.terms.count() + 1,
        upload=upload,
        agreed_on=agreed_on,
        reconvened_on=reconvened_on,
    )
    return added(made, by, "agreed terms of reference", number=made.number, agreed_on=agreed_on)


@transaction.atomic
def put_on_each_agenda(
    *, forum: Forum, title: str, kind: str, by: User, months: list[int] | None = None
) -> StandingItem:
    """Put something on each agenda, or on those of certain months (1 to 12).

    Raises:
        NotAllowed:    `by` may not.
        NotAllowedNow: it says nothing, stands there already, or a month is none.
    """
    row = forum_of(forum, by)
    name = said(title, "The item")
    chosen = sorted(set(months or []))
    if any(one not in range(1, 13) for one in chosen):
        raise NotAllowedNow("A month is a number from 1 to 12. Correct it.")
    if row.standing_items.filter(title__iexact=name, ended_on=None).exists():
        raise NotAllowedNow(f"“{name}” is on each agenda already. Nothing was changed.")
    made = StandingItem(forum=row, title=name, kind=kind, months=chosen)
    return added(made, by, "made a standing item", title=name, kind=kind, months=chosen)


def _fits(authority: Authority, about: About, row: Forum | None = None) -> None:
    name = said(about.name, "The name")
    same_authority(authority, about.reports_to)
    if about.kind not in Forum.Kind.values or not about.cadence_is_whole:
        raise NotAllowedNow(
            f"{name}: choose its kind, and say how often it meets with number, unit and first day, "
            "or leave all three empty."
        )
    same = authority.forums.open().filter(name__iexact=name)
    if (same.exclude(pk=row.pk) if row else same).exists():
        raise NotAllowedNow(f"“{name}” is in the register already. Nothing was changed.")


def _take(row: Forum, about: About) -> None:
    for field, value in vars(about).items():
        setattr(row, field, value.strip() if isinstance(value, str) else value)


def _no_circle(row: Forum, above: Forum | None) -> None:
    while above is not None:
        if above.pk == row.pk:
            raise NotAllowedNow(f"{row} would answer to itself. Nothing was changed.")
        above = above.reports_to
