"""The composers for what is no date: a state, an event still to come, a pointer, no timescale."""

from __future__ import annotations

from goldenthread.basics.wording.draft import Draft
from goldenthread.basics.wording.scan import Sight

_EVENT_REACH = 5


def state(sight: Sight) -> Draft | None:
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


def event(sight: Sight) -> Draft | None:
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


def reference(sight: Sight) -> Draft | None:
    """ "See above", "as above (1.1)"."""
    is_pointer = sight.has("reference") or "a pointer" in sight.not_dates
    return Draft("reference") if is_pointer else None


def no_date(sight: Sight) -> Draft | None:
    """Ages, standards, titles and words such as "regular" are known to be no date."""
    return Draft("none") if sight.not_dates or sight.has("vague") else None
