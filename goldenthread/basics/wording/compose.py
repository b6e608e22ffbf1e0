"""The composers: each looks for one meaning in what was seen; the first that finds it speaks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from goldenthread.basics.wording import compose_dates
from goldenthread.basics.wording.compose_recurring import recurring
from goldenthread.basics.wording.draft import Draft
from goldenthread.basics.wording.lengths import Length
from goldenthread.basics.wording.scan import Sight
from goldenthread.basics.wording.when import spoken

Composer = Callable[[Sight], Draft | None]

_A_MONTH = 31
_NOT_YET = (
    "not",
    "unlikely",
    "incomplete",
    "cannot",
    "won't",
    "will not",
    "when",
    "until",
    "once",
    "if",
)


def compose(sight: Sight) -> Draft:
    """The meaning of a wording: that of the first composer which finds one."""
    for composer in _COMPOSERS:
        draft = composer(sight)
        if draft:
            return draft
    return _unread(sight)


def _blank(sight: Sight) -> Draft | None:
    """Nothing, a dash, "n/a": there is no date, and nothing to ask."""
    seen = (sight.dates, sight.lengths, sight.frequencies, sight.words, sight.numbers, sight.events)
    states = [state for state, _ in sight.states if state != "blank"]
    if any(seen) or states or sight.governors or sight.not_dates:
        return None
    if any(token.tag == "query" for token in sight.tape.tokens):
        return Draft("tbc")
    return Draft("none")


def _tbc(sight: Sight) -> Draft | None:
    """ "TBC", "TBC on 28/08/12" (a day on which it will be set), "Sept 2013 TBC" (provisional)."""
    if not sight.has("tbc"):
        return None
    if not sight.dates:
        return Draft("tbc")
    place = next(i for state, i in sight.states if state == "tbc")
    draft = compose_dates.composed(sight)
    if draft is None or sight.dates[0].start < place or draft.kind == "none":
        return draft and draft.doubted("the date is still to be confirmed", "the date, once agreed")
    settled = draft.latest or draft.earliest
    said = spoken(settled) if settled else "that day"
    return Draft("tbc", draft.earliest or draft.latest, None, draft.precision).doubted(
        f"the date is to be set on or about {said}; that is not the deadline",
        "the deadline that was set",
    )


def _school_holidays(sight: Sight) -> Draft | None:
    """ "during the summer and Christmas holiday periods": each year's, without days."""
    breaks = [token.text for token in sight.tape.tokens if token.tag == "schoolbreak"]
    if not breaks or sight.dates:
        return None
    each = any(text.endswith("s") for text in breaks)
    draft = Draft("season", precision="season", recurrence="each year" if each else None)
    return draft.doubted("the days of school holidays are set locally", "the day meant")


def _done(sight: Sight) -> Draft | None:
    """ "Completed", "Done 12/01/15"; with "by" or "from" the date is a deadline or a start."""
    if not sight.has("done") or sight.lengths or sight.frequencies:
        return None
    draft = compose_dates.composed(sight)
    if draft is None:
        return _bare_done(sight)
    words = sight.dates[0].govern.split()
    if (
        len(sight.dates) > 1
        or set(words) & {"by", "before", "from", "after", "until", "moved"}
        or _future(sight)
    ):
        return None
    anchor = sight.tape.anchor
    if anchor and draft.earliest and draft.earliest > anchor:
        draft = draft.doubted(
            "said to be done on a day that is still to come", "the day it was done, or the deadline"
        )
    if sight.has("ongoing", "in_progress"):
        draft = draft.doubted("two states stand beside the date", "done, or still going on")
    return replace(draft, kind="done" if draft.kind != "none" else "none", due=None)


def _bare_done(sight: Sight) -> Draft | None:
    if sight.has("ongoing", "in_progress", "not_started", "immediate"):
        return None
    draft = Draft("done")
    if _future(sight) or sight.words:
        return draft.doubted(
            "“complete” stands in a sentence", "the day it was done, or the deadline"
        )
    return draft


def _future(sight: Sight) -> bool:
    """Whether the words say that it is still to be done."""
    texts = [token.text for token in sight.tape.tokens]
    return "to be" in texts or any(text in _NOT_YET for text in texts) or "will" in texts


