"""Fetches the facts of actions as of a day: a constant number of queries for any number."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Protocol

from django.db.models import Q
from django.utils import timezone

from goldenthread.people.models import Authority
from goldenthread.people.models.holdings import covers
from goldenthread.plans import deadlines, impacts, keeping, recurring, rungs, status
from goldenthread.plans.models import (
    Action,
    ActionItem,
    CheckRequest,
    DatedOccurrence,
    Deadline,
    DeadlineMove,
    Delivery,
    EvidenceLink,
    Impact,
    JudgedStatus,
    MeasureLink,
    PracticePeriod,
    StatusRules,
    Test,
)
from goldenthread.plans.standing import Stands
from goldenthread.plans.telling import Told, told_of


class Pointer(Protocol):
    """What says of an action which one it is, and to which it only points."""

    @property
    def pk(self) -> int: ...

    @property
    def same_as_id(self) -> int | None: ...


IMMEDIATE = "immediate"


def rules_of(authority: Authority, day: date) -> status.Rules:
    """An authority's rules of a day; the shipped ones where it has none."""
    return rules_by_authority(day).get(authority.pk, status.SHIPPED)


def rules_by_authority(day: date) -> dict[int, status.Rules]:
    """The rules of each authority that has its own on a day."""
    rows = StatusRules.objects.approved().filter(covers(day))
    return {row.authority_id: status.rules_in_force(row.content) for row in rows}


def facts_of(actions: Iterable[Action], day: date) -> dict[int, status.Facts]:
    """The facts of each action by its id; a row that points to another has that one's."""
    return {pk: stands.facts for pk, stands in stands_of(actions, day).items()}


def stands_of(actions: "Iterable[Action | Pointer]", day: date) -> dict[int, Stands]:
    """Where each action stands, by its id; a row that points to another stands where it does.

    Costs a constant number of queries for any number of actions.

    Args:
        actions: rows, or anything with their `pk` and `same_as_id`.
    """
    acts = {row.pk: row.same_as_id or row.pk for row in actions}
    found = keeping.kept_or_worked_out(
        sorted(set(acts.values())), day, lambda ids: _worked_out(ids, day)
    )
    return {pk: found[target] for pk, target in acts.items()}


def _worked_out(ids: list[int], day: date) -> dict[int, Stands]:
    rows = {row.pk: row for row in Action.objects.filter(pk__in=ids).select_related("plan")}
    rules = rules_by_authority(day)
    sources = _Sources(ids, day)
    return {
        pk: sources.stands(row, rules.get(row.plan.authority_id, status.SHIPPED))
        for pk, row in rows.items()
    }


class _Sources:
    """All rows that the facts of some actions follow from, by action."""

    def __init__(self, ids: list[int], day: date) -> None:
        self.day = day
        of_action = {"action__in": ids}
        self.delivery = {row.action_id: row for row in Delivery.objects.filter(**of_action)}
        self.tests = _by_action(Test.objects.current().filter(**of_action))
        self.accepted, self.waiting = _accepted(ids, day), _waiting(ids)
        upheld = EvidenceLink.objects.upheld().filter(test__action__in=ids)
        self.contradicted = set(upheld.values_list("test_id", flat=True))
        self.own = _by_action(
            Deadline.objects.current().filter(**of_action).select_related("version")
        )
        self.served = _served(ids)
        self.moves = _by_action(DeadlineMove.objects.filter(**of_action).order_by("pk"))
        self.periods = _by_action(
            PracticePeriod.objects.standing().filter(**of_action, ends_before__lte=day)
        )
        said = Impact.objects.filter(**of_action).order_by("pk")
        figures = said.select_related("value", "baseline", "target__baseline")
        self.impact = {row.action_id: row for row in figures}
        self.links = _links(ids)
        judged = JudgedStatus.objects.standing().filter(**of_action)
        self.judged = {row.action_id: row for row in judged}
        self.held = _held(ids)
        self.told = told_of(ids)

    def stands(self, row: Action, rules: status.Rules) -> Stands:
        return Stands(self._facts(row, rules), rules)

    def _facts(self, row: Action, rules: status.Rules) -> status.Facts:
        pk = row.pk
        delivery = self.delivery.get(pk) or Delivery(action=row)
        given = [*self.own[pk], *self.served[pk]]
        moves = [move for move in self.moves[pk] if move.milestone_id is None]
        agreed = [deadlines.Move(move.to, move.item_id) for move in moves if _is_agreed(move)]
        forecasts = [
            move.to
            for move in moves
            if move.kind == DeadlineMove.Kind.FORECAST and move.item_id is None
        ]
        judged, told = self.judged.get(pk), self.told.get(pk, Told())
        return status.Facts(
            day=self.day,
            standing=self._standing(row, delivery, rules),
            starts_on=delivery.starts_on,
            due=deadlines.due([deadlines.as_given(one) for one in given], agreed),
            at_once=_at_once(row, given),
            missed=recurring.late_since(self.held[pk], self.day, grace=rules.grace_days),
            forecast=forecasts[-1] if forecasts else None,
            way_forward=bool(delivery.way_forward.strip()),
            updated_on=told.on or _recorded(row),
            no_changes=told.no_changes,
            local_date=any(one.action_id and one.source == "local" and one.due for one in given)
            or bool(agreed),
            waiting_since=self.waiting.get(pk),
            judged=judged.colour if judged else "",
            raised_from=judged.raised_from if judged else "",
            judged_why=judged.reason if judged else "",
        )

    def _standing(self, row: Action, delivery: Delivery, rules: status.Rules) -> rungs.Standing:
        periods = [
            rungs.PeriodFacts(
                first_day=one.first_day,
                ends_before=one.ends_before,
                in_standard=one.in_standard,
                entered_on=timezone.localtime(one.at).date(),
                count=one.count,
            )
            for one in self.periods[row.pk]
        ]
        completed_on = delivery.completed_on
        impact = self.impact.get(row.pk)
        return rungs.Standing(
            delivery=self._step(delivery),
            tests=tuple(
                rungs.TestFacts(
                    kind=test.kind,
                    counted=self.accepted.get(test.pk, 0),
                    quantity=test.quantity,
                    contradicted=test.pk in self.contradicted,
                )
                for test in self.tests[row.pk]
            ),
            run=rungs.run(periods, completed_on=completed_on, day=self.day),
            longest=rungs.longest(periods, completed_on=completed_on),
            needed=rules.periods,
            impact=impact.state if impact else "",
            measured=impact is not None and self._holds(impact, completed_on),
        )

    def _step(self, delivery: Delivery) -> str:
        """The step of delivery; what is done on a later day is in progress until then."""
        done = delivery.completed_on
        return rungs.IN_PROGRESS if done is not None and done > self.day else delivery.state

    def _holds(self, row: Impact, completed_on: date | None) -> bool:
        value, before = row.value, row.baseline
        return impacts.holds(
            impacts.ImpactFacts(
                state=row.state,
                number=row.number,
                figure=value.number if value and value.is_measured else None,
                before=before.number if before and before.is_measured else None,
                expected=self.links.get((row.action_id, value.measure_id), ()) if value else (),
                tells_until=min(value.as_at, value.period_to) if value else None,
                completed_on=completed_on,
                alike=_alike(row),
            )
        )


