"""The composers: each looks for one meaning in what was seen; the first that finds it speaks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from goldenthread.basics.wording import compose_dates
from goldenthread.basics.wording.compose_deadlines import dated, relative
from goldenthread.basics.wording.compose_recurring import recurring
from goldenthread.basics.wording.compose_states import event, no_date, reference, state
from goldenthread.basics.wording.draft import Draft
from goldenthread.basics.wording.scan import Sight
from goldenthread.basics.wording.when import spoken

Composer = Callable[[Sight], Draft | None]

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
    if any(seen) or states or sight.governors or sight.not_dates or sight.loose:
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
    if _future(sight) or sight.words or sight.events:
        return draft.doubted(
            "“complete” stands in a sentence", "the day it was done, or the deadline"
        )
    return draft


def _future(sight: Sight) -> bool:
    """Whether the words say that it is still to be done."""
    texts = [token.text for token in sight.tape.tokens]
    return "to be" in texts or any(text in _NOT_YET for text in texts) or "will" in texts


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
    dated,
    relative,
    state,
    event,
    reference,
    no_date,
)
