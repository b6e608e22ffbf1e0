"""Queries and challenges: gathered by recommendation, gone further, by rule, and to answer."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

from django.db.models import Count, Q
from django.utils import timezone

from goldenthread.basics.calendars import ACTION_PLANS
from goldenthread.basics.clocks import within_working_days
from goldenthread.inspections.models import Recommendation
from goldenthread.people.models import Authority, User
from goldenthread.people.models.visibility import holds_role
from goldenthread.people.roles import Role
from goldenthread.plans import forecasting
from goldenthread.plans.models import (
    Action,
    ActionItem,
    Challenge,
    DeadlineMove,
    Delivery,
    ItemRecommendation,
    Query,
    QuerySettings,
    Standing,
)
from goldenthread.plans.models.queries import ChallengeQuerySet, QueryQuerySet, settings_of
from goldenthread.plans.querying import turns
from goldenthread.plans.seeing import Sight
from goldenthread.thread import mine, work
from goldenthread.thread.leads import leads_of

ANSWER, REPLY = "plans.answer_query", "plans.answer_challenge"
NOBODY_LEADS = "Nobody leads it, and you are an improvement officer."
NO_SERVICE, NO_WORKSTREAM = "No service is known", "No workstream"


@dataclass(frozen=True)
class Gathered:
    """The queries on actions that answer one recommendation, or none."""

    recommendation: Recommendation | None
    queries: tuple[Query, ...]


@dataclass(frozen=True, kw_only=True)
class Yield:
    """What became of a rule's queries: how many are open, and how many of each answer."""

    rule: str
    open: int
    waiting: int
    outcomes: Mapping[str, int]

    @classmethod
    def nothing(cls, rule: str) -> Self:
        """Of a rule that has asked nothing yet."""
        return cls(rule=rule, open=0, waiting=0, outcomes={})

    @property
    def answered(self) -> int:
        return sum(self.outcomes.values())

    @property
    def changed(self) -> int:
        """How many changed anything: what they asked about was corrected."""
        return self.outcomes.get(Query.Outcome.CORRECTED, 0) + self.outcomes.get(
            Query.Outcome.DATA_FAULT, 0
        )


def queries_of(authority: Authority, *, by: User) -> QueryQuerySet:
    """The queries on actions in force of an authority; without those that nobody was asked."""
    rows = Query.objects.visible_to(by).exclude(outcome=Query.Outcome.GONE)
    in_force = Action.objects.in_force().filter(plan__authority=authority)
    return rows.filter(action__in=in_force.values("pk")).select_related(
        "action__plan__authority", "to", "answered_by"
    )


def challenges_of(authority: Authority, *, by: User) -> ChallengeQuerySet:
    """The challenges on actions in force of an authority."""
    in_force = Action.objects.in_force().filter(plan__authority=authority)
    rows = Challenge.objects.visible_to(by).filter(action__in=in_force.values("pk"))
    return rows.select_related("action__plan__authority", "to", "by", "answered_by").order_by("pk")


def by_recommendation(queries: Sequence[Query], *, by: User) -> list[Gathered]:
    """Each query with the first recommendation that its action answers; those without last."""
    ties = ActionItem.objects.current().filter(action__in={row.action_id for row in queries})
    items = defaultdict(set)
    for tie in ties:
        items[tie.action_id].add(tie.item_id)
    links = (
        ItemRecommendation.objects.visible_to(by)
        .current()
        .filter(item__in={item for found in items.values() for item in found})
    )
    asked = defaultdict(list)
    for link in links.select_related("recommendation__inspection"):
        asked[link.item_id].append(link.recommendation)
    found: dict[int, list[Query]] = defaultdict(list)
    known: dict[int, Recommendation] = {}
    for row in queries:
        own = [one for item in items[row.action_id] for one in asked[item]]
        first = min(own, key=lambda one: (one.inspection_id, one.order), default=None)
        found[first.pk if first else 0].append(row)
        if first is not None:
            known[first.pk] = first
    order = sorted(known.values(), key=lambda one: (one.inspection_id, one.order))
    groups = [Gathered(one, tuple(found[one.pk])) for one in order]
    return groups + ([Gathered(None, tuple(found[0]))] if 0 in found else [])


def gone_further(
    authority: Authority, *, by: User, day: date
) -> dict[str, list[Query | Challenge]]:
    """What nobody answered in time: the director's list of the week, and the board's."""
    settings = settings_of(authority)
    found: dict[str, list[Query | Challenge]] = {turns.DIRECTOR: [], turns.BOARD: []}
    for row in [
        *queries_of(authority, by=by).asked().order_by("put_on", "pk"),
        *challenges_of(authority, by=by).open(),
    ]:
        who = turns.with_whom(asked_on(row), day, settings)
        if who in found:
            found[who].append(row)
    return found


def asked_on(row: Query | Challenge) -> date:
    """Since when it waits for an answer."""
    if isinstance(row, Query) and row.put_on is not None:
        return row.put_on
    return timezone.localtime(row.at).date()


