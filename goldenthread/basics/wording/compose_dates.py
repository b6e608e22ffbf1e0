"""What the dates of a wording mean together, once each of them has been read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from goldenthread.basics.wording.draft import Draft, of_dated
from goldenthread.basics.wording.ranges import Dated, bounded
from goldenthread.basics.wording.scan import Sight
from goldenthread.basics.wording.when import spoken

# A governing word may stand this many tokens before its date ("by the meeting on 28/08/12").
_REACH = 6
_BESIDE = 3
_FAR_GOVERNORS = ("by", "before", "after", "from", "not before", "until", "moved", "was")


def dates_of(sight: Sight) -> list[Dated]:
    """The dates with words that stand a little before them, each end opened by its word."""
    return [bounded(_reached(sight, n)) for n in range(len(sight.dates))]


def _reached(sight: Sight, n: int) -> Dated:
    """A date with no governing word of its own takes the one left over just before it."""
    dated = sight.dates[n]
    floor = sight.dates[n - 1].end if n else 0
    if dated.govern not in ("", "about"):
        return dated
    near = range(max(floor, dated.start - _REACH), dated.start)
    far = [v for v, i in sight.governors if v in _FAR_GOVERNORS and i in near and _leads(sight, i)]
    if not far:
        return dated
    of_event = "event " if far[-1] in ("before", "after") else ""
    reached = replace(dated, govern=f"{of_event}{far[-1]} {dated.govern}".strip())
    if far[-1] in ("before", "after", "from", "not before"):
        return _doubt(
            reached, "the words before the date name an event; its day is read", "the day meant"
        )
    return reached


def _leads(sight: Sight, i: int) -> bool:
    """Not so the noun "post", nor "from" a number ("from 150 in September")."""
    counts = sight.tape.tag(i + 1) in ("num", "numword", "amount")
    return not sight.tape.is_word(i, "post") and not counts


def _doubt(dated: Dated, what: str, suggestion: str) -> Dated:
    draft = Draft("", doubts=dated.span.doubts).doubted(what, suggestion)
    return replace(dated, span=replace(dated.span, doubts=draft.doubts))


def composed(sight: Sight) -> Draft | None:
    """The reading of a wording's dates; None when it has none."""
    dates = _distinct(dates_of(sight))
    if not dates:
        return None
    draft = _one(sight, dates[0]) if len(dates) == 1 else _several(dates)
    return _with_leftovers(sight, draft)


def _distinct(dates: Sequence[Dated]) -> list[Dated]:
    """The dates without those that say the same again: "Quarter 1 (April - June 2013)"."""
    found: dict[tuple[object, ...], Dated] = {}
    for dated in dates:
        key = (dated.span.first, dated.span.last, dated.span.first is None and dated.start)
        if key not in found or len(dated.span.doubts) < len(found[key].span.doubts):
            found[key] = dated
    return list(found.values())


def _one(sight: Sight, dated: Dated) -> Draft:
    words = dated.govern.split()
    draft = of_dated(dated)
    if draft.kind == "none":
        return draft
    if "until" in words or "to" in words:
        draft = _until(sight, draft, words)
    if "before" in words and dated.span.edge:
        draft = draft.doubted("“before the end” is read with the last day itself", _last_day(draft))
    if "unsure" in words:
        draft = draft.doubted("“as of” may name a start or a day looked at", _last_day(draft))
    if "about" in words:
        draft = draft.doubted("the date is given as likely or approximate", "the day agreed")
    if "review" in words and (sight.states or sight.frequencies):
        draft = draft.doubted("the date is that of a review", "the deadline, if it is another day")
    return draft


def _until(sight: Sight, draft: Draft, words: list[str]) -> Draft:
    """ "until": an end when something goes on; otherwise the day itself, and asked."""
    if sight.frequencies or sight.has("ongoing", "in_progress"):
        return replace(draft, earliest=None)
    if "moved" in words:
        return draft
    return draft.doubted("“until” does not say whether it ends or begins then", _last_day(draft))


def _several(dates: Sequence[Dated]) -> Draft:
    """Two dates or more: a start with an end, a moved date, or a question."""
    drafts = [of_dated(dated) for dated in dates]
    broken = [draft for draft in drafts if draft.kind == "none"]
    if broken:
        return Draft("none", doubts=tuple(doubt for draft in broken for doubt in draft.doubts))
    kept = [
        (draft, dated)
        for draft, dated in zip(drafts, dates, strict=True)
        if "was" not in dated.govern
    ]
    if len(kept) == 1:
        return kept[0][0].doubted("an earlier date stands beside it", _last_day(kept[0][0]))
    moved = [draft for draft, dated in zip(drafts, dates, strict=True) if "moved" in dated.govern]
    if moved and moved[-1].due:
        return moved[-1].doubted(
            "the date has been moved; the new one is read", _last_day(moved[-1])
        )
    return _start_and_end(dates, drafts) or _unsure(drafts)


def _start_and_end(dates: Sequence[Dated], drafts: Sequence[Draft]) -> Draft | None:
    """ "from April 2013 ... until March 2014" and "starting May, complete by July 2013"."""
    if len(dates) != 2 or not dates[0].govern.endswith("from"):
        return None
    ends = dates[1].govern.split()[-1:]
    first, last = drafts
    if ends not in (["until"], ["to"], ["by"]) or not first.earliest or not last.latest:
        return None
    if last.latest < first.earliest:
        return None
    doubts = (*first.doubts, *last.doubts)
    return Draft("range", first.earliest, last.latest, last.precision, due=last.due, doubts=doubts)


def _unsure(drafts: Sequence[Draft]) -> Draft:
    """Several dates that no word joins: all of them are shown, and which counts is asked."""
    firsts = [draft.earliest for draft in drafts if draft.earliest]
    lasts = [draft.latest for draft in drafts if draft.latest]
    doubts = tuple(doubt for draft in drafts for doubt in draft.doubts)
    earliest = min(firsts) if len(firsts) == len(drafts) else None
    latest = max(lasts) if len(lasts) == len(drafts) else None
    said = " or ".join(_last_day(draft) for draft in drafts)
    return Draft(
        "range", earliest, latest, drafts[-1].precision, due=latest, doubts=doubts
    ).doubted(f"{len(drafts)} dates stand here; which is the deadline", said)


def _with_leftovers(sight: Sight, draft: Draft) -> Draft:
    """What stands beside a date and was not read is asked about."""
    if draft.kind == "none":
        return draft
    for what in _leftovers(sight):
        draft = draft.doubted(what, _last_day(draft))
    return draft


def _leftovers(sight: Sight) -> Iterator[str]:
    tags = [token.tag for token in sight.tape.tokens]
    if "query" in tags:
        yield "a question mark stands beside the date"
    if "schoolbreak" in tags:
        yield "the days of school holidays are set locally"
    if tags[-1] == "dash":
        yield "a dash stands after the date; is its end missing"
    if "angle" in tags:
        yield "the sign beside the date may mean before, after or moved to"
    beside = [i for i in sight.loose if abs(sight.dates[0].start - i) <= _BESIDE]
    left = [*beside, *sight.numbers]
    if left:
        yield f"“{sight.tape.at(left[0]).text}” belongs to no date that was read"


def _last_day(draft: Draft) -> str:
    day: date | None = draft.latest or draft.earliest
    return spoken(day) if day else "the day meant"
