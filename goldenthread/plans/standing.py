"""Rung, colour and marks in SQL: the same as `rungs`, `status` and `marks` say of the facts.

A list asks them in one query. A row that only points to another action has that one's.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Coalesce, TruncDate

from goldenthread.people.models.holdings import covers
from goldenthread.plans import rungs, status
from goldenthread.plans.status import Rules

DAY = models.DateField()
WORD = models.CharField()


def annotate(actions: QuerySet[Any], day: date) -> QuerySet[Any]:
    """Add to each action, as of a day:

    `delivered` (step), `starts`, `due_on`, `forecast_on`, `is_late`, `rung` (None where it was
    replaced), `worked_out` and `colour`, and the marks `is_silent`, `has_local_date`,
    `waiting_since`, `is_tested` and `only_done`.
    """
    rules = {
        row.authority_id: status.read_rules(row.content)
        for row in _rows("StatusRules").filter(covers(day))
    }
    found = actions.annotate(acts=Coalesce(F("same_as_id"), F("id")))
    found = found.annotate(**_delivery(), **_days(), **_tests(day), **_practice(day), **_told())
    found = found.annotate(
        last_day=Coalesce("due_on", _earlier("at_once", "at_once_of_item"), output_field=DAY)
    )
    found = found.annotate(
        is_late=_as_bool(~Q(delivered__in=rungs.CLOSED) & Q(last_day__lt=day)),
        in_a_row=Coalesce(_run(day), 0),
    )
    found = found.annotate(rung=_by_authority(rules, _rung, models.IntegerField()))
    found = found.annotate(
        worked_out=_by_authority(rules, lambda one: _colour(one, day), WORD),
        is_silent=_by_authority(rules, lambda one: _silent(one, day), models.BooleanField()),
    )
    shown: QuerySet[Any] = found.annotate(colour=_judged())
    return shown


def _rows(model: str) -> Any:
    # Asked by name: the tables ask here, so they cannot be imported.
    return apps.get_model("plans", model)._default_manager.all()


def _of(model: str) -> Any:
    return _rows(model).filter(action=OuterRef("acts"))


def _first(rows: Any, field: str, kind: models.Field[Any, Any]) -> Subquery:
    return Subquery(rows.values(field)[:1], output_field=kind)


def _as_bool(condition: Q) -> Case:
    return Case(When(condition, then=True), default=False, output_field=models.BooleanField())


def _delivery() -> dict[str, Any]:
    rows = _of("Delivery")
    return {
        "delivered": Coalesce(_first(rows, "state", WORD), Value(rungs.NOT_STARTED)),
        "starts": _first(rows, "starts_on", DAY),
        "way": _as_bool(Q(Exists(rows.filter(way_forward__regex=r"\S")))),
    }


def _days() -> dict[str, Any]:
    moves = _of("DeadlineMove").filter(item=None, milestone=None)
    own = _rows("Deadline").current().filter(action=OuterRef("acts"))
    local, theirs = own.filter(source="local"), own.filter(source="inspectorate")
    agreed = _of("DeadlineMove").filter(milestone=None).agreed()
    return {
        "due_on": Coalesce(
            _first(moves.agreed(), "to", DAY),
            _earliest(local.filter(item=None)),
            _extended(local),
            _earliest(theirs.filter(item=None)),
            _extended(theirs),
            _earliest(_of_items()),
        ),
        "at_once": _since(own),
        "at_once_of_item": _since(_of_items()),
        "forecast_on": _first(moves.forecasts(), "to", DAY),
        "has_local_date": _as_bool(Q(Exists(local.filter(due__isnull=False))) | Q(Exists(agreed))),
    }


def _of_items() -> Any:
    """The deadlines of the items that an action serves."""
    ties = _rows("ActionItem").current().filter(action=OuterRef(OuterRef("acts")))
    serving = Exists(ties.filter(item=OuterRef("item")))
    return _rows("Deadline").current().filter(serving, action=None)


def _earliest(rows: Any) -> Subquery:
    return _first(rows.filter(due__isnull=False).order_by("due"), "due", DAY)


def _extended(rows: Any) -> Subquery:
    """The earliest day for an item, each as its last extension has it."""
    moved = _rows("DeadlineMove").filter(
        action=OuterRef("action"), item=OuterRef("item"), milestone=None
    )
    extended = rows.filter(item__isnull=False, due__isnull=False).annotate(
        counts=Coalesce(_first(moved.agreed(), "to", DAY), "due")
    )
    return _first(extended.order_by("counts"), "counts", DAY)


def _earlier(one: str, other: str) -> Case:
    """The earlier of two days; the one that is there, where the other is not."""
    first = Q(**{f"{other}__isnull": True}) | Q(**{f"{one}__lte": F(other)})
    return Case(When(first, then=F(one)), default=F(other), output_field=DAY)


def _since(rows: Any) -> Coalesce:
    """Since when 'immediately' counts."""
    printed = rows.filter(reading="immediate", due=None).annotate(
        since=Coalesce("anchor", "version__day")
    )
    return Coalesce(
        _first(printed.exclude(since=None).order_by("since"), "since", DAY),
        Case(When(Exists(printed), then=_recorded()), default=None, output_field=DAY),
    )


def _recorded() -> Coalesce:
    return Coalesce(TruncDate("same_as__plan__recorded_at"), TruncDate("plan__recorded_at"))


def with_met(tests: QuerySet[Any], day: date) -> QuerySet[Any]:
    """Add to tests how many are accepted (`counted`), and whether that is enough (`is_met`)."""
    links = _rows("EvidenceLink").accepted(day).filter(test=OuterRef("pk")).order_by()
    each = Case(
        When(test__quantity=None, then=1),
        default=Coalesce("quantity", 0),
        output_field=models.IntegerField(),
    )
    summed = links.values("test").annotate(n=Sum(each)).values("n")
    counted = tests.annotate(
        counted=Coalesce(Subquery(summed, output_field=models.IntegerField()), 0)
    )
    enough = _as_bool(Q(counted__gte=Coalesce("quantity", 1)))
    met: QuerySet[Any] = counted.annotate(is_met=enough)
    return met


def _tests(day: date) -> dict[str, Any]:
    tests = _rows("Test").current().filter(action=OuterRef("acts"))
    counted = with_met(tests, day)
    met, open_ = counted.filter(is_met=True), counted.filter(is_met=False)
    asked = (
        _rows("CheckRequest")
        .waiting()
        .filter(
            link__in=_rows("EvidenceLink").waiting().values("pk"),
            link__test__action=OuterRef("acts"),
        )
    )
    return {
        "checked": _as_bool(
            Q(Exists(tests.filter(kind="done"))) & ~Q(Exists(open_.filter(kind="done")))
        ),
        "practised": _as_bool(Q(Exists(met.filter(kind="practice")))),
        "differed": _as_bool(Q(Exists(met.filter(kind="difference")))),
        "is_tested": _as_bool(Q(Exists(tests))),
        "only_done": _as_bool(Q(Exists(tests)) & ~Q(Exists(tests.exclude(kind="done")))),
        "waiting_since": _first(asked.order_by("asked_on"), "asked_on", DAY),
    }


def _practice(day: date) -> dict[str, Any]:
    """When the last run of periods in standard began; nothing if the last one was not."""
    periods = _of("PracticePeriod").standing().filter(ends_before__lte=day)
    before = (
        _rows("PracticePeriod")
        .standing()
        .filter(action=OuterRef("action"), ends_before=OuterRef("first_day"), in_standard=True)
    )
    begins = periods.filter(~Exists(before), in_standard=True).order_by("-first_day")
    last = _first(periods.order_by("-first_day"), "in_standard", models.BooleanField())
    impact = _of("Impact").order_by("-pk")
    return {
        "run_from": _first(begins, "first_day", DAY),
        "last_in_standard": Coalesce(last, False),
        "impact_now": Coalesce(_first(impact, "state", WORD), Value("")),
        "impact_holds": Coalesce(
            _first(impact.with_holds(), "figure_holds", models.BooleanField()), False
        ),
    }


def _run(day: date) -> Subquery:
    periods = (
        _of("PracticePeriod")
        .standing()
        .filter(ends_before__lte=day, in_standard=True, first_day__gte=OuterRef("run_from"))
    )
    counted = periods.order_by().values("action").annotate(n=Count("pk")).values("n")
    return Subquery(counted, output_field=models.IntegerField())


def _told() -> dict[str, Any]:
    said = _of("Update").annotate(on=Coalesce("said_on", TruncDate("at"))).order_by("-on")
    judged = _of("JudgedStatus").standing()
    return {
        "updated_on": Coalesce(_first(said, "on", DAY), _recorded()),
        "judged": Coalesce(_first(judged, "colour", WORD), Value("")),
        "raised_from": Coalesce(_first(judged, "raised_from", WORD), Value("")),
    }


def _by_authority(
    rules: dict[int, Rules], make: Callable[[Rules], Any], kind: models.Field[Any, Any]
) -> Any:
    """What follows from the rules of the action's authority."""
    if not rules:
        return make(status.SHIPPED)
    cases = [When(plan__authority=pk, then=make(one)) for pk, one in rules.items()]
    return Case(*cases, default=make(status.SHIPPED), output_field=kind)


