"""How the actions of a plan stood at the end of a past day, read from what is only added to.

Versions say what the plan held and what pointed elsewhere, the history what was closed and what
took whose place, evidence and checks what counted. A figure that was revised, the kind of a test,
and the tests of a version that was taken back since, are as known now.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from goldenthread.people.models import HistoryLine, HistoryValue
from goldenthread.plans import evidence_states, rungs
from goldenthread.plans.bridging import Stood
from goldenthread.plans.folding import folded
from goldenthread.plans.models import (
    Action,
    AsReported,
    Check,
    CheckRequest,
    EvidenceLink,
    EvidenceVersion,
    Plan,
    Test,
    Version,
    Wording,
)
from goldenthread.plans.models.actions import ActionQuerySet
from goldenthread.plans.replacing import last_of

_SET = "set to "
_ADDED, _NAMED, _WITHDREW = "added an action", "named a test", "withdrew the version"


def stood(actions: ActionQuerySet, plan: Plan, day: date) -> dict[int, Stood]:
    """How each action stood at the end of a day, by its id; a constant number of queries.

    Args:
        actions: of the plan, those that it no longer holds too.
    """
    rows = list(actions.order_by("order", "pk").select_related("version"))
    end = end_of(day)
    structure = _Structure(plan, end)
    closed = _Closed(plan, end)
    ends = {pk: last_of(pk, closed.chain) for pk in closed.chain}
    asked = {row.pk for row in rows} | {pk for pk in ends.values() if pk is not None}
    tests = _tests_of(asked, end)
    done = {pk for pk in asked if closed.states.get(pk) == rungs.DONE}
    checked = _checked({pk: own for pk, own in tests.items() if pk in done}, day)
    waiting = _waiting(end, plan)
    split = _split(rows, plan)
    return {
        row.pk: Stood(
            there=structure.holds(row),
            known=structure.has_held(row),
            taken_back=row.version is not None and row.version.number in structure.withdrawn,
            points=row.pk in structure.pointing,
            split=row.pk in split,
            left=ends.get(row.pk) in checked,
            state=closed.states.get(row.pk, ""),
            reported=row.pk in structure.reported,
            checked=row.pk in checked,
            waiting=row.pk in waiting,
            tested=row.pk in tests,
        )
        for row in rows
    }


def end_of(day: date) -> datetime:
    """The first moment after a day, here."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))


class _Structure:
    """What a plan held at a moment: by its version then, and what people added by then."""

    def __init__(self, plan: Plan, end: datetime) -> None:
        told = HistoryValue.objects.filter(
            line__thing_type="plans.plan",
            line__thing_id=str(plan.pk),
            line__verb=_WITHDREW,
            line__at__lt=end,
            place="before",
            name="version",
        )
        self.withdrawn = {json.loads(text) for text in told.values_list("text", flat=True)}
        recorded = Version.objects.filter(plan=plan, recorded_at__lt=end).order_by("number")
        versions = list(recorded)
        standing = [row for row in versions if row.number not in self.withdrawn]
        self._recorded = {row.pk for row in versions}
        current = standing[-1] if standing else None
        printed = Wording.objects.filter(version=current).exclude(action=None)
        pointed: dict[Any, Any] = dict(printed.values_list("action_id", "content__same_as_id"))
        self._printed = set(pointed)
        self.pointing = {pk for pk, target in pointed.items() if target is not None}
        self.reported = _reported(plan, current, end)
        late = _lines("plans.action", _ADDED, plan).filter(at__gte=end)
        self._added_later = {int(pk) for pk in late.values_list("thing_id", flat=True)}

    def holds(self, row: Action) -> bool:
        return row.pk in self._printed or self._was_added(row)

    def has_held(self, row: Action) -> bool:
        return row.version_id in self._recorded or self._was_added(row)

    def _was_added(self, row: Action) -> bool:
        return row.version_id is None and row.pk not in self._added_later


def _reported(plan: Plan, version: Version | None, end: datetime) -> set[int]:
    """What the version then called completed, with a day, while the first round was open."""
    closed = plan.first_round_closed_on
    if closed is not None and end_of(closed) <= end:
        return set()
    rows = AsReported.objects.filter(version=version, claims=AsReported.Claims.COMPLETED)
    rows = rows.exclude(column=AsReported.Column.PROGRESS).exclude(completed_on=None)
    return set(rows.exclude(action=None).values_list("action_id", flat=True))


class _Closed:
    """What was closed at a moment in a plan's authority, and what took whose place."""

    def __init__(self, plan: Plan, end: datetime) -> None:
        lines = _lines("plans.action", _SET, plan).filter(at__lt=end).order_by("number")
        last = dict(lines.values_list("thing_id", "verb"))
        steps = {int(pk): verb.removeprefix(_SET) for pk, verb in last.items()}
        self.states = {pk: step for pk, step in steps.items() if step in rungs.CLOSED}
        told = HistoryValue.objects.filter(
            line__in=lines.order_by(), place="after", name="replaced_by"
        ).order_by("line_id")
        by = {int(pk): json.loads(text) for pk, text in told.values_list("line__thing_id", "text")}
        replaced = {pk for pk, step in self.states.items() if step in rungs.REPLACED}
        same = Action.objects.filter(pk__in=set(by.values()) - {None}).exclude(same_as=None)
        pointed = dict(same.values_list("pk", "same_as_id"))
        self.chain = {pk: pointed.get(by[pk], by[pk]) for pk in replaced if by.get(pk)}


