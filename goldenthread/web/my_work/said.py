"""What was said last of the actions on somebody's list: updates, forecasts, more time asked for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from goldenthread.people.models import User
from goldenthread.plans import marks
from goldenthread.plans.models import DeadlineMove, Update
from goldenthread.web import words


@dataclass(frozen=True)
class Said:
    """Of one action, in words; empty where nobody said anything."""

    last: str = ""
    forecast: str = ""
    asked: str = ""


def said_of(actions: Iterable[int], by: User) -> dict[int, Said]:
    """By action, what was said last. Two queries, however many there are."""
    wanted = set(actions)
    updates: dict[int, list[Update]] = {}
    told = Update.objects.visible_to(by).standing().filter(action__in=wanted)
    for row in told.select_related("by", "for_whom").order_by("pk"):
        updates.setdefault(row.action_id or 0, []).append(row)
    moves: dict[int, list[DeadlineMove]] = {}
    for move in (
        DeadlineMove.objects.visible_to(by)
        .filter(action__in=wanted, item=None, milestone=None)
        .order_by("pk")
    ):
        moves.setdefault(move.action_id, []).append(move)
    return {
        pk: Said(
            last=_last(updates.get(pk, [])),
            forecast=_forecast(moves.get(pk, [])),
            asked=_asked(moves.get(pk, [])),
        )
        for pk in wanted
    }


def _last(updates: list[Update]) -> str:
    if not updates:
        return ""
    last = updates[-1]
    said = last.text
    if last.kind == Update.Kind.NO_CHANGE:
        again = takewhile(lambda one: one.kind == Update.Kind.NO_CHANGE, reversed(updates))
        said = marks.no_change_words(len(list(again)))
    who, on = str(last.for_whom or last.by), _day(last)
    return f"{said[:1].upper()}{said[1:]} ({who}{f', {words.day(on)}' if on else ''})"


def _day(update: Update) -> date | None:
    """The day on which it was said; of an imported one without a day, none."""
    return update.said_on


def _forecast(moves: list[DeadlineMove]) -> str:
    forecasts = [move.to for move in moves if move.kind == DeadlineMove.Kind.FORECAST]
    return words.day(forecasts[-1]) if forecasts else ""


def _asked(moves: list[DeadlineMove]) -> str:
    asked = [move for move in moves if move.state == DeadlineMove.State.ASKED]
    if not asked:
        return ""
    return f"More time until {words.day(asked[-1].to)} is asked for and waits for an answer."
