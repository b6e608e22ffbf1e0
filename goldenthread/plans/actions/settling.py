"""Settling what an import left open: the answer is written as the import would have done."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.people.history import record
from goldenthread.people.models import PartnerOrganisation, Person, Post, Team, User
from goldenthread.plans import deadlines
from goldenthread.plans.actions import beside
from goldenthread.plans.actions.delivering import take_over_completion
from goldenthread.plans.actions.moving import ask_extension
from goldenthread.plans.actions.renewing import drop
from goldenthread.plans.actions.rows import changeable, note_use
from goldenthread.plans.actions.testing import why_fixed
from goldenthread.plans.actions.updating import Forecast
from goldenthread.plans.drafts import StandingDraft, TimescaleDraft
from goldenthread.plans.models import (
    Action,
    ActionItem,
    Deadline,
    DeadlineMove,
    Standing,
    Test,
    ToSettle,
)

WHO: Mapping[str, type[models.Model]] = {
    "person": Person,
    "post": Post,
    "team": Team,
    "partner": PartnerOrganisation,
}
Topic = ToSettle.Topic


@transaction.atomic
def settle(*, to_settle: ToSettle, answer: Mapping[str, Any], by: User, why: str = "") -> ToSettle:
    """Answer a question that was left open, and write what follows.

    Args:
        answer: by topic. "lead": {"person" | "post" | "team" | "partner": id}; "timescale":
                {"printed": words, "source": "local" | "inspectorate", "due": "2026-05-01",
                "item": id of the item it counts for}, all but the words optional; a day that
                is later than the one that stands asks for more time, which somebody else
                approves; "test kind": {"test": id, "kind": "practice"}; "completion":
                {"take_over": true | false}; "other": {"words": text}.

    Raises:
        NotAllowed:    `by` may not settle in the authority.
        NotAllowedNow: it is settled already, or the answer is not one of its topic.
    """
    plan = changeable(to_settle.version.plan, by, "plans.settle")
    row = ToSettle.objects.select_for_update(of=("self",)).get(pk=to_settle.pk)
    if row.state != ToSettle.State.OPEN:
        raise NotAllowedNow("That is settled already. Nothing was changed.")
    before = WRITERS[Topic(row.topic)](row, answer, by)
    row.state, row.answer = ToSettle.State.SETTLED, dict(answer)
    row.settled_by, row.settled_at = by, timezone.now()
    row.save(update_fields=["state", "answer", "settled_by", "settled_at"])
    note_use(plan)
    record(by=by, verb="settled", thing=row, before=before, after=dict(answer), why=why)
    return row


def _lead(row: ToSettle, answer: Mapping[str, Any], by: User) -> dict[str, Any]:
    """Make somebody the accountable lead; who led before ends today, a co-lead moves up."""
    action = _action_of(row)
    named = [name for name in WHO if answer.get(name) is not None]
    if len(named) != 1:
        raise NotAllowedNow("Name one lead: a person, a post, a team or a partner organisation.")
    chosen = _one(WHO[named[0]], action, answer[named[0]])
    standing = action.standings.current().filter(ended_on=None)
    leading = standing.filter(rank=Standing.Rank.LEAD).first()
    before = {"lead": leading.who if leading else ""}
    if leading is not None and getattr(leading, named[0]) == chosen:
        return before
    printed = _printed_alike(leading, chosen, answer)
    if leading is not None and printed:
        _resolve(leading, named[0], chosen)
        return before
    if leading is not None:
        _end(leading)
    beside_it = standing.filter(**{named[0]: chosen}, rank=Standing.Rank.CO_LEAD).first()
    if beside_it is not None:
        _end(beside_it)
    moved = beside_it.printed if beside_it is not None else ""
    beside.standing(action, StandingDraft(printed=moved, **{named[0]: chosen})).save()
    return before


def _end(standing: Standing) -> None:
    standing.ended_on = timezone.localdate()
    standing.save(update_fields=["ended_on"])


def _printed_alike(
    leading: Standing | None, chosen: models.Model, answer: Mapping[str, Any]
) -> bool:
    """Whether the printed lead is nobody's yet and the answer says that it is this one."""
    if leading is None or any(getattr(leading, name) for name in WHO):
        return False
    return leading.printed in (answer.get("printed"), str(chosen))


def _resolve(leading: Standing, name: str, chosen: models.Model) -> None:
    setattr(leading, name, chosen)
    leading.save(update_fields=[name])


