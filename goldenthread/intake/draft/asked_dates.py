"""Questions about timescales: what they mean, before the inspection, missing, not local."""

from collections.abc import Iterator
from datetime import date

from goldenthread.basics.wording import Reading, before_inspection, read
from goldenthread.intake.draft.form import Draft, Row, accepted, items_of
from goldenthread.intake.draft.question import Question, called, place_of

Days = tuple[date, date]
# A wording that sets no day of its own, so that a local date has to be found elsewhere.
_NO_DAY = ("immediate", "none", "tbc", "reference")


def questions(draft: Draft, days: Days | None, anchor: date | None) -> Iterator[Question]:
    """The questions of each action's timescale, then those of the items'.

    Args:
        days:   the first and last day of the inspection that the plan answers, if known.
        anchor: the day of the document, which months without a year take theirs from.
    """
    for action in accepted(draft, "actions"):
        yield from _of_action(action, days, anchor)
    items = accepted(draft, "items")
    for before, item in zip([None, *items], items, strict=False):
        yield from _of_item(draft, item, before, anchor)


def _of_action(action: Row, days: Days | None, anchor: date | None) -> Iterator[Question]:
    text = action.get("local_timescale")
    if not text or action.get("local_due"):
        return
    reading = read(text, anchor=anchor)
    early = before_inspection(reading, days[0]) if days else None
    if early:
        yield _question(action, "before inspection", f"{called(action)}: {early}", None)
    elif reading.question and reading.kind != "immediate":
        words = f"{called(action)}: “{_line(text)}”: {reading.question.question} By when?"
        yield _question(action, "timescale", words, _day(reading))


def _question(action: Row, kind: str, words: str, suggestion: str | None) -> Question:
    return Question(
        kind=kind,
        where=f"actions/{action['id']}/local_due",
        words=words,
        suggestion=suggestion,
        key=f"{kind}:{action['id']}",
        rows=(action["id"],),
        place=place_of(action, "local_timescale"),
    )


def _of_item(
    draft: Draft, item: Row, before: Row | None, anchor: date | None
) -> Iterator[Question]:
    text = item.get("timescale")
    if not text:
        yield from _no_timescale(draft, item, before)
        return
    reading = read(text, anchor=anchor)
    if reading.kind == "immediate":
        yield from _no_local_date(draft, item, text, anchor)
    elif reading.question and not item.get("due"):
        yield Question(
            kind="timescale",
            where=f"items/{item['id']}/due",
            words=f"Item {item['number']}: “{_line(text)}”: {reading.question.question} By when?",
            suggestion=_day(reading),
            key=f"timescale:{item['id']}",
            rows=(item["id"],),
            place=place_of(item, "timescale"),
        )


def _no_timescale(draft: Draft, item: Row, before: Row | None) -> Iterator[Question]:
    """Asked only where the plan has a timescale of the inspectorate for other items."""
    if not any(one.get("timescale") for one in accepted(draft, "items")):
        return
    above = before.get("timescale") if before and before["plan"] == item["plan"] else None
    ask = f"Carry down “{_line(above)}” from the item above?" if above else "What is it?"
    yield Question(
        kind="no timescale",
        where=f"items/{item['id']}/timescale",
        words=f"Item {item['number']} has no timescale of the inspectorate. {ask}",
        suggestion=above,
        key=f"no timescale:{item['id']}",
        rows=(item["id"],),
        place=place_of(item, "timescale"),
    )


def _no_local_date(draft: Draft, item: Row, text: str, anchor: date | None) -> Iterator[Question]:
    """ "Immediately" gives no day: each action of the item needs one of the council's (D-07)."""
    for action in accepted(draft, "actions"):
        first = next(iter(items_of(draft, action)), None)
        if first is None or first["id"] != item["id"] or action.get("same_as"):
            continue
        if action.get("local_due") or action.get("targets") or _has_day(action, anchor):
            continue
        words = (
            f"{called(action)}: item {item['number']} is to be done “{_line(text)}”, which gives "
            "no day, and the action has no local date. By when?"
        )
        yield _question(action, "no local date", words, None)


def _has_day(action: Row, anchor: date | None) -> bool:
    text = action.get("local_timescale") or ""
    return bool(text) and read(text, anchor=anchor).kind not in _NO_DAY


def _day(reading: Reading) -> str | None:
    return reading.due.isoformat() if reading.due else None


def _line(text: str) -> str:
    return " ".join(text.split())