def _alike(row: Impact) -> bool:
    """Whether what an impact is compared with is like its figure: the one before, or the target."""
    value, before, target = row.value, row.baseline, row.target
    if value is None:
        return True
    part = (value.measure_id, value.team_id, value.group)
    if row.state == Impact.State.SUSTAINED and target is not None:
        group = target.baseline.group if target.baseline else ""
        own = (target.measure_id, target.team_id, group)
        return part == own or (target.each_group and part[0] == own[0])
    return before is None or (
        part == (before.measure_id, before.team_id, before.group) and before.as_at < value.as_at
    )


def _links(ids: list[int]) -> dict[tuple[int, int], set[str]]:
    """In which directions a measure of impact is expected to go, by action and measure."""
    serving = _serving(ids)
    found: dict[tuple[int, int], set[str]] = defaultdict(set)
    of_either = Q(action__in=ids) | Q(item__in=list(serving))
    for row in MeasureLink.objects.of_impact().filter(of_either):
        own = [row.action_id] if row.action_id else serving[row.item_id or 0]
        for action in own:
            found[action, row.measure_id].add(row.expected)
    return found


def _accepted(ids: list[int], day: date) -> dict[int, int]:
    """How many are accepted, by test: pieces of evidence, or the numbers that a test wants."""
    found: dict[int, int] = defaultdict(int)
    rows = EvidenceLink.objects.accepted(day).filter(test__action__in=ids)
    for test, wanted, quantity in rows.values_list("test_id", "test__quantity", "quantity"):
        found[test] += 1 if wanted is None else quantity or 0
    return found


def _waiting(ids: list[int]) -> dict[int, date]:
    """Since when the first open request for a check waits, by action."""
    found: dict[int, date] = {}
    open_requests = CheckRequest.objects.waiting().filter(
        link__in=EvidenceLink.objects.waiting(), link__test__action__in=ids
    )
    for action, asked in open_requests.values_list("link__test__action_id", "asked_on"):
        if action is not None:
            found[action] = min(asked, found.get(action, asked))
    return found


def _served(ids: list[int]) -> dict[int, list[Deadline]]:
    """The deadlines of the items that each action serves."""
    serving = _serving(ids)
    items = Deadline.objects.current().filter(action=None, item__in=list(serving))
    rows: dict[int, list[Deadline]] = defaultdict(list)
    for row in items.select_related("version"):
        for action in serving[row.item_id or 0]:
            rows[action].append(row)
    return rows


def _serving(ids: list[int]) -> dict[int, list[int]]:
    """Which of the actions serve an item, by item."""
    found: dict[int, list[int]] = defaultdict(list)
    ties = ActionItem.objects.current().filter(action__in=ids)
    for item, action in ties.values_list("item_id", "action_id"):
        found[item].append(action)
    return found


def _held(ids: list[int]) -> dict[int, list[recurring.Held]]:
    """The occurrences of each action whose own comes again."""
    found: dict[int, list[recurring.Held]] = defaultdict(list)
    rows = DatedOccurrence.objects.filter(recurrence__action__in=ids)
    for row in rows.select_related("recurrence"):
        found[row.recurrence.action_id].append(row.held)
    return found


def _by_action(rows: Iterable[Any]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.action_id].append(row)
    return found


def _is_agreed(move: DeadlineMove) -> bool:
    return (move.kind, move.state) == (DeadlineMove.Kind.AGREED, DeadlineMove.State.APPROVED)


def _at_once(row: Action, given: Sequence[Deadline]) -> date | None:
    """Since when 'immediately' counts: the anchor, the day of the version, or of recording."""
    since = [
        one.anchor or (one.version.day if one.version else None) or _recorded(row)
        for one in given
        if one.reading == IMMEDIATE and one.due is None
    ]
    return min(since, default=None)


def _recorded(row: Action) -> date:
    return timezone.localtime(row.plan.recorded_at).date()
