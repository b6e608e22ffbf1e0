"""Asking for evidence to be checked: from then on the checkers' own clock runs."""

from django.db import transaction
from django.utils import timezone

from goldenthread.basics.calendars import ACTION_PLANS, Calendar
from goldenthread.basics.clocks import within_working_days
from goldenthread.basics.errors import NotAllowedNow
from goldenthread.people.history import record
from goldenthread.people.models import User
from goldenthread.plans.actions.reaching import workable
from goldenthread.plans.models import CheckRequest, EvidenceLink

FILE, FILE_OWN = "plans.file_evidence", "plans.file_own_evidence"
# Design 4.4: the checkers' own clock.
WORKING_DAYS = 5


@transaction.atomic
def ask_for_check(
    *,
    link: EvidenceLink,
    by: User,
    of: User | None = None,
    calendar: Calendar = ACTION_PLANS,
) -> CheckRequest:
    """Ask for evidence to be checked within five working days.

    Args:
        of: one checker of the plan; None leaves it to any of them.
        calendar: the authority's working days.

    Raises:
        NotAllowed:    `by` neither keeps the plan nor stands in the action.
        NotAllowedNow: it waits already, counts no longer, was checked already, or `of` was
                       not given the plan.
    """
    plan = workable(link.test.of, by, FILE, FILE_OWN)
    row = EvidenceLink.objects.select_for_update(of=("self",)).get(pk=link.pk)
    if not EvidenceLink.objects.newest().filter(pk=row.pk).exists():
        raise NotAllowedNow("It was withdrawn, or there is a newer version. Ask for that one.")
    if row.requests.waiting().exists():
        raise NotAllowedNow("It waits for a check already. Nothing was changed.")
    if EvidenceLink.objects.accepted(timezone.localdate()).filter(pk=row.pk).exists():
        raise NotAllowedNow("It is checked and accepted already. Nothing was changed.")
    if of is not None and not plan.checkers.filter(user=of, ended_on=None).exists():
        raise NotAllowedNow(f"{of} was not given this plan to check. Choose another.")
    return ask(row, by, of=of, calendar=calendar)


def ask(
    link: EvidenceLink, by: User, *, of: User | None = None, calendar: Calendar = ACTION_PLANS
) -> CheckRequest:
    """The request, with its line of history; the caller has looked at everything."""
    today = timezone.localdate()
    due = within_working_days(today, WORKING_DAYS, calendar=calendar)
    asked = CheckRequest.objects.create(
        link=link,
        asked_by=by,
        asked_at=timezone.now(),
        asked_on=today,
        of=of,
        due_on=due.date,
        due_words=" ".join([due.reason, *due.notes]).strip(),
    )
    after = {"of": of.pk if of is not None else None, "due_on": due.date}
    record(by=by, verb="asked for a check", thing=link, after=after)
    return asked
