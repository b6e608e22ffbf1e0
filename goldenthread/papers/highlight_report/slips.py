"""What slipped and what was replaced, as far as a person sees it: two queries for any plan."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import date

from django.utils import timezone

from goldenthread.basics.days import apart_in_words, without_weekday
from goldenthread.papers.highlight_report.rows import Named, Replaced, Slip
from goldenthread.people.models import User
from goldenthread.plans import rungs
from goldenthread.plans.models import Action, DeadlineMove, Delivery

Naming = Callable[[int], Named]
FORECAST, ASKED, AGREED = (
    "forecast; nobody has to agree to it",
    "more time is asked for; somebody other than the lead decides",
    "agreed by somebody other than whoever asked",
)
SAID = {DeadlineMove.State.SAID: FORECAST, DeadlineMove.State.APPROVED: AGREED}
Key = tuple[int, int | None, int | None]


def slips(open_actions: list[int], *, by: User, as_at: date, named: Naming) -> Iterator[Slip]:
    """Each day of an open action, a milestone or an item that is later than it was at first.

    Counted from the day that counted before the first move. All as it was on the day: what was
    asked for or decided later is not told, and what was refused by then moves nothing.
    """
    rows = DeadlineMove.objects.visible_to(by).filter(action__in=open_actions)
    rows = rows.exclude(before=None).select_related("milestone", "item").order_by("pk")
    chains: dict[Key, list[DeadlineMove]] = defaultdict(list)
    for row in rows:
        if _stands(row, as_at):
            chains[row.action_id, row.item_id, row.milestone_id].append(row)
    for chain in chains.values():
        first, last = chain[0].before, chain[-1]
        if first is not None and last.to > first:
            yield _slip(last, first, _agreed(chain, as_at), named(last.action_id))


def _stands(row: DeadlineMove, as_at: date) -> bool:
    """Whether it moved a day by then: it was said, not refused, and its milestone not reached."""
    reached = row.milestone.done_on if row.milestone else None
    if reached is not None and reached <= as_at:
        return False
    refused = _decided(row, as_at) and row.state == DeadlineMove.State.REFUSED
    return timezone.localtime(row.asked_at).date() <= as_at and not refused


def _decided(row: DeadlineMove, as_at: date) -> bool:
    return row.decided_at is not None and timezone.localtime(row.decided_at).date() <= as_at


def _agreed(chain: list[DeadlineMove], as_at: date) -> str:
    """Who agreed to the last day; until when was agreed before, where that is something else."""
    last = chain[-1]
    is_open = last.kind == DeadlineMove.Kind.AGREED and not _decided(last, as_at)
    said = ASKED if is_open else SAID[DeadlineMove.State(last.state)]
    before = [row for row in chain[:-1] if _decided(row, as_at)]
    if not before or said == AGREED:
        return said
    return f"{said}; agreed until {without_weekday(before[-1].to)}"


def _slip(row: DeadlineMove, before: date, agreed: str, action: Named) -> Slip:
    reason = " ".join(row.reason.split())
    cause = row.get_cause_display() if row.cause else "no cause given"
    return Slip(
        action=action,
        step=_step(row),
        before=before,
        to=row.to,
        by=apart_in_words(before, row.to),
        why=f"{cause}: {reason}" if reason else cause,
        stands=agreed,
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
