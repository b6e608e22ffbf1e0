"""Claims that wait for evidence: what is reported and not checked, by service and who must act.

A large council has thousands, so plain values are fetched, and asked for by plan and not by a
list of actions; what the user does not see of a plan is left out by the actions that they see.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import OuterRef, Q, Subquery

from goldenthread.people.models import Authority, User
from goldenthread.plans import rungs
from goldenthread.plans.models import (
    Action,
    AsReported,
    Check,
    CheckRequest,
    EvidenceLink,
    Plan,
    Test,
)
from goldenthread.thread import claiming
from goldenthread.thread.leads import Lead, leads_of

CLAIMED = (AsReported.Claims.PART, AsReported.Claims.FULL, AsReported.Claims.COMPLETED)
CHECKERS = "The plan's checkers"


class _Acted(NamedTuple):
    """An action that the user sees: its public id, its step of delivery, when it was completed."""

    label: str
    state: str | None
    completed_on: date | None


class _Filed(NamedTuple):
    """Evidence that supports a test and is not accepted, in the order of `FILED`."""

    link: int
    action: int
    filed_at: datetime
    public_id: str
    title: str
    shows: str
    outcome: str | None
    checked_on: date | None


FILED = (
    *("pk", "test__action", "version__filed_at", "version__evidence__public_id"),
    *("version__evidence__title", "shows", "outcome", "checked_on"),
)
# When a check was asked for, by when it is due, and of whom if of one.
Request = tuple[date, date | None, str]


def claims_waiting(of: Authority | Plan, *, by: User, day: date) -> tuple[claiming.OfService, ...]:
    """What is said to be done or shown in an authority or a plan, and is not checked.

    Evidence that waits for a check is the checkers' to act on; all else the lead's.
    Twelve queries, however many claims.
    """
    return claiming.grouped(claims_of(of, by=by, day=day))


def claims_of(of: Authority | Plan, *, by: User, day: date) -> list[claiming.Claim]:
    """The same as a plain list, in the order of the plans."""
    actions = _actions(of, by)
    links = [row for row in _links(of, by, day) if row.action in actions]
    place = {pk: number for number, pk in enumerate(actions)}
    links.sort(key=lambda row: (place[row.action], row.link))
    said = _unfiled(of, actions, {row.action for row in links}, day)
    leads = leads_of({*(row.action for row in links), *said}, day)
    requests = _requests(of)
    found = [
        _filed(actions[row.action].label, leads.get(row.action, Lead()), row, requests)
        for row in links
    ]
    return found + [
        _nothing_filed(pk, actions[pk].label, leads.get(pk, Lead()), *said[pk]) for pk in said
    ]


def _of(of: Authority | Plan, path: str) -> Q:
    """The condition that a row is of the plan, or of a plan of the authority."""
    return Q(**{path: of}) if isinstance(of, Plan) else Q(**{f"{path}__authority": of})


def _actions(of: Authority | Plan, by: User) -> dict[int, _Acted]:
    """By their ids, in the order of the plans."""
    rows = Action.objects.visible_to(by).in_force().filter(_of(of, "plan"), same_as=None)
    found = rows.order_by("plan_id", "order").values_list(
        "pk", "public_id", "delivery__state", "delivery__completed_on"
    )
    return {pk: _Acted(label, state, on) for pk, label, state, on in found}


def _links(of: Authority | Plan, by: User, day: date) -> list[_Filed]:
    """Evidence that supports a test and is not accepted, as it counts on the day."""
    here = _of(of, "test__action__plan")
    rows = EvidenceLink.objects.visible_to(by).newest()
    last = Check.objects.filter(link=OuterRef("pk")).order_by("-pk")
    rows = rows.filter(
        here, test__dropped_in=None, direction=EvidenceLink.Direction.SUPPORTS
    ).annotate(
        outcome=Subquery(last.values("outcome")[:1]), checked_on=Subquery(last.values("day")[:1])
    )
    counting = set(EvidenceLink.objects.accepted(day).filter(here).values_list("pk", flat=True))
    return [_Filed(*row) for row in rows.values_list(*FILED) if row[0] not in counting]


def _requests(of: Authority | Plan) -> dict[int, Request]:
    """The checks that are asked for, by the link."""
    rows = CheckRequest.objects.waiting().filter(_of(of, "link__test__action__plan"))
    found = rows.values_list("link", "asked_on", "due_on", "of__name", "of__email")
    return {link: (on, due, name or email or "") for link, on, due, name, email in found}


def _filed(label: str, lead: Lead, row: _Filed, requests: dict[int, Request]) -> claiming.Claim:
    common: dict[str, Any] = {
        "action": row.action,
        "label": label,
        "words": f"{row.public_id} {row.title}: {row.shows}",
        "service": lead.service,
        "link": row.link,
    }
    if row.link in requests:
        since, due, of = requests[row.link]
        return claiming.Claim(
            state=claiming.WAITING, must_act=of or CHECKERS, since=since, due=due, **common
        )
    returned = row.outcome == Check.Outcome.RETURNED
    return claiming.Claim(
        state=claiming.RETURNED if returned else claiming.NOT_ASKED,
        must_act=lead.name,
        person=lead.person,
        since=row.checked_on if returned else row.filed_at.date(),
        **common,
    )


def _nothing_filed(
    action: int, label: str, lead: Lead, words: str, since: date | None
) -> claiming.Claim:
    return claiming.Claim(
        state=claiming.NOTHING_FILED,
        action=action,
        label=label,
        words=words,
        service=lead.service,
        must_act=lead.name,
        person=lead.person,
        since=since,
    )


def _unfiled(
    of: Authority | Plan, actions: dict[int, _Acted], under_way: set[int], day: date
) -> dict[int, tuple[str, date | None]]:
    """What is said to be done or on file, where nothing is on its way to a check."""
    said = _said(of, actions)
    open_ = [pk for pk in actions if pk in said and pk not in under_way]
    shown = _all_shown(open_, day)
    return {pk: said[pk] for pk in open_ if pk not in shown}


def _said(of: Authority | Plan, actions: dict[int, _Acted]) -> dict[int, tuple[str, date | None]]:
    """What is claimed of an action: by a person who reported it done, else by its document."""
    said: dict[int, tuple[str, date | None]] = {}
    rows = AsReported.objects.current().filter(_of(of, "action__plan"), claims__in=CLAIMED)
    for row in rows.order_by("-pk"):
        words = f"{row.get_column_display()} as reported: {row.text}"
        said[row.action_id or 0] = (words, row.completed_on)
    for pk, acted in actions.items():
        if acted.state == rungs.DONE:
            said[pk] = (rungs.NAMES[2].capitalize(), acted.completed_on)
    return said


def _all_shown(actions: Iterable[int], day: date) -> set[int]:
    """Actions with tests of kind *done*, all of which have accepted evidence."""
    tests = Test.objects.current().filter(action__in=actions, kind=Test.Kind.DONE)
    shown = set(tests.shown(day).values_list("pk", flat=True))
    every: dict[int, bool] = {}
    for test, action in tests.values_list("pk", "action"):
        every[action or 0] = every.get(action or 0, True) and test in shown
    return {action for action, whole in every.items() if whole}
