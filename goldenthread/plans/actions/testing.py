"""Naming the tests of actions and items, and changing them: freely before evidence is filed."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.people.alike import is_same_human
from goldenthread.people.history import record
from goldenthread.people.models import User
from goldenthread.plans import aims, kinds
from goldenthread.plans.actions.reaching import test_of, workable
from goldenthread.plans.actions.rows import changeable, note_use
from goldenthread.plans.models import Action, EvidenceLink, Item, Reopening, Test

NAME, NAME_OWN = "plans.name_test", "plans.name_own_test"
REOPEN = "plans.approve_reopening"
FIELDS = ("text", "kind", "quantity", "unit", "aim")


@transaction.atomic
def add_test(
    *,
    of: Action | Item,
    text: str,
    by: User,
    kind: str = "",
    quantity: int | None = None,
    unit: str = "",
    aim: Mapping[str, Any] | None = None,
) -> Test:
    """Name what will show that an action, or an item as a whole, is done, used, or changed.

    Args:
        kind: "done", "practice" or "difference"; empty takes what the words suggest, to be
              confirmed.
        aim:  what change would do, as `aims.problems` reads it.

    Raises:
        NotAllowed:    `by` neither keeps the plan nor stands in the action.
        NotAllowedNow: it says nothing, the kind is none, or the aim has a problem.
    """
    plan = workable(of, by, NAME, NAME_OWN)
    made = Test(
        action=of if isinstance(of, Action) else None,
        item=of if isinstance(of, Item) else None,
        number=max(of.tests.values_list("number", flat=True), default=0) + 1,
        text=text.strip(),
        kind=kind or kinds.kind_of_test(text),
        kind_proposed=not kind,
        quantity=quantity,
        unit=unit,
        aim=dict(aim or {}),
    )
    _stop_at_problems(made)
    made.save(force_insert=True)
    note_use(plan)
    record(by=by, verb="named a test", thing=made, after=_content(made))
    return made


@transaction.atomic
def change_test(*, test: Test, by: User, why: str, **changes: Any) -> Test:
    """Change a test while no evidence is filed against it.

    The kind stays once evidence is filed against any test of the action: else a test that is
    not met could be turned into one that the next rung does not ask for.

    Args:
        changes: any of text, kind, quantity, unit and aim.

    Raises:
        NotAllowed:    `by` neither keeps the plan nor stands in the action.
        NotAllowedNow: evidence is filed; there is no reason; or the change has a problem.
        TypeError:     a change is of no such field.
    """
    row = test_of(test)
    plan = workable(row.of, by, NAME, NAME_OWN)
    before = _content(row)
    _apply(row, changes)
    if not why.strip():
        raise NotAllowedNow("Say why the test changes. Nothing was changed.")
    if reason := why_fixed(row, kind_changes=row.kind != before["kind"]):
        raise NotAllowedNow(f"{reason} Ask for the test to be reopened. Nothing was changed.")
    _write(row)
    note_use(plan)
    record(by=by, verb="changed a test", thing=row, before=before, after=_content(row), why=why)
    return row


@transaction.atomic
def ask_reopening(
    *, test: Test, by: User, why: str, drops: bool = False, **changes: Any
) -> Reopening:
    """Ask for a test to be changed, or taken away, though evidence is filed.

    Nothing changes until somebody else approves it.

    Raises:
        NotAllowed:    `by` neither keeps the plan nor stands in the action.
        NotAllowedNow: there is no reason, the change has a problem or changes nothing, or
                       another is waiting.
        TypeError:     a change is of no such field.
    """
    row = test_of(test)
    plan = workable(row.of, by, NAME, NAME_OWN)
    before = _content(row)
    _apply(row, changes)
    if not why.strip() or (_content(row) == before and not drops):
        raise NotAllowedNow("Say what is to change, and why. Nothing was changed.")
    if row.reopenings.waiting().exists():
        raise NotAllowedNow("A change of this test waits for approval already.")
    asked = Reopening.objects.create(
        plan=plan,
        test=row,
        **_content(row),
        drops=drops,
        edition=row.edition,
        why=why.strip(),
        asked_by=by,
        asked_at=timezone.now(),
    )
    note_use(plan)
    after = {**_content(row), "drops": drops}
    record(by=by, verb="asked to reopen a test", thing=row, before=before, after=after, why=why)
    return asked


@transaction.atomic
def approve_reopening(*, reopening: Reopening, by: User) -> Test:
    """Approve a change of a test with evidence: every earlier acceptance ends with it.

    Raises:
        NotAllowed:    `by` may not approve it in the authority.
        NotAllowedNow: `by` asked for it, perhaps with another account; it is answered
                       already; or the test has changed since.
    """
    plan = changeable(reopening.plan, by, REOPEN)
    asked = Reopening.objects.select_for_update(of=("self",)).get(pk=reopening.pk)
    row = test_of(asked.test)
    _stop_at_answered(asked)
    if is_same_human(asked.asked_by, by):
        raise NotAllowedNow("Somebody else than who asked for it approves it.")
    if row.edition != asked.edition or row.dropped_in_id is not None:
        raise NotAllowedNow("The test has changed since it was asked for. Ask again.")
    asked.approved_by, asked.approved_at = by, timezone.now()
    asked.save(update_fields=["approved_by", "approved_at"])
    before = _content(row)
    _apply(row, {name: getattr(asked, name) for name in FIELDS})
    row.dropped_in = plan.current_version if asked.drops else None
    _write(row, at=asked.approved_at)
    note_use(plan)
    after = {**_content(row), "dropped": asked.drops}
    record(by=by, verb="reopened a test", thing=row, before=before, after=after, why=asked.why)
    return row


@transaction.atomic
def refuse_reopening(*, reopening: Reopening, by: User, why: str) -> Reopening:
    """Refuse a change of a test: it stays as it is.

    Raises:
        NotAllowed:    `by` may not decide it in the authority.
        NotAllowedNow: it is answered already, or there is no reason.
    """
    changeable(reopening.plan, by, REOPEN)
    asked = Reopening.objects.select_for_update(of=("self",)).get(pk=reopening.pk)
    _stop_at_answered(asked)
    if not why.strip():
        raise NotAllowedNow("Say why it is refused. Nothing was changed.")
    asked.refused_by, asked.refused_at, asked.answer = by, timezone.now(), why.strip()
    asked.save(update_fields=["refused_by", "refused_at", "answer"])
    record(by=by, verb="refused to reopen a test", thing=asked.test, why=why)
    return asked


def why_fixed(test: Test, *, kind_changes: bool) -> str:
    """Why a test may not be changed now, in a sentence; empty where it may."""
    if test.links.exists():
        return "Evidence is filed against this test."
    beside = EvidenceLink.objects.filter(test__action=test.action_id, test__item=test.item_id)
    if kind_changes and beside.exists():
        return "Evidence is filed against another test beside it, so its kind stays."
    return ""


def _stop_at_answered(asked: Reopening) -> None:
    if asked.approved_at is not None or asked.refused_at is not None:
        raise NotAllowedNow("That is answered already. Nothing was changed.")


def _apply(test: Test, changes: Mapping[str, Any]) -> None:
    if unknown := set(changes) - set(FIELDS):
        raise TypeError(f"A test has no {', '.join(sorted(unknown))}.")
    for name, value in changes.items():
        setattr(test, name, value)
    if "kind" in changes:
        test.kind_proposed = False
    _stop_at_problems(test)


def _stop_at_problems(test: Test) -> None:
    if not test.text.strip():
        raise NotAllowedNow("A test says what will show it. Nothing was changed.")
    if test.kind not in Test.Kind.values:
        raise NotAllowedNow("A test is of the kind done, practice or difference. Choose one.")
    if test.quantity is not None and test.quantity < 1:
        raise NotAllowedNow("A test wants at least one, or no number.")
    if problems := aims.problems(test.aim):
        raise NotAllowedNow(" ".join(problems))


def _write(test: Test, at: Any = None) -> None:
    test.edition += 1
    test.changed_at = at or timezone.now()
    test.save(update_fields=[*FIELDS, "kind_proposed", "edition", "changed_at", "dropped_in"])


def _content(test: Test) -> dict[str, Any]:
    return {name: getattr(test, name) for name in FIELDS}
