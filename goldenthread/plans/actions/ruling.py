"""The rules of status of an authority: proposed by one person, approved by another."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.people.alike import is_same_human
from goldenthread.people.history import record
from goldenthread.people.models import Authority, User
from goldenthread.people.permissions import require
from goldenthread.plans import status
from goldenthread.plans.models import StatusRules

RULES = "plans.set_rules"


@transaction.atomic
def set_status_rules(
    *, authority: Authority, content: Mapping[str, Any], approved_in: str, by: User
) -> StatusRules:
    """Propose an authority's own rules of status. They count once somebody else approves them.

    Args:
        content:     as `status.read_rules` takes it.
        approved_in: where the council approved them: "Improvement Board, 3 March 2026, item 4".

    Raises:
        NotAllowed:    `by` may not set rules in the authority.
        NotAllowedNow: the rules are wrong, or nobody approved them.
    """
    require(by, RULES, authority)
    read = status.read_rules(content)
    if not approved_in.strip():
        raise NotAllowedNow("Say where the rules were approved. They stay as they are.")
    made = StatusRules.objects.create(
        authority=authority,
        started_on=timezone.localdate(),
        content=status.content_of(read),
        approved_in=approved_in,
        by=by,
        at=timezone.now(),
    )
    after = {"rules": made.content, "approved_in": approved_in}
    record(by=by, verb="proposed rules of status", thing=made, after=after)
    return made


@transaction.atomic
def approve_status_rules(*, rules: StatusRules, by: User) -> StatusRules:
    """Approve proposed rules: they count from today on, and those before end.

    Raises:
        NotAllowed:    `by` may not set rules in the authority.
        NotAllowedNow: they are approved already, `by` proposed them, or others began today.
    """
    require(by, RULES, rules.authority)
    rows = StatusRules.objects.select_for_update(of=("self",)).filter(authority=rules.authority)
    row = rows.select_related("by", "authority").get(pk=rules.pk)
    if row.approved_at is not None:
        raise NotAllowedNow("These rules are approved already. Nothing was changed.")
    if is_same_human(row.by, by):
        raise NotAllowedNow("Somebody else approves rules: not who proposed them.")
    today = timezone.localdate()
    old = rows.approved().filter(ended_on=None).first()
    if old is not None:
        if old.started_on >= today:
            raise NotAllowedNow("Other rules began today. Approve these from tomorrow on.")
        old.ended_on = today - timedelta(days=1)
        old.save(update_fields=["ended_on"])
    row.started_on, row.approved_by, row.approved_at = today, by, timezone.now()
    row.save(update_fields=["started_on", "approved_by", "approved_at"])
    before = {"rules": old.content if old else {}}
    record(by=by, verb="set the rules of status", thing=row, before=before,
           after={"rules": row.content, "approved_in": row.approved_in})  # fmt: skip
    return row
