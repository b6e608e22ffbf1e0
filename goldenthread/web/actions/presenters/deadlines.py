"""The two deadlines of an action, and how they moved: a line of dots, and the same in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from goldenthread.people.models import User
from goldenthread.plans import deadlines, status
from goldenthread.plans.models import Action, Deadline, DeadlineMove, Item, ToldLate
from goldenthread.web import words


@dataclass(frozen=True)
class Dot:
    """A day of the history: where on the line it stands, in hundredths, and in words."""

    day: date
    words: str
    kind: str
    place: float = 0.0


@dataclass(frozen=True)
class Stated:
    """One deadline as printed and as read."""

    whose: str
    printed: str
    reading: str


@dataclass(frozen=True)
class Asked:
    """More time that waits for an answer."""

    pk: int
    words: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class Deadlines:
    """Both deadlines, the day that counts, the history as dots, and what was asked for."""

    stated: Sequence[Stated]
    counts: str
    targets: Sequence[tuple[str, str]]
    later: bool
    moved: str
    dots: Sequence[Dot]
    asked: Sequence[Asked]
    told: Sequence[str]


def deadlines_of(action: Action, user: User, facts: status.Facts) -> Deadlines:
    """The deadlines that a user sees of an action, and of the items that it serves."""
    rows = list(_rows(action, user))
    moves = list(
        DeadlineMove.objects.visible_to(user)
        .filter(action=action)
        .select_related("asked_by", "decided_by", "item", "milestone")
        .order_by("pk")
    )
    counts = "No day counts: nothing is late."
    if facts.due is not None:
        counts = f"{words.day(facts.due)} counts"
        if facts.delivery not in ("done", "superseded", "ineffective"):
            counts += f": {deadlines.lateness_now(facts.due, facts.day)}"
    elif facts.at_once is not None:
        counts = "It was due immediately, and has no local date"
    elif facts.missed is not None:
        counts = "No deadline counts, but what recurs does"
    warned = Deadline.objects.later_than_the_inspectorates().filter(action=action)
    return Deadlines(
        stated=[*_stated(rows, "inspectorate"), *_stated(rows, "local")],
        counts=counts.removesuffix(".") + ".",
        targets=_targets(action, user, facts.day) if _is_told(action, rows, facts) else (),
        later=any(row.source == "local" for row in rows)
        and warned.filter(dropped_in=None).exists(),
        moved=_how_often(moves),
        dots=_placed(sorted(_dots(rows, moves), key=lambda dot: dot.day)),
        asked=[_asked(move) for move in moves if move.state == DeadlineMove.State.ASKED],
        told=_told(action, user),
    )


def _told(action: Action, user: User) -> list[str]:
    """Who was told that it is late, and when; the last first."""
    rows = ToldLate.objects.visible_to(user).filter(action=action).select_related("to")
    return [
        f"Late by {words.counted(row.after, 'working day')}: "
        f"{f'told {row.to}' if row.to else 'put on the director’s weekly list'} "
        f"on {words.day(row.at)}"
        for row in rows.order_by("-pk")
    ]


def _how_often(moves: Sequence[DeadlineMove]) -> str:
    """How often it was forecast anew and how often more time was agreed."""
    forecasts = sum(move.kind == DeadlineMove.Kind.FORECAST for move in moves)
    agreed = sum(move.state == DeadlineMove.State.APPROVED for move in moves)
    if not forecasts and not agreed:
        return ""
    return (
        f"Forecast {words.counted(forecasts, 'time')}; "
        f"more time agreed {words.counted(agreed, 'time')}."
    )


def _rows(action: Action, user: User) -> Sequence[Deadline]:
    served = Q(action=None, item__served_by__action=action, item__served_by__dropped_in=None)
    rows = Deadline.objects.visible_to(user).current().filter(Q(action=action) | served)
    return list(rows.select_related("item").distinct().order_by("pk"))


def _is_told(action: Action, rows: Sequence[Deadline], facts: status.Facts) -> bool:
    for_items = any(row.action_id == action.pk and row.item_id for row in rows)
    return for_items or (facts.delivery == "done" and facts.due is not None)


def _targets(action: Action, user: User, day: date) -> list[tuple[str, str]]:
    """How a done action, or one with a day for each item, stands in the items that a user sees."""
    seen = set(Item.objects.visible_to(user).filter(plan=action.plan).values_list("pk", flat=True))
    return [
        (one.item.number or one.item.public_id, one.words)
        for one in deadlines.by_item(action, day)
        if one.item.pk in seen
    ]


def _stated(rows: Sequence[Deadline], source: str) -> Iterator[Stated]:
    theirs = [row for row in rows if row.source == source]
    whose = "Inspectorate" if source == "inspectorate" else "Local"
    if not theirs:
        yield Stated(whose, "", "none")
    for row in theirs:
        of = f" for item {row.item.number or row.item.public_id}" if row.item else ""
        reading = _read(row)
        basis = f", {row.basis}" if row.basis else ""
        yield Stated(f"{whose}{of}", row.printed, reading + basis)


def _read(row: Deadline) -> str:
    """The day, with the day on which a range begins."""
    if row.due is None:
        return "gives no day"
    first = row.earliest
    is_range = row.reading == "range" and first is not None and first != row.due
    return (
        f"from {words.day(first)} to {words.day(row.due)}"
        if first and is_range
        else words.day(row.due)
    )


def _dots(rows: Sequence[Deadline], moves: Sequence[DeadlineMove]) -> Iterator[Dot]:
    for row in rows:
        if row.due is not None:
            yield Dot(row.due, f"{row.get_source_display()} deadline, original", "original")
    for move in moves:
        yield Dot(move.to, _moved(move), move.kind if move.state != "refused" else "refused")


def _moved(move: DeadlineMove) -> str:
    said = {"said": "Forecast", "asked": "More time asked for", "approved": "Agreed"}
    head = said.get(move.state, "More time refused")
    parts = [f"{head} by {move.decided_by or move.asked_by}, {words.day(move.asked_at)}"]
    if move.slip_days:
        parts.append(
            f"{words.counted(abs(move.slip_days), 'day')} "
            f"{'later' if move.slip_days > 0 else 'earlier'}"
        )
    if move.cause:
        parts.append(f"cause: {move.get_cause_display().lower()}")
    if move.reason:
        parts.append(move.reason)
    return "; ".join(parts)


def _placed(dots: Sequence[Dot]) -> list[Dot]:
    """The dots from 3 to 97 hundredths of the line, by their days."""
    if not dots:
        return []
    first, span = dots[0].day, max((dots[-1].day - dots[0].day).days, 1)
    return [
        Dot(dot.day, dot.words, dot.kind, 3 + 94 * (dot.day - first).days / span) for dot in dots
    ]


def _asked(move: DeadlineMove) -> Asked:
    return Asked(
        move.pk,
        f"{move.asked_by} asked for more time until {words.day(move.to)}",
        f"{move.get_cause_display()}: {move.reason}",
    )
