"""What a frequency and the dates beside it mean together."""

from __future__ import annotations

import calendar
from dataclasses import replace
from datetime import date

from goldenthread.basics.wording import compose_dates
from goldenthread.basics.wording.draft import Draft, tokens_between
from goldenthread.basics.wording.frequencies import Frequency
from goldenthread.basics.wording.ranges import Dated
from goldenthread.basics.wording.scan import Sight
from goldenthread.basics.wording.when import spoken
from goldenthread.basics.wording.words import MONTHS

_THEN = ("then", "thereafter", "and", "&", "subsequently", "and then", "followed")
_YEARS = ("num", "apos", "dmy", "iso", "two", "pair")


def recurring(sight: Sight) -> Draft | None:
    """ "monthly", "commencing 09/08/12 then quarterly", "annually in March"."""
    if not sight.frequencies:
        return None
    one = sight.frequencies[0]
    draft = Draft("recurring", recurrence=one.text, doubts=one.doubts)
    if len({f.text for f in sight.frequencies}) > 1:
        draft = draft.doubted("two frequencies stand here", one.text)
    if any(i in sight.numbers for i in (one.start - 1, one.start - 2)):
        draft = draft.doubted("a number before the frequency was not read", one.text)
    if sight.dates:
        return _with_dates(sight, one, draft)
    return _with_states(sight, draft)


def _with_states(sight: Sight, draft: Draft) -> Draft:
    """A frequency beside a length or a state: both are shown, and the second is asked about."""
    if sight.lengths:
        return replace(draft, offset=sight.lengths[0].offset).doubted(
            "a frequency and a length of time stand together", "the first day and the frequency"
        )
    if sight.has("immediate", "ongoing", "in_progress", "not_started") and not sight.has("vague"):
        return draft.doubted(
            "a frequency and a state stand together", f"{draft.recurrence}, from a day"
        )
    return draft


def _with_dates(sight: Sight, one: Frequency, draft: Draft) -> Draft:
    dated = compose_dates.dates_of(sight)[0]
    if len(sight.dates) == 1 and _names_no_year(sight, dated) and one.unit == "year":
        named = _month_named(sight, dated)
        if one.text.removeprefix("each ").title() in calendar.month_name:
            return draft.doubted("several months of each year", f"{one.text} and {named}")
        return replace(draft, recurrence=f"{one.text} in {named}")
    found = compose_dates.composed(sight)
    if found is None or found.kind == "none":
        return replace(draft, doubts=(*draft.doubts, *(found.doubts if found else ())))
    both = replace(draft, precision=found.precision, doubts=(*draft.doubts, *found.doubts))
    return _bounds(sight, one, dated, both, found)


def _bounds(sight: Sight, one: Frequency, dated: Dated, draft: Draft, found: Draft) -> Draft:
    """The first and last day of the recurrence, as far as the words set them."""
    words = dated.govern.split()
    if "until" in words or "to" in words or "by" in words:
        ends = replace(draft, latest=found.latest)
        return ends.doubted("a frequency with “by”", "its first day") if "by" in words else ends
    if found.latest and (dated.ranged or len(sight.dates) > 1):
        return _from(replace(draft, latest=found.latest), found.earliest)
    if "from" in words or "after" in words or _goes_on(sight, one, dated):
        return _from(draft, found.earliest)
    return _from(draft, found.earliest).doubted(
        "a frequency and a date; is it the first day, the last or the only one",
        f"{one.text} from {spoken(found.earliest)}" if found.earliest else one.text,
    )


def _from(draft: Draft, first: date | None) -> Draft:
    said = f"{draft.recurrence} from {first.isoformat()}" if first else draft.recurrence
    return replace(draft, earliest=first, recurrence=said)


def _goes_on(sight: Sight, one: Frequency, dated: Dated) -> bool:
    """Whether "then" or "and" leads from the date to the frequency."""
    between = tokens_between(sight, dated.end, one.start)
    after = sight.tape.at(one.end).text
    return dated.end <= one.start and (any(word in _THEN for word in between) or after in _THEN)


def _month_named(sight: Sight, dated: Dated) -> str:
    named = [sight.tape.at(i) for i in range(dated.start, dated.end)]
    return " to ".join(
        MONTHS[int(token.value) - 1].title() for token in named if token.tag == "month"
    )


def _names_no_year(sight: Sight, dated: Dated) -> bool:
    tags = [sight.tape.at(i).tag for i in range(dated.start, dated.end)]
    numbers = [tag for tag in tags if tag in _YEARS]
    return "month" in tags and len(numbers) <= (0 if tags[-1] in _YEARS else 1)