def _rung(rules: Rules) -> Case:
    embedded = Q(practised=True, last_in_standard=True, in_a_row__gte=rules.periods)
    shown = Q(differed=True, impact_holds=True, impact_now__in=rungs.BETTER)
    return Case(
        When(delivered__in=rungs.REPLACED, then=None),
        When(delivered__in=rungs.NOT_BEGUN, then=0),
        When(~Q(delivered=rungs.DONE), then=1),
        When(checked=False, then=2),
        When(~embedded, then=3),
        When(~shown, then=4),
        default=5,
        output_field=models.IntegerField(),
    )


def _colour(rules: Rules, day: date) -> Case:
    cases = [When(delivered__in=rungs.REPLACED, then=Value(status.NONE))]
    for rule in rules.rules:
        for condition in rule.when:
            if condition == status.REST:
                return Case(*cases, default=Value(rule.colour), output_field=WORD)
            cases.append(When(_holds(condition, rules, day), then=Value(rule.colour)))
    raise ValueError("The last rule is not for the rest.")


def _holds(condition: str, rules: Rules, day: date) -> Q:
    blocked = Q(delivered=rungs.BLOCKED)
    slip = models.ExpressionWrapper(
        F("due_on") + Value(timedelta(days=rules.slip_days)), output_field=DAY
    )
    held = {
        status.NOT_DUE: Q(delivered=rungs.NOT_STARTED, starts__gt=day),
        status.TO_BE_AGREED: Q(delivered=rungs.TO_BE_AGREED),
        status.PAST: Q(is_late=True),
        status.NO_WAY: blocked & Q(way=False),
        status.SLIPS: ~Q(delivered__in=rungs.CLOSED) & Q(forecast_on__gt=slip),
        status.WAY: blocked & Q(way=True),
        status.HIGH: Q(rung__gte=4),
    }
    return held[condition]


def _silent(rules: Rules, day: date) -> Case:
    last = day - timedelta(days=rules.silence_days)
    speaks = ~Q(delivered__in=(*rungs.CLOSED, rungs.TO_BE_AGREED))
    begun = Q(starts__isnull=True) | Q(starts__lte=day)
    return _as_bool(speaks & begun & Q(updated_on__lt=last))


def _judged() -> Case:
    """The colour that shows: a raise while it counts, else the worse of the two."""
    worse = {
        colour: [one for one, rank in status.RANKS.items() if rank > status.RANKS[colour]]
        for colour in (status.RED, status.AMBER, status.GREEN)
    }
    lowered = [
        When(judged=colour, raised_from="", worked_out__in=better, then=Value(colour))
        for colour, better in worse.items()
    ]
    raised = When(~Q(raised_from="") & Q(raised_from=F("worked_out")), then=F("judged"))
    return Case(raised, *lowered, default=F("worked_out"), output_field=WORD)
