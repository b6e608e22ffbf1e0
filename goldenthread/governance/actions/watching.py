"""Verbs on who watches what, and on themes that every team is to talk about."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils import timezone

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.governance.actions.rows import CASCADE, added, forum_of, said, same_authority
from goldenthread.governance.models import Cascade, CascadeHeld, Forum, Oversight
from goldenthread.inspections.models import Recommendation
from goldenthread.people.history import record
from goldenthread.people.models import Team, User
from goldenthread.people.permissions import may, require
from goldenthread.plans.models import Plan
from goldenthread.sources.models import Upload


@transaction.atomic
def let_watch(
    *,
    forum: Forum,
    of: Plan | Recommendation,
    times: int,
    by: User,
    months: int = 12,
    printed: str = "",
    since: date | None = None,
) -> Oversight:
    """Let a board or meeting watch a plan or a recommendation, so often in so many months.

    Raises:
        NotAllowed:    `by` may not, or does not see it.
        NotAllowedNow: it watches it already, or a number is below one.
    """
    row = forum_of(forum, by)
    same_authority(row.authority, of)
    if not type(of).objects.visible_to(by).filter(pk=of.pk).exists():
        raise NotAllowed(f"You do not see {of}. Nothing was changed.")
    field = "plan" if isinstance(of, Plan) else "recommendation"
    if times < 1 or months < 1 or row.watches.filter(ended_on=None, **{field: of}).exists():
        raise NotAllowedNow(f"{row} watches {of} already, or a number is below one.")
    made = Oversight(
        forum=row,
        times=times,
        months=months,
        printed=printed,
        started_on=since or timezone.localdate(),
        **{field: of},
    )
    return added(made, by, "watches", of=str(of), times=times, months=months)


@transaction.atomic
def end_watching(*, oversight: Oversight, on: date, why: str, by: User) -> Oversight:
    """A board or meeting no longer watches something.

    Raises:
        NotAllowed:    `by` may not.
        NotAllowedNow: it has ended, ends before it began, or there is no reason.
    """
    forum_of(oversight.forum, by)
    row = Oversight.objects.select_for_update(of=("self",)).get(pk=oversight.pk)
    if row.ended_on is not None or on < row.started_on:
        raise NotAllowedNow("It has ended already, or would before it began.")
    row.ended_on = on
    row.save(update_fields=["ended_on"])
    record(by=by, verb="ended", thing=row, after={"ended_on": on}, why=said(why, "Why"))
    return row


@transaction.atomic
def cascade(*, forum: Forum, theme: str, teams: Iterable[Team], by: User) -> Cascade:
    """Ask each of these teams to talk about a theme on a team meeting of its own.

    Raises:
        NotAllowed:    `by` may not.
        NotAllowedNow: no team is chosen, or the theme runs already.
    """
    row = forum_of(forum, by)
    chosen, name = list(teams), said(theme, "The theme")
    same_authority(row.authority, *chosen)
    if not chosen or row.cascades.filter(theme__iexact=name, ended_on=None).exists():
        raise NotAllowedNow("Choose at least one team, for a theme that does not run already.")
    made = added(
        Cascade(forum=row, theme=name, started_on=timezone.localdate()),
        by,
        "asked every team",
        theme=name,
        teams=sorted(team.name for team in chosen),
    )
    made.teams.set(chosen)
    return made


@transaction.atomic
def team_held(
    *,
    cascade: Cascade,
    team: Team,
    day: date,
    by: User,
    minute: str = "",
    upload: Upload | None = None,
) -> CascadeHeld:
    """Enter that a team has talked about a theme, with its minute in words or as a file.

    Raises:
        NotAllowed:    `by` may neither for every team nor for this one.
        NotAllowedNow: the team is not asked or has held it, the day is to come or before it was
                       asked, or there is no minute.
    """
    row = Cascade.objects.select_for_update(of=("self",)).visible_to(by).get(pk=cascade.pk)
    if not may(by, CASCADE, row.authority):
        require(by, CASCADE, row.authority, team=team)
    if not row.teams.filter(pk=team.pk).exists() or row.held.filter(team=team).exists():
        raise NotAllowedNow(f"{team} was not asked, or has held it. Nothing was changed.")
    if not row.started_on <= day <= timezone.localdate() or not (minute.strip() or upload):
        raise NotAllowedNow(
            "Add the minute, as words or a file, and a day from when it was asked up to today."
        )
    same_authority(row.authority, upload)
    made = CascadeHeld(
        cascade=row,
        team=team,
        day=day,
        minute=minute.strip(),
        upload=upload,
        recorded_by=by,
        recorded_at=timezone.now(),
    )
    return added(made, by, "held", team=team.name, day=day)