def yields(authority: Authority, *, by: User) -> dict[str, Yield]:
    """What became of the queries of each rule, by its code. One query."""
    rows = queries_of(authority, by=by).order_by().values("rule", "outcome", "put_on")
    number: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows.annotate(count=Count("pk")):
        key = row["outcome"] or ("open" if row["put_on"] else "waiting")
        number[row["rule"]][key] += row["count"]
    return {
        rule: Yield(
            rule=rule,
            open=found.pop("open", 0),
            waiting=found.pop("waiting", 0),
            outcomes=dict(found),
        )
        for rule, found in number.items()
    }


def forecasts(
    authority: Authority, *, by: User, day: date
) -> list[tuple[str, list[forecasting.TurnedOut], int]]:
    """How the last forecasts of what is done turned out, by service and by workstream.

    Returns:
        For each of the two its name, its groups, and how many have too few people to be shown.
    """
    actions = Action.objects.visible_to(by).in_force().filter(plan__authority=authority)
    done = Delivery.objects.filter(action__in=actions.values("pk"), completed_on__isnull=False)
    rows = list(done.select_related("action__workstream"))
    last = _last_forecasts({row.action_id: row for row in rows})
    leads = leads_of({row.action_id for row in rows}, day)
    services, streams = [], []
    for row in rows:
        if row.action_id not in last or row.completed_on is None:
            continue
        lead = leads.get(row.action_id)
        ended = (lead.person if lead else None, last[row.action_id], row.completed_on)
        services.append(forecasting.Ended((lead.service if lead else "") or NO_SERVICE, *ended))
        streams.append(forecasting.Ended(str(row.action.workstream or NO_WORKSTREAM), *ended))
    return [
        ("By service", *forecasting.turned_out(services)),
        ("By workstream", *forecasting.turned_out(streams)),
    ]


def _last_forecasts(done: Mapping[int, Delivery]) -> dict[int, date]:
    """The last forecast of each action that was given before the day on which it was done."""
    moves = DeadlineMove.objects.filter(
        action__in=done, kind=DeadlineMove.Kind.FORECAST, item=None, milestone=None
    )
    found = {}
    for move in moves.order_by("pk"):
        completed_on = done[move.action_id].completed_on
        if completed_on and timezone.localtime(move.asked_at).date() <= completed_on:
            found[move.action_id] = move.to
    return found


def to_answer(user: User, standings: Mapping[int, Standing]) -> tuple[list[work.Line], int]:
    """What a user is to answer: queries on what they lead, and challenges that are to them.

    Args:
        standings: the one for which each action is the user's, by the action's id.

    Returns:
        The lines, and how many more queries wait for another week of the user.
    """
    led = {pk: row for pk, row in standings.items() if row.rank == Standing.Rank.LEAD}
    sight = Sight(user)
    of = "action__plan__authority"
    officer = holds_role(user, {Role.IMPROVEMENT_OFFICER}, authority=of, held=sight.held)
    in_force = Q(action__in=Action.objects.in_force().values("pk"))
    queries = Query.objects.seen_with(sight).open().filter(in_force)
    queries = queries.filter(Q(action__in=led) | officer & Q(to=None)).select_related(of)
    challenges = Challenge.objects.seen_with(sight).open().filter(in_force)
    challenges = challenges.filter(Q(to__user=user) | officer & Q(to=None)).exclude(by=user)
    found = list(queries.order_by("put_on", "pk"))
    asked = [row for row in found if row.put_on is not None]
    told: list[tuple[Query | Challenge, str, str, str]] = [
        (row, row.asked, _why(led.get(row.action_id)), ANSWER) for row in asked
    ]
    theirs = challenges.select_related(of, "by").order_by("pk")
    told += [(row, row.text, f"{row.by} asks you.", REPLY) for row in theirs]
    days = _days() if told else {}
    return [_line(*one, days) for one in told], len(found) - len(asked)


def _why(standing: Standing | None) -> str:
    return mine.why(standing) if standing else NOBODY_LEADS


def _days() -> dict[int, int]:
    """After how many working days what is unanswered goes further, where not as shipped."""
    return dict(QuerySettings.objects.values_list("authority_id", "director_after"))


def _line(
    row: Query | Challenge, text: str, why: str, verb: str, days: Mapping[int, int]
) -> work.Line:
    plan = row.action.plan
    after = days.get(plan.authority_id, turns.SHIPPED.director_after)
    due = within_working_days(asked_on(row), after, calendar=ACTION_PLANS).date
    return work.Line(
        kind=work.TO_ANSWER,
        thing=f"plans.{type(row).__name__.lower()}",
        id=row.pk,
        action=row.action_id,
        council=plan.authority.code,
        plan=plan.public_id,
        label=row.action.public_id,
        text=text,
        why=why,
        due=due,
        clock="After that day it goes on the director’s weekly list.",
        verb=verb,
    )