def _lines(thing: str, verb: str, plan: Plan) -> "QuerySet[HistoryLine]":
    return HistoryLine.objects.filter(
        thing_type=thing, verb__startswith=verb, authority=plan.authority
    )


def _waiting(end: datetime, plan: Plan) -> set[int]:
    """The actions of a plan with evidence that somebody had asked to be checked."""
    later = EvidenceVersion.objects.filter(
        evidence=OuterRef("link__version__evidence"),
        number__gt=OuterRef("link__version__number"),
        filed_at__lt=end,
    )
    rows = CheckRequest.objects.filter(
        ~Exists(later),
        Q(answered_with=None) | Q(answered_with__at__gte=end),
        Q(link__withdrawn_at=None) | Q(link__withdrawn_at__gte=end),
        link__test__action__plan=plan,
        asked_at__lt=end,
    )
    return {pk for (pk,) in rows.values_list("link__test__action_id")}


def _checked(tests: Mapping[int, Sequence[Test]], day: date) -> set[int]:
    """Of actions with their tests, those whose every test of the kind done was accepted."""
    of_done = {
        pk: [test for test in own if test.kind == Test.Kind.DONE] for pk, own in tests.items()
    }
    links = _linked([test.pk for own in of_done.values() for test in own], end_of(day))
    return {
        pk
        for pk, own in of_done.items()
        if own and all(_is_accepted(test, links[test.pk], day) for test in own)
    }


def _tests_of(actions: Collection[int], end: datetime) -> dict[int, list[Test]]:
    """The tests that actions had at a moment; an action without any is not there."""
    later = HistoryLine.objects.filter(thing_type="plans.test", verb=_NAMED, at__gte=end)
    named_later = {int(pk) for pk in later.values_list("thing_id", flat=True)}
    rows = Test.objects.filter(action__in=actions)
    found: dict[int, list[Test]] = defaultdict(list)
    for row in rows.select_related("version", "dropped_in"):
        brought = row.version is None or row.version.recorded_at < end
        if brought and row.pk not in named_later and not _was_dropped(row, end):
            found[row.action_id or 0].append(row)
    return found


def _was_dropped(row: Test, end: datetime) -> bool:
    """By a version, or later than that one by a person, who changed the test with it."""
    if row.dropped_in is None:
        return False
    return max(row.dropped_in.recorded_at, row.changed_at or row.dropped_in.recorded_at) < end


def _linked(tests: Collection[int], end: datetime) -> dict[int, list[evidence_states.Linked]]:
    """The evidence that was linked to tests at a moment, with its checks until then."""
    rows = EvidenceLink.objects.filter(test__in=tests, linked_at__lt=end).order_by("pk")
    links = list(rows.select_related("version__value"))
    last, upheld = _checks([row.pk for row in links], end)
    newest = _newest({row.version.evidence_id for row in links}, end)
    found: dict[int, list[evidence_states.Linked]] = defaultdict(list)
    for row in links:
        one = evidence_states.Linked(
            id=row.pk,
            supports=row.direction == EvidenceLink.Direction.SUPPORTS,
            quantity=row.quantity,
            upheld_by=upheld.get(row.pk, 0),
            is_latest=newest[row.version.evidence_id] == row.version.number,
            is_withdrawn=row.withdrawn_at is not None and row.withdrawn_at < end,
            expires_on=row.version.expires_on,
            figure_holds=row.version.figure_holds,
        )
        check = last.get(row.pk)
        found[row.test_id].append(_with(one, check) if check else one)
    return found


def _with(link: evidence_states.Linked, check: Check) -> evidence_states.Linked:
    return replace(
        link,
        outcome=check.outcome,
        edition=check.edition,
        last_link=check.last_link_id,
        check=check.pk,
    )


def _checks(links: Collection[int], end: datetime) -> tuple[dict[int, Check], dict[int, int]]:
    """Of each link its last check by a moment, and the last that found it right."""
    rows = list(Check.objects.filter(link__in=links, at__lt=end).order_by("pk"))
    right = {row.link_id: row.pk for row in rows if row.outcome == Check.Outcome.ACCEPTED}
    return {row.link_id: row for row in rows}, right


def _newest(evidence: Collection[int], end: datetime) -> dict[int, int]:
    """The number of the last version of each piece of evidence that was filed by a moment."""
    rows = EvidenceVersion.objects.filter(evidence__in=evidence, filed_at__lt=end)
    return dict(rows.order_by("number").values_list("evidence_id", "number"))


def _is_accepted(test: Test, links: Sequence[evidence_states.Linked], day: date) -> bool:
    """Whether a test was shown; one that was changed since then held as it was checked."""
    edition = test.edition
    if test.changed_at is not None and test.changed_at >= end_of(day):
        edition = max((link.edition for link in links), default=edition)
    state = evidence_states.test_state(links, quantity=test.quantity, edition=edition, day=day)
    return state.state == evidence_states.ACCEPTED


def _split(rows: Iterable[Action], plan: Plan) -> set[int]:
    """What came as a part of a cell that an earlier version held, as one action or as several."""
    parts = [row for row in rows if row.cell and row.version is not None]
    if not parts:
        return set()
    printed: dict[str, int] = {}
    words = Wording.objects.filter(version__plan=plan).exclude(action=None)
    for number, *texts in words.order_by("-version__number").values_list(
        "version__number", "text", "content__cell"
    ):
        printed.update(dict.fromkeys(map(folded, filter(None, texts)), number))
    return {
        row.pk
        for row in parts
        if row.version is not None
        and printed.get(folded(row.cell), row.version.number) < row.version.number
    }