def _dated(sight: Sight) -> Draft | None:
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


def _relative(sight: Sight) -> Draft | None:
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


def _state(sight: Sight) -> Draft | None:
    """ "Immediate", "Ongoing", "In progress", "Not started", "In place"."""
    kinds = {
        "immediate": "immediate",
        "urgent": "immediate",
        "not_started": "not_started",
        "ongoing": "ongoing",
        "in_progress": "in_progress",
        "done": "done",
    }
    found = [kinds[state] for state, _ in sight.states if state in kinds]
    if not found:
        return _started(sight) or _in_place(sight)
    draft = Draft(found[0])
    if sight.has("immediate"):
        draft = Draft("immediate", offset="P0D", due=sight.tape.anchor)
    if len(set(found)) > 1:
        return draft.doubted("two states stand here", " or ".join(dict.fromkeys(found)))
    return _unsure_ongoing(sight, draft)


def _unsure_ongoing(sight: Sight, draft: Draft) -> Draft:
    """ "ongoing" before a noun says something of the noun and may be no timescale."""
    place = next((i for state, i in sight.states if state == "ongoing"), None)
    if place is None or draft.kind != "ongoing":
        return draft
    after = sight.tape.at(place + 1)
    if sight.tape.at(place).text.startswith("on") and after.tag in ("word", "label", "event"):
        return draft.doubted(
            "“ongoing” is said of a thing, which may be no timescale", "Ongoing, or a deadline"
        )
    return draft


def _started(sight: Sight) -> Draft | None:
    """ "Started", "Commenced": words that govern a date, and alone are a state."""
    alone = len(sight.tape.tokens) == 1 and sight.tape.at(0).text in ("started", "commenced")
    return Draft("in_progress") if alone else None


def _in_place(sight: Sight) -> Draft | None:
    """ "In place" alone is a state without a day; in a sentence it is said of something else."""
    if not sight.has("in_place"):
        return None
    if sight.words or sight.events or sight.governors:
        return None if sight.governors else Draft("none")
    return Draft("in_progress").doubted(
        "“in place” is a state, not a date; is it done", "Done, with the day it was done"
    )


def _event(sight: Sight) -> Draft | None:
    """ "prior to the next inspection": moves with an event whose day is not in the wording."""
    governors = [(value, i) for value, i in sight.governors if value in ("by", "before", "after")]
    if not governors:
        return _at_event(sight)
    place = governors[0][1]
    named = " ".join(token.text for token in sight.tape.tokens[place + 1 :])
    known = any(place < event <= place + _EVENT_REACH for event in sight.events)
    if not named:
        return None
    draft = Draft("relative", relative_to=named)
    return (
        draft
        if known
        else draft.doubted(f"the day of “{named}” is not known", "the deadline meant")
    )


_EVENT_REACH = 5


def _at_event(sight: Sight) -> Draft | None:
    """ "at the next monitoring visit" at the start of a short wording."""
    first = sight.tape.at(0)
    short = len(sight.tape.tokens) <= _EVENT_REACH and len(sight.words) <= 1
    if not (
        sight.events
        and short
        and (first.value in ("in", "within") or first.tag in ("this", "event"))
    ):
        return None
    named = " ".join(token.text for token in sight.tape.tokens)
    return Draft("relative", relative_to=named).doubted(
        "the day of this event is not known", "the deadline meant"
    )


def _reference(sight: Sight) -> Draft | None:
    """ "See above", "as above (1.1)"."""
    is_pointer = sight.has("reference") or "a pointer" in sight.not_dates
    return Draft("reference") if is_pointer else None


def _no_date(sight: Sight) -> Draft | None:
    """Ages, standards, titles and words such as "regular" are known to be no date."""
    return Draft("none") if sight.not_dates or sight.has("vague") else None


def _unread(sight: Sight) -> Draft:
    return Draft("none").doubted(
        "no date or timescale could be read", "a day such as 30 September 2013, or blank"
    )


_COMPOSERS: tuple[Composer, ...] = (
    _blank,
    _tbc,
    _done,
    recurring,
    _school_holidays,
    _dated,
    _relative,
    _state,
    _event,
    _reference,
    _no_date,
)