def _timescale(row: ToSettle, answer: Mapping[str, Any], by: User) -> dict[str, Any]:
    """Set the timescale; the one that stood before is dropped, not deleted."""
    printed, due = str(answer.get("printed") or ""), _day(answer.get("due"))
    if not printed.strip() and due is None:
        raise NotAllowedNow("Give a timescale in words, or a day.")
    of = row.action or row.item
    if of is None:
        raise NotAllowedNow("The question names no row. Answer it in words.")
    item = None
    if answer.get("item") is not None:
        item = _one(ActionItem, _action_of(row), answer["item"], by="item").item
    draft = TimescaleDraft(printed=printed, source=answer.get("source", "local"), due=due)
    made = beside.deadline(of, draft, item=item)
    standing = list(beside.originals(of))
    same = [one for one in standing if (one.source, one.item_id) == (made.source, made.item_id)]
    before = {"timescale": [str(one) for one in same]}
    if stands := deadlines.in_the_way(standing, made):
        _more_time(row, stands, made, by)
    elif not any(one.printed == made.printed and one.due == made.due for one in same):
        made.save()
        drop(same, row.version)
    return before


def _more_time(row: ToSettle, stands: Deadline, wanted: Deadline, by: User) -> None:
    """A later day than the one that stands is asked for; somebody else approves it."""
    if row.action is None or wanted.due is None:
        raise NotAllowedNow(
            f"{stands} stands. Give no later day here; more time is asked for in an action."
        )
    to = Forecast(
        day=wanted.due,
        cause=DeadlineMove.Cause.OTHER,
        reason=row.words,
        item=wanted.item,
    )
    ask_extension(action=row.action, by=by, to=to)


def _test_kind(row: ToSettle, answer: Mapping[str, Any], by: User) -> dict[str, Any]:
    if answer.get("kind") not in Test.Kind.values:
        raise NotAllowedNow("A test is of the kind done, practice or difference. Choose one.")
    tests = (
        Test.objects.filter(action=row.action) if row.action else Test.objects.filter(item=row.item)
    )
    test = tests.filter(pk=answer.get("test") or 0).first()
    if test is None:
        raise NotAllowedNow("That test is not of this row. Choose one of its tests.")
    before = {"kind": test.kind}
    if test.kind != answer["kind"]:
        if reason := why_fixed(test, kind_changes=True):
            raise NotAllowedNow(f"{reason} Ask for the test to be reopened.")
        test.edition, test.changed_at = test.edition + 1, timezone.now()
    test.kind, test.kind_proposed = answer["kind"], False
    test.save(update_fields=["kind", "kind_proposed", "edition", "changed_at"])
    return before


def _completion(row: ToSettle, answer: Mapping[str, Any], by: User) -> dict[str, Any]:
    """Take over the completion that the document claims, or leave it as reported."""
    if not isinstance(answer.get("take_over"), bool):
        raise NotAllowedNow("Say whether the completion is taken over: yes or no.")
    if answer["take_over"]:
        take_over_completion(action=_action_of(row), by=by)
    return {}


def _other(row: ToSettle, answer: Mapping[str, Any], by: User) -> dict[str, Any]:
    if not str(answer.get("words") or "").strip():
        raise NotAllowedNow("Say in words how it is settled.")
    return {}


WRITERS: Mapping[Topic, Callable[[ToSettle, Mapping[str, Any], User], dict[str, Any]]] = {
    Topic.LEAD: _lead,
    Topic.TIMESCALE: _timescale,
    Topic.TEST_KIND: _test_kind,
    Topic.COMPLETION: _completion,
    Topic.OTHER: _other,
}


def _action_of(row: ToSettle) -> Action:
    if row.action is None:
        raise NotAllowedNow("The question names no action. Answer it in words.")
    return row.action


def _one(table: type[Any], action: Action, pk: object, *, by: str = "pk") -> Any:
    """A row of the action's authority, or of the action itself."""
    rows = table._default_manager.filter(**{by: pk})
    rows = (
        rows.filter(action=action)
        if table is ActionItem
        else rows.filter(authority=action.authority)
    )
    found = rows.first()
    if found is None:
        raise NotAllowedNow("The answer names somebody or something that is not here.")
    return found


def _day(given: object) -> date | None:
    try:
        return date.fromisoformat(str(given)) if given else None
    except ValueError as wrong:
        raise NotAllowedNow(f"“{given}” is no day. Write it as 2026-05-01.") from wrong
