"""The lines of My work that came by answering: drafts of mails, and what was entered for one."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from goldenthread.basics.days import LONDON, as_day, without_weekday
from goldenthread.people.models import User
from goldenthread.plans.actions.entering import last_day_to_correct
from goldenthread.plans.models import DraftUpdate, EvidenceVersion, Update
from goldenthread.thread import work

# Five working days are never more, not even over Christmas.
LONG_AGO = timedelta(days=21)
WHY_DRAFT = "You answered to a digest by mail. It is no update until you press “Use”."


def drafts(user: User) -> Iterator[work.Line]:
    """What somebody answered by mail and has neither used nor thrown away."""
    rows = DraftUpdate.objects.visible_to(user).waiting()
    for row in rows.select_related("action__plan__authority", "mail").order_by("pk"):
        kept = " What was attached is not kept: file it on the page." * row.mail.had_attachments
        yield work.Line(
            kind=work.DRAFT,
            thing="plans.draftupdate",
            id=row.pk,
            action=row.action_id,
            council=row.action.plan.authority.code,
            plan=row.action.plan.public_id,
            label=row.action.public_id,
            text=row.text,
            why=WHY_DRAFT + kept,
            verb="plans.update_own",
        )


def entered(user: User, day: date) -> Iterator[work.Line]:
    """Updates and evidence that somebody else entered for the user, while they may correct it."""
    # A moment and not a day: SQLite would read the day of every row in Python.
    since = datetime.combine(day - LONG_AGO, time.min, LONDON)
    updates = Update.objects.visible_to(user).filter(
        for_whom__user=user, at__gte=since, correction=None
    )
    updates = updates.exclude(by=user).select_related(
        "action__plan__authority", "item__plan__authority", "by"
    )
    for row in updates.order_by("pk"):
        line = _line(day, as_day(row.at), by=row.by, thing="plans.update", of=row)
        yield from line
    versions = EvidenceVersion.objects.visible_to(user).filter(
        filed_for__user=user, filed_at__gte=since, correction=None
    )
    versions = versions.exclude(filed_by=user).select_related(
        "evidence__plan__authority", "filed_by"
    )
    for version in versions.order_by("pk"):
        on = as_day(version.filed_at)
        yield from _line(day, on, by=version.filed_by, thing="plans.evidenceversion", of=version)


def _line(
    day: date, on: date, *, by: User, thing: str, of: Update | EvidenceVersion
) -> Iterator[work.Line]:
    until = last_day_to_correct(on)
    if until is not None and until < day:
        return
    place = of.of if isinstance(of, Update) else of.evidence
    until_words = f" until {without_weekday(until)}" if until else ""
    yield work.Line(
        kind=work.ENTERED,
        thing=thing,
        id=of.pk,
        action=of.action_id if isinstance(of, Update) else None,
        council=place.plan.authority.code,
        plan=place.plan.public_id,
        label=place.public_id,
        text=of.text if isinstance(of, Update) else of.evidence.title,
        why=f"{by} entered it for you on {without_weekday(on)}. You may correct it{until_words}.",
        verb="plans.correct_own",
    )
