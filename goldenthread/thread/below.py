"""What hangs on the actions of a chain: tests, evidence, checks and figures, as a user sees them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from goldenthread.people.models import User
from goldenthread.plans import rungs
from goldenthread.plans.gathering import stands_of
from goldenthread.plans.models import (
    Action,
    AsReported,
    Check,
    CheckRequest,
    EvidenceLink,
    Impact,
    Standing,
    Test,
)
from goldenthread.plans.standing import Stands
from goldenthread.thread import telling
from goldenthread.thread.figures import in_words
from goldenthread.thread.naming import Naming
from goldenthread.thread.scope import Scope

MINUTE = "minute"  # how the codes of the kinds of evidence begin that are minutes
ON_FILE = {
    AsReported.Claims.FULL: "evidence is reported on file in the document, not seen here",
    AsReported.Claims.PART: "part of the evidence is reported on file in the document, not seen here",
}


@dataclass(frozen=True)
class Below:
    """The rows below the actions of a chain, each list in the order of the plan."""

    doing: tuple[telling.Doing, ...]
    shown: tuple[telling.Shown, ...]
    filed: tuple[telling.Filed, ...]
    measured: tuple[telling.Measured, ...]


def below(scope: Scope, by: User, day: date, naming: Naming) -> Below:
    """All that hangs on the actions of a chain. A constant number of queries."""
    actions = list(
        Action.objects.visible_to(by)
        .filter(pk__in=scope.actions)
        .select_related("version__recorded_by")
        .order_by("plan_id", "order")
    )
    tests = _tests(actions, scope, by)
    met = set(
        Test.objects.filter(pk__in=[test.pk for test in tests])
        .shown(day)
        .values_list("pk", flat=True)
    )
    filed, claims = _filed(tests, by, day, naming), _claims(actions)
    shown = tuple(_shown(test, met, filed, claims) for test in tests)
    stands = stands_of(actions, day)
    doing = _doing(actions, shown, stands, day, naming)
    return Below(doing, shown, filed, _measured(actions, stands, by, naming))


def _tests(actions: list[Action], scope: Scope, by: User) -> list[Test]:
    of = Q(action__in=actions) | Q(item__in=scope.items)
    return list(Test.objects.visible_to(by).current().filter(of).order_by("pk"))


def _shown(
    test: Test, met: set[int], filed: Iterable[telling.Filed], claims: dict[int, str]
) -> telling.Shown:
    counted = sum(row.quantity for row in filed if row.test == test.pk and row.state == "accepted")
    return telling.Shown(
        id=test.pk,
        label=f"Test {test.number}",
        text=test.text,
        action=test.action_id,
        kind=test.kind,
        confirmed=not test.kind_proposed,
        met=test.pk in met,
        wanted=test.quantity,
        accepted=counted,
        claim=claims.get(test.action_id or 0, ""),
    )


def _claims(actions: list[Action]) -> dict[int, str]:
    """What the document says is on file, by action. The actions are seen already."""
    rows = AsReported.objects.current().filter(
        action__in=actions, column=AsReported.Column.EVIDENCE, claims__in=ON_FILE
    )
    return {
        row.action_id: ON_FILE[AsReported.Claims(row.claims)]
        for row in rows
        if row.action_id is not None
    }


def _doing(
    actions: list[Action],
    shown: Iterable[telling.Shown],
    stands: Mapping[int, Stands],
    day: date,
    naming: Naming,
) -> tuple[telling.Doing, ...]:
    leads = {
        row.action_id: naming.of(row.person) if row.person else row.who
        for row in Standing.objects.current()
        .on(day)
        .filter(action__in=actions, rank=Standing.Rank.LEAD)
        .select_related("person", "post", "team", "partner")
    }
    return tuple(
        _one(action, shown, leads.get(action.pk, ""), stands[action.pk], naming)
        for action in actions
    )


def _one(
    action: Action, shown: Iterable[telling.Shown], lead: str, stands: Stands, naming: Naming
) -> telling.Doing:
    rung, step = stands.rung, stands.delivered
    done = [row for row in shown if row.action == action.pk and row.kind == Test.Kind.DONE]
    return telling.Doing(
        id=action.pk,
        label=action.public_id,
        text=action.text,
        by=naming.of(action.version.recorded_by) if action.version else "",
        on=action.version.recorded_at.date() if action.version else None,
        rung=rung or 0,
        stands=step if rung is None or rung <= 1 else rungs.NAMES[rung],
        lead=lead,
        completed=step in rungs.CLOSED,
        can_complete=bool(done) and all(row.met for row in done),
    )


def _filed(tests: list[Test], by: User, day: date, naming: Naming) -> tuple[telling.Filed, ...]:
    rows = list(
        EvidenceLink.objects.visible_to(by)
        .newest()
        .filter(test__in=tests)
        .select_related("test", "version__evidence", "version__filed_by", "version__filed_for")
        .order_by("pk")
    )
    accepted = set(
        EvidenceLink.objects.accepted(day)
        .filter(pk__in=[row.pk for row in rows])
        .values_list("pk", flat=True)
    )
    checks = {
        row.link_id: row
        for row in Check.objects.filter(link__in=rows).select_related("person").order_by("pk")
    }
    waiting = dict(
        CheckRequest.objects.waiting().filter(link__in=rows).values_list("link", "asked_on")
    )
    return tuple(
        _piece(
            row,
            _by_whom(row, checks.get(row.pk), naming),
            checks.get(row.pk),
            waiting.get(row.pk),
            state=_state(checks.get(row.pk), row, counts=row.pk in accepted, day=day),
        )
        for row in rows
    )


def _piece(
    link: EvidenceLink, by: str, check: Check | None, since: date | None, *, state: str
) -> telling.Filed:
    version = link.version
    return telling.Filed(
        id=link.pk,
        label=f"{version.evidence.public_id} {version.evidence.title}",
        text=link.shows,
        by=by,
        on=check.day if check else version.filed_at.date(),
        test=link.test_id,
        action=link.test.action_id,
        state=state,
        contradicts=link.direction == EvidenceLink.Direction.CONTRADICTS,
        waiting_since=since,
        reason=check.note if check else "",
        is_minute=version.evidence.kind.startswith(MINUTE),
        quantity=link.quantity or 0,
    )


def _by_whom(link: EvidenceLink, check: Check | None, naming: Naming) -> str:
    """The checker, else who filed it."""
    if check is not None:
        return naming.checker(check)
    return naming.of(link.version.filed_for or link.version.filed_by)


def _state(check: Check | None, link: EvidenceLink, *, counts: bool, day: date) -> str:
    if check is None:
        return "filed"
    if check.outcome == Check.Outcome.RETURNED:
        return "returned"
    if counts or link.direction == EvidenceLink.Direction.CONTRADICTS:
        return "accepted"
    expires = link.version.expires_on
    return "expired" if expires is not None and expires < day else "reopened"


def _measured(
    actions: list[Action], stands: Mapping[int, Stands], by: User, naming: Naming
) -> tuple[telling.Measured, ...]:
    """What was said last of the impact of each action."""
    rows: Any = Impact.objects.visible_to(by).filter(action__in=actions)
    rows = rows.select_related("by", "value__measure", "value__approved_by")
    latest = {row.action_id: row for row in rows.order_by("pk")}
    with_figure = [(row, stands[pk].facts.standing.measured) for pk, row in latest.items()]
    return tuple(
        telling.Measured(
            id=row.pk,
            label=row.get_state_display(),
            text=row.words,
            by=naming.of(row.by),
            on=row.at.date(),
            action=row.action_id,
            state=row.get_state_display(),
            figure=in_words(row),
            until=row.until,
            measure=str(row.value.measure) if row.value else "",
            approved_by=_approved(row, naming) if measured else "",
            approved_on=row.value.approved_at.date() if measured else None,
        )
        for row, measured in with_figure
    )


def _approved(row: Impact, naming: Naming) -> str:
    """Whoever approved the figure, as second person."""
    approver = row.value.approved_by if row.value else None
    return naming.of(approver) if approver else ""
