"""The composers for deadlines: a date with what stands beside it, or a length of time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from goldenthread.basics.wording import compose_dates
from goldenthread.basics.wording.draft import Draft
from goldenthread.basics.wording.lengths import Length
from goldenthread.basics.wording.scan import Sight
from goldenthread.basics.wording.when import spoken

_A_MONTH = 31


def dated(sight: Sight) -> Draft | None:
    """A date, with what a state beside it changes."""
    draft = compose_dates.composed(sight)
    if draft is None or draft.kind == "none":
        return draft
    if sight.lengths:
        return _length_and_date(sight, sight.lengths[0], draft)
    if sight.has("ongoing"):
        return _ongoing_and_date(sight, draft)
    return _state_and_date(sight, draft)


def _state_and_date(sight: Sight, draft: Draft) -> Draft:
    """A state beside a date is asked about, unless the date can only be the deadline."""
    governed = sight.dates[0].govern.split()[-1:]
    anchor, last = sight.tape.anchor, draft.latest or draft.earliest
    to_come = anchor is not None and last is not None and last >= anchor
    unsure = sight.has("immediate", "urgent") or (
        sight.has("in_progress", "not_started") and not to_come
    )
    if unsure and governed not in (["by"], ["from"]):
        return draft.doubted("a state stands beside the date", "the deadline, if it is another day")
    return draft


def _length_and_date(sight: Sight, length: Length, draft: Draft) -> Draft:
    """ "within 3 months of 16 May 2016" counts from that day; otherwise both are asked about."""
    if _agree(sight, length, draft):
        return draft
    if length.end != sight.dates[0].start:
        return draft.doubted("a length of time and a date stand together", "the deadline meant")
    base = draft.latest or draft.earliest
    due = length.counted_from(base) if base else None
    said = spoken(base) if base else "that day"
    found = Draft("relative", offset=length.offset, due=due, relative_to=said, doubts=draft.doubts)
    return found.doubted(
        f"counted from {said}, which stands in the wording", spoken(due) if due else "the day meant"
    )


def _agree(sight: Sight, length: Length, draft: Draft) -> bool:
    """Whether the length, counted from the anchor, ends about when the date does."""
    counted = length.counted_from(sight.tape.anchor) if sight.tape.anchor else None
    if counted is None or draft.latest is None or length.end == sight.dates[0].start:
        return False
    return abs((counted - draft.latest).days) <= _A_MONTH


def _ongoing_and_date(sight: Sight, draft: Draft) -> Draft:
    """ "Oct. 13 and ongoing", "ongoing from", "ongoing to March 2016"."""
    place = next(i for state, i in sight.states if state == "ongoing")
    words = sight.dates[0].govern.split()
    if "until" in words or "to" in words:
        return replace(draft, kind="ongoing", earliest=None)
    if sight.dates[0].ranged:
        return replace(draft, kind="ongoing")
    if "by" in words or (sight.dates[0].start > place and "from" not in words):
        return replace(draft, kind="ongoing", earliest=None, due=None).doubted(
            "ongoing, and a date that may be its start, its end or a review",
            spoken(draft.latest) if draft.latest else "the day meant",
        )
    return replace(draft, kind="ongoing", latest=None, due=None)


def relative(sight: Sight) -> Draft | None:
    """A length of time, counted from the anchor for `due`."""
    if not sight.lengths:
        return None
    length = sight.lengths[0]
    draft = Draft(
        "relative", offset=length.offset, relative_to=length.base or None, doubts=length.doubts
    )
    if len(sight.lengths) > 1:
        return draft.doubted("two lengths of time stand here", "the one that sets the deadline")
    if sight.numbers:
        left = sight.tape.at(sight.numbers[0]).text
        return draft.doubted(
            f"the number “{left}” belongs to no length that was read", "the length meant"
        )
    if sight.has("immediate", "urgent", "ongoing", "in_progress", "not_started", "done"):
        draft = draft.doubted("a length of time and a state stand together", "the deadline meant")
    if not length.sure and (sight.words or sight.events):
        draft = draft.doubted(
            "a length of time inside other words; it may be no deadline",
            "the deadline, if it is one",
        )
    return _counted(draft, length, sight.tape.anchor)


def _counted(draft: Draft, length: Length, anchor: date | None) -> Draft:
    if length.unit == "working day":
        return draft.doubted(
            "working days need a start and a calendar of holidays", "the day that the clock gives"
        )
    if length.sign < 0 or anchor is None:
        return draft
    return replace(draft, due=length.counted_from(anchor))
