"""Parts a timescale that names two ends: completed by one day, implemented by another. No table."""

import re
from dataclasses import dataclass
from datetime import date

from goldenthread.basics.wording import read

COMPLETE, IMPLEMENT = "complete", "implement"
# The verb before its day, or the day before its verb: "Jan 14 complete".
_VERB = re.compile(r"\b(complet|implement)\w*(?: by| in| on)?\b[\s:]*", re.IGNORECASE)
_JOINS = re.compile(
    r"^[\s,;&–—-]*(?:and\b|then\b)?[\s,;]*|[\s,;&–—-]*(?:\band|\bthen)?[\s,;.]*$", re.I
)
_BOTH = 2


@dataclass(frozen=True)
class Part:
    """One end: its kind, its words and its day."""

    kind: str
    printed: str
    due: date
    precision: str


def parts(printed: str, anchor: date | None) -> tuple[Part, ...]:
    """The two ends in their order; none where the words do not name both, each with one day."""
    verbs = list(_VERB.finditer(printed))
    kinds = [COMPLETE if verb.group(1).lower() == "complet" else IMPLEMENT for verb in verbs]
    if len(verbs) != _BOTH or set(kinds) != {COMPLETE, IMPLEMENT}:
        return ()
    first, second = verbs
    if _clean(printed[: first.start()]):
        days = [printed[: first.start()], printed[first.end() : second.start()]]
        rest = printed[second.end() :]
    else:
        days = [printed[first.end() : second.start()], printed[second.end() :]]
        rest = ""
    found = [_part(kind, _clean(day), anchor) for kind, day in zip(kinds, days, strict=True)]
    made = tuple(one for one in found if one is not None)
    return made if len(made) == _BOTH and not _clean(rest) else ()


def _clean(text: str) -> str:
    return _JOINS.sub("", text).strip()


def _part(kind: str, printed: str, anchor: date | None) -> Part | None:
    reading = read(printed, anchor=anchor)
    if reading.due is None or reading.question is not None:
        return None
    return Part(kind, printed, reading.due, reading.precision or "day")
