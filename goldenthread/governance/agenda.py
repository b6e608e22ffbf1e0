"""What is due for a meeting: offers for its agenda, from what the board or meeting watches.

A plan that a board or meeting watches was given to it by somebody who sees the plan. So its
clerk is offered what is due there, as reference and words, whatever plans they see themselves.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from goldenthread.basics.days import without_weekday
from goldenthread.governance.models import AgendaItem, Forum, Meeting, NextStep, Resolution
from goldenthread.inspections.models import Recommendation
from goldenthread.plans.gathering import stands_of
from goldenthread.plans.models import Action, CheckRequest, DeadlineMove, Plan
from goldenthread.plans.standing import Stands

Kind = AgendaItem.Kind
SHORT = 200


@dataclass(frozen=True, kw_only=True)
class Offer:
    """Something that is due for a meeting; the fields are those of `AgendaItem`.

    `key` is the same each time, so that it is not put on one agenda twice.
    """

    kind: str
    key: str
    title: str
    why: str = ""
    topic: str = ""
    plan: Plan | None = None
    action: Action | None = None
    recommendation: Recommendation | None = None
    paper: int | None = None


def offers(meeting: Meeting) -> list[Offer]:
    """All that is due for a meeting and not on its agenda, in the order of an agenda.

    A constant number of queries for any number of actions.
    """
    there = set(meeting.items.values_list("key", flat=True))
    found = [
        *_last_time(meeting),
        *_standing(meeting),
        *_watched(meeting.forum),
        *_of_plans(meeting),
    ]
    return [one for one in found if one.key not in there]


def next_meeting(forum: Forum, after: date) -> Meeting | None:
    """The first meeting to come after a day."""
    return forum.meetings.to_come().filter(day__gt=after).order_by("day").first()


def last_held(forum: Forum, before: date) -> Meeting | None:
    """The last meeting that was held before a day."""
    return forum.meetings.held().filter(day__lt=before).order_by("-day").first()


def _last_time(meeting: Meeting) -> Iterator[Offer]:
    last = last_held(meeting.forum, meeting.day)
    if last is not None and last.state == Meeting.State.HELD:
        yield Offer(
            kind=Kind.LAST_TIME,
            key=f"minutes {last.pk}",
            title=f"Minutes of {without_weekday(last.day)}",
            why="They are not approved yet.",
        )
    earlier = {"meeting__forum": meeting.forum, "meeting__day__lt": meeting.day}
    resolutions = Resolution.objects.open().filter(
        **{f"decision__item__{path}": value for path, value in earlier.items()}
    )
    for one in resolutions.select_related("decision__item__meeting", "action__plan"):
        yield _not_done("resolution", one, one.decision.item)
    steps = NextStep.objects.open().filter(
        **{f"item__{path}": value for path, value in earlier.items()}
    )
    for step in steps.select_related("item__meeting", "lead", "action__plan").order_by("due_on"):
        yield _not_done("next step", step, step.item)


def _not_done(what: str, row: Resolution | NextStep, item: AgendaItem) -> Offer:
    since = without_weekday(item.meeting.day)
    by = f", by {without_weekday(row.due_on)}" if row.due_on else ""
    return Offer(
        kind=Kind.LAST_TIME,
        key=f"{what} {row.pk}",
        title=_short(f"Not yet done: {row.text}"),
        why=f"{what.capitalize()} of {since}{by}.",
        action=row.action,
        plan=row.action.plan if row.action else None,
    )


def _standing(meeting: Meeting) -> Iterator[Offer]:
    for one in meeting.forum.standing_items.filter(ended_on=None).order_by("pk"):
        if not one.months or meeting.day.month in one.months:
            yield Offer(
                kind=Kind.STANDING,
                key=f"standing {one.pk}",
                title=one.title,
                why=one.get_kind_display() if one.kind != "other" else "",
                topic=one.get_kind_display(),
            )


def _watched(forum: Forum) -> Iterator[Offer]:
    rows = forum.watches.filter(ended_on=None).select_related("plan", "recommendation")
    for row in rows.order_by("pk"):
        yield Offer(
            kind=Kind.WATCHED,
            key=f"watched {row.pk}",
            title=_short(f"Progress: {row.of}"),
            why=row.printed or f"Watched {row.times} times in {row.months} months.",
            plan=row.plan,
            recommendation=row.recommendation,
        )


def _of_plans(meeting: Meeting) -> Iterator[Offer]:
    plans = Plan.objects.current().filter(
        watched_by__forum=meeting.forum, watched_by__ended_on=None
    )
    rows = Action.objects.in_force().filter(plan__in=plans, same_as=None)
    actions = list(rows.select_related("plan").order_by("plan_id", "order"))
    stands = stands_of(actions, timezone.localdate())
    following = next_meeting(meeting.forum, meeting.day)
    until = following.day if following else meeting.day
    yield from _by_day(actions, stands, until)
    yield from _claims(actions)
    yield from _extensions(actions)


def _by_day(actions: Iterable[Action], stands: dict[int, Stands], until: date) -> Iterator[Offer]:
    dues = []
    for action in actions:
        stand = stands[action.pk]
        day = stand.last_day
        if day is None:
            continue
        if stand.is_late:
            yield _of(action, Kind.LATE, f"Late since {without_weekday(day)}.")
        elif day <= until and _is_open(stand):
            dues.append(_of(action, Kind.DUE, f"Due on {without_weekday(day)}."))
    yield from dues


def _is_open(stand: Stands) -> bool:
    return stand.delivered not in ("done", "superseded", "ineffective")


def _claims(actions: list[Action]) -> Iterator[Offer]:
    waiting = CheckRequest.objects.waiting().filter(link__test__action__in=actions)
    since = dict(waiting.order_by("-asked_on").values_list("link__test__action", "asked_on"))
    for action in actions:
        if action.pk in since:
            day = without_weekday(since[action.pk])
            yield _of(action, Kind.CLAIM, f"Evidence waits for a check since {day}.")


def _extensions(actions: list[Action]) -> Iterator[Offer]:
    asked = DeadlineMove.objects.filter(state="asked", action__in=actions).order_by("pk")
    by_action = {move.action_id: move for move in asked}
    for action in actions:
        if move := by_action.get(action.pk):
            why = f"Asked for until {without_weekday(move.to)}: {move.reason}"
            yield _of(action, Kind.EXTENSION, _short(why))


def _of(action: Action, kind: str, why: str) -> Offer:
    return Offer(
        kind=kind,
        key=f"{kind} {action.pk}",
        title=_short(f"{action.public_id} {action.text}"),
        why=why,
        action=action,
        plan=action.plan,
    )


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= SHORT else f"{words[: SHORT - 1].rstrip()}…"
