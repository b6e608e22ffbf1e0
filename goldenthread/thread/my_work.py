"""Somebody's work of a day: each line says why it is theirs, the most urgent first."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from goldenthread.basics.days import without_weekday
from goldenthread.governance.models import NextStep
from goldenthread.people.deputising import stood_in_for
from goldenthread.people.models import RoleHolding, User
from goldenthread.people.models.holdings import covers
from goldenthread.people.models.visibility import holds_role
from goldenthread.people.permissions import VERBS, may
from goldenthread.people.roles import Role
from goldenthread.plans import rungs
from goldenthread.plans.actions.own import services
from goldenthread.plans.gathering import stands_of
from goldenthread.plans.models import (
    Action,
    Check,
    CheckRequest,
    DeadlineMove,
    EvidenceLink,
    EvidenceVersion,
    Plan,
    Reopening,
    Standing,
    ToSettle,
)
from goldenthread.plans.models.plan import Checker
from goldenthread.plans.seeing import Sight
from goldenthread.thread import (
    answered,
    asked,
    chasing,
    further,
    milestones,
    mine,
    recurring,
    rounds,
    unset,
    work,
)

OF_AUTHORITY = "action__plan__authority"
APPROVE = "plans.approve_extension"


def my_work(user: User, *, day: date) -> work.Work:
    """What waits for a user: to check, returned, to approve, overdue, due, to settle.

    Posts and teams mean whoever holds or manages them on the day.
    """
    lines, queued = _gathered(user, day)
    return work.in_order(lines, day=day, queued=queued)


def lines_of(user: User, *, day: date) -> list[work.Line]:
    """The same in no order, with what is due much later."""
    return _gathered(user, day)[0]


def _gathered(user: User, day: date) -> tuple[list[work.Line], int]:
    """The lines, and how many more queries wait for another week."""
    standings = list(mine.standings_of(user, day).order_by("action__plan_id", "action__order"))
    by_action = {row.action_id: row for row in _once(standings)}
    to_answer, queued = asked.to_answer(user, by_action)
    lines = [
        *_to_check(user, day),
        *_returned(user, set(by_action)),
        *_extensions(user),
        *_reopenings(user),
        *to_answer,
        *answered.drafts(user),
        *answered.entered(user, day),
        *_actions(standings, day),
        *_next_steps(user),
        *recurring.lines(by_action, day),
        *milestones.lines(by_action, day),
        *unset.lines(by_action, day),
        *chasing.lines(user, by_action, day),
        *_to_settle(user),
        *rounds.lines(standings, day),
        *further.lines(user, day),
        *_for_those_away(user, set(by_action), day),
    ]
    return lines, queued


def _to_check(user: User, day: date) -> Iterator[work.Line]:
    """Evidence that waits for this checker; the clock is the checkers', never the lead's.

    Whatever the gate has against them beside standing and filing is said when they open it.
    """
    for row in _requests(user, day):
        evidence = row.link.version.evidence
        asked = "You were asked" if row.of_id == user.pk else "The plan was given to you"
        yield work.Line(
            kind=work.TO_CHECK,
            thing="plans.evidencelink",
            id=row.link_id,
            action=row.link.test.action_id,
            council=evidence.plan.authority.code,
            plan=evidence.plan.public_id,
            label=evidence.public_id,
            text=evidence.title,
            why=f"{asked} to check it; {row.asked_by} asked on {without_weekday(row.asked_on)}.",
            due=row.due_on,
            clock=row.due_words or "Five working days from the day it was asked.",
            verb="plans.accept",
        )


def _requests(user: User, day: date) -> QuerySet[CheckRequest]:
    plan = "link__version__evidence__plan"
    given = Checker.objects.filter(covers(day), plan=OuterRef(plan), user=user)
    checks = holds_role(user, VERBS["plans.check"].roles, authority=f"{plan}__authority")
    filed = EvidenceVersion.objects.filter(
        Q(filed_by=user) | Q(filed_for__user=user), evidence=OuterRef("link__version__evidence")
    )
    stood = Standing.objects.filter(action=OuterRef("link__test__action"), person__user=user)
    return (
        CheckRequest.objects.visible_to(user)
        .waiting()
        .filter(Exists(given), checks, Q(of=user) | Q(of=None), link__withdrawn_at=None)
        .filter(~Exists(filed), ~Exists(stood), link__test__dropped_in=None)
        .select_related("link__version__evidence__plan__authority", "link__test", "asked_by")
        .order_by("pk")
    )


def _returned(user: User, actions: set[int]) -> Iterator[work.Line]:
    """Evidence that came back to who filed it, or to who stands in its action."""
    last = Check.objects.filter(link=OuterRef("pk")).order_by("-pk")
    asked = CheckRequest.objects.waiting().filter(link=OuterRef("pk"))
    filed = Q(version__filed_by=user) | Q(version__filed_for__user=user)
    rows = (
        EvidenceLink.objects.visible_to(user)
        .newest()
        .annotate(outcome=Subquery(last.values("outcome")[:1]))
        .filter(~Exists(asked), outcome=Check.Outcome.RETURNED, test__dropped_in=None)
        .filter(filed | Q(test__action__in=actions))
        .select_related("version__evidence__plan__authority", "version__filed_for", "test")
        .order_by("pk")
    )
    reasons = _reasons(rows)
    for row in rows:
        evidence, (on, note) = row.version.evidence, reasons[row.pk]
        own = user.pk in (row.version.filed_by_id, getattr(row.version.filed_for, "user_id", None))
        yield work.Line(
            kind=work.RETURNED,
            thing="plans.evidencelink",
            id=row.pk,
            action=row.test.action_id,
            council=evidence.plan.authority.code,
            plan=evidence.plan.public_id,
            label=evidence.public_id,
            text=f"Returned on {without_weekday(on)}: {note}",
            why="You filed it." if own else "You stand in its action.",
            verb="plans.new_version",
        )


def _reasons(rows: QuerySet[EvidenceLink]) -> dict[int, tuple[date, str]]:
    """When and why each was returned last."""
    checks = Check.objects.filter(link__in=[row.pk for row in rows]).order_by("pk")
    return {row.link_id: (row.day, row.note) for row in checks}


def _extensions(user: User) -> Iterator[work.Line]:
    """More time that was asked for and that this user, and not the asker, may approve."""
    stood = Action.objects.filter(Sight(user).stands_in()).values("pk")
    rows = DeadlineMove.objects.visible_to(user).filter(
        holds_role(user, VERBS[APPROVE].roles, authority=OF_AUTHORITY),
        kind=DeadlineMove.Kind.AGREED,
        state=DeadlineMove.State.ASKED,
        action__in=Action.objects.in_force().filter(same_as=None).values("pk"),
    )
    theirs = Q(asked_by=user) | Q(for_whom__user=user) | Q(action__in=stood)
    rows = rows.exclude(theirs).select_related("action__plan__authority", "asked_by").order_by("pk")
    for row in rows.annotate(whole=_whole(user, APPROVE, OF_AUTHORITY)):
        # Only whoever approves for a service alone pays for asking whose action it is.
        if not vars(row)["whole"] and not _is_of_service(row.action, user):
            continue
        yield work.Line(
            kind=work.TO_APPROVE,
            thing="plans.deadlinemove",
            id=row.pk,
            action=row.action_id,
            council=row.action.plan.authority.code,
            plan=row.action.plan.public_id,
            label=row.action.public_id,
            text=f"More time until {without_weekday(row.to)}: {row.reason}",
            why=f"{row.asked_by} asked for more time, and you may approve it.",
            verb=APPROVE,
        )


def _reopenings(user: User) -> Iterator[work.Line]:
    """Tests that are to change though evidence is filed; somebody else than the asker approves."""
    rows = Reopening.objects.visible_to(user).waiting()
    allowed = _whole(user, "plans.approve_reopening", "plan__authority")
    rows = rows.filter(allowed, plan__state=Plan.State.CURRENT, test__dropped_in=None)
    for row in rows.exclude(asked_by=user).select_related("plan__authority", "asked_by", "test"):
        yield work.Line(
            kind=work.TO_APPROVE,
            thing="plans.reopening",
            id=row.pk,
            action=row.test.action_id,
            council=row.plan.authority.code,
            plan=row.plan.public_id,
            label=row.plan.public_id,
            text=f"A test is to change: {row.test.text}",
            why=f"{row.asked_by} asked to change it, and you may approve it.",
            verb="plans.approve_reopening",
        )


def _whole(user: User, verb: str, authority: str) -> Exists:
    """The condition that the user may do a verb in the whole authority, not in a part of it."""
    holdings = RoleHolding.objects.current().filter(
        user=user,
        user__is_active=True,
        role__in=sorted(VERBS[verb].roles),
        authority=OuterRef(authority),
    )
    return Exists(holdings.filter(team=None, service=None, partner=None))


def _is_of_service(action: Action, user: User) -> bool:
    """Whether the user approves for a service of which somebody stands in the action."""
    places = services(action)
    return any(may(user, APPROVE, action.plan.authority, service=place) for place in places)


def _actions(standings: list[Standing], day: date) -> Iterator[work.Line]:
    """The actions in which the user stands and that are not closed, each once."""
    # Seen already; the standing of the ladder is asked for them alone.
    found = Action.objects.filter(pk__in={row.action_id for row in standings})
    stands = stands_of(found, day)
    days = {pk: one.last_day for pk, one in stands.items() if one.delivered not in rungs.CLOSED}
    for row in _once(standings):
        if row.action_id not in days:
            continue
        action, due = row.action, days[row.action_id]
        yield work.Line(
            kind=work.DUE if due is None else work.of_action(due, day),
            thing="plans.action",
            id=action.pk,
            action=action.pk,
            council=action.plan.authority.code,
            plan=action.plan.public_id,
            label=action.public_id,
            text=action.text,
            why=mine.why(row),
            due=due,
            verb="plans.add_update",
        )


def _for_those_away(user: User, own: set[int], day: date) -> Iterator[work.Line]:
    """The actions of those whom the user stands in for today, marked; never one of their own."""
    taken = set(own)
    for cover in stood_in_for(user, day):
        if cover.person.user is None:
            continue
        theirs = mine.standings_of(cover.person.user, day)
        here = theirs.filter(action__plan__authority=cover.person.authority_id)
        rows = here.filter(action__in=Action.objects.visible_to(user).values("pk"))
        lines = _actions(list(rows.exclude(action__in=taken).order_by("pk")), day)
        for line in lines:
            taken.add(line.id)
            yield replace(line, kind=work.FOR_AWAY, why=cover.why)


def _once(standings: list[Standing]) -> list[Standing]:
    """One standing an action, the most accountable."""
    ranks = (Standing.Rank.LEAD, Standing.Rank.CO_LEAD, Standing.Rank.DELEGATE)
    best: dict[int, Standing] = {}
    for row in sorted(standings, key=lambda one: ranks.index(Standing.Rank(one.rank))):
        best.setdefault(row.action_id, row)
    return list(best.values())


def _to_settle(user: User) -> Iterator[work.Line]:
    """One line a plan for the questions that imports left open, for improvement officers."""
    officer = holds_role(user, {Role.IMPROVEMENT_OFFICER}, authority="version__plan__authority")
    rows = (
        ToSettle.objects.visible_to(user)
        .open()
        .filter(officer)
        .order_by()
        .values(
            "version__plan",
            "version__plan__public_id",
            "version__plan__title",
            "version__plan__authority__code",
        )
        .annotate(count=Count("pk"))
    )
    for row in rows:
        count = row["count"]
        yield work.Line(
            kind=work.TO_SETTLE,
            thing="plans.plan",
            id=row["version__plan"],
            council=row["version__plan__authority__code"],
            plan=row["version__plan__public_id"],
            label=row["version__plan__public_id"],
            text=f"{count} {'question' if count == 1 else 'questions'} of “"
            f"{row['version__plan__title']}” to settle",
            why="You are an improvement officer, and the import left them open.",
            verb="plans.settle",
        )


def _next_steps(user: User) -> Iterator[work.Line]:
    """What a meeting agreed that the user does next, until they say that it is done."""
    steps = NextStep.objects.visible_to(user).open().filter(lead__user=user)
    for row in steps.select_related("item__meeting__forum").order_by("due_on", "pk"):
        meeting = row.item.meeting
        yield work.Line(
            kind=work.NEXT_STEP,
            thing="governance.nextstep",
            id=row.pk,
            label=str(meeting.forum),
            text=row.text,
            why=f"Agreed on {without_weekday(meeting.day)} as your next step.",
            due=row.due_on,
            verb="governance.follow",
        )
