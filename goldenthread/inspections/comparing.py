"""Two judgements beside each other: only on one scale, or over a crosswalk that somebody recorded.

A report that calls an earlier grade by another word is no crosswalk.
"""

from collections.abc import Callable
from dataclasses import dataclass

NO_CROSSWALK = "scales differ, no crosswalk"
NOT_JUDGED = "not judged, cannot be compared"
NO_GRADE = "no grade, cannot be compared"


@dataclass(frozen=True)
class Graded:
    """A grade on a scale; `rank` 1 is the best, None where it has none ('not judged')."""

    scale: str
    code: str
    label: str
    rank: int | None


@dataclass(frozen=True)
class Judged:
    """A judgement for comparing: of which area, with which grade (None: could not be read)."""

    area: str
    grade: Graded | None


@dataclass(frozen=True)
class Comparison:
    """`words` for a page; `steps` up (positive is better), None where it cannot be said."""

    words: str
    steps: int | None = None
    notes: tuple[str, ...] = ()


Crosswalk = Callable[[Graded, str], Graded | None]
"""The grade that an authority reads another one as on the scale named, if it recorded it."""


def no_crosswalk(_grade: Graded, _scale: str) -> None:
    """Of an authority that has recorded none."""


def compare(earlier: Judged, later: Judged, crosswalk: Crosswalk = no_crosswalk) -> Comparison:
    """How the later judgement stands to the earlier one."""
    notes = () if earlier.area == later.area else ("the areas differ",)
    before, after = earlier.grade, later.grade
    if before is None or after is None:
        return Comparison(NO_GRADE, notes=notes)
    if before.scale != after.scale:
        read_as = crosswalk(before, after.scale)
        if read_as is None:
            return Comparison(NO_CROSSWALK, notes=notes)
        notes = (*notes, f"{before.label} read as {read_as.label} by a recorded crosswalk")
        before = read_as
    if before.rank is None or after.rank is None:
        return Comparison(NOT_JUDGED, notes=notes)
    steps = before.rank - after.rank
    return Comparison(_words(steps), steps, notes)


def _words(steps: int) -> str:
    if steps == 0:
        return "the same grade"
    count = f"{abs(steps)} grade{'' if abs(steps) == 1 else 's'}"
    return f"{count} {'better' if steps > 0 else 'worse'}"
