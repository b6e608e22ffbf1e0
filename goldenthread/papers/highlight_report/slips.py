"""What slipped and what was replaced, as far as a person sees it: two queries for any plan."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from django.utils import timezone

from goldenthread.basics.days import apart_in_words
from goldenthread.papers.highlight_report.rows import Named, Replaced, Slip
from goldenthread.people.models import User
from goldenthread.plans import rungs
from goldenthread.plans.models import Action, DeadlineMove, Delivery

Naming = Callable[[int], Named]
SAID = {
    DeadlineMove.State.SAID: "forecast; nobody has to agree to it",
    DeadlineMove.State.ASKED: "more time is asked for; somebody other than the lead decides",
    DeadlineMove.State.APPROVED: "agreed by somebody other than whoever asked",
}


def slips(open_actions: list[int], *, by: User, as_at: date, named: Naming) -> Iterator[Slip]:
    """Each day of an open action, a milestone or an item that is later now than it was at first.

    Counted from the day that counted before the first move; what was refused moves nothing.
    """
    rows = DeadlineMove.objects.visible_to(by).filter(action__in=open_actions)
    rows = rows.exclude(state=DeadlineMove.State.REFUSED).exclude(before=None)
    rows = rows.filter(milestone__done_on=None).select_related("milestone", "item")
    first: dict[tuple[int, int | None, int | None], date] = {}
    last: dict[tuple[int, int | None, int | None], DeadlineMove] = {}
    for row in rows.order_by("pk"):
        if row.before is None or timezone.localtime(row.asked_at).date() > as_at:
            continue
        key = (row.action_id, row.item_id, row.milestone_id)
        first.setdefault(key, row.before)
        last[key] = row
    for key, row in last.items():
        if row.to > first[key]:
            yield _slip(row, first[key], named)


def _slip(row: DeadlineMove, before: date, named: Naming) -> Slip:
    reason = " ".join(row.reason.split())
    cause = row.get_cause_display() if row.cause else "no cause given"
    return Slip(
        action=named(row.action_id),
        step=_step(row),
        before=before,
        to=row.to,
        by=apart_in_words(before, row.to),
        why=f"{cause}: {reason}" if reason else cause,
        stands=SAID[DeadlineMove.State(row.state)],
    )


def _step(row: DeadlineMove) -> str:
    if row.milestone is not None:
        return row.milestone.text or row.milestone.get_kind_display()
    return f"for item {row.item.number or row.item.public_id}" if row.item else "the whole action"


def replaced(
    steps: Mapping[int, Delivery], *, named: Naming, seen: Mapping[int, Action]
) -> Iterator[Replaced]:
    """What was superseded or did not work, with what took its place."""
    for pk, step in steps.items():
        if step.state in rungs.REPLACED and pk in seen:
            next_one = seen.get(step.replaced_by_id or 0)
            yield Replaced(
                action=named(pk),
                state=step.get_state_display(),
                why=" ".join(step.why.split()),
                successor=f"{next_one.public_id} {next_one.text}" if next_one else "not seen here",
            )
