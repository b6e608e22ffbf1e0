"""Weak paragraphs that nothing cites: each needs a decision (DESIGN section 2, 'finding')."""

from collections.abc import Iterable
from dataclasses import dataclass

WEAKNESS = "weakness"


@dataclass(frozen=True)
class Paragraph:
    """What coverage asks of a finding; `is_recommendation` where it is itself one of the list."""

    id: int
    sense: str
    cited: bool = False
    decided: bool = False
    is_recommendation: bool = False


@dataclass(frozen=True)
class Coverage:
    """Ids of the weak paragraphs in report order: all, the cited ones, the rest by decision."""

    weak: tuple[int, ...]
    cited: tuple[int, ...]
    decided: tuple[int, ...]
    open: tuple[int, ...]

    @property
    def is_complete(self) -> bool:
        """Whether no weak paragraph waits for a decision."""
        return not self.open


def coverage(paragraphs: Iterable[Paragraph], cited_above: Iterable[int] = ()) -> Coverage:
    """Sort the weak paragraphs; `cited_above` are those that actions of a plan cite."""
    above = frozenset(cited_above)
    weak = [one for one in paragraphs if one.sense == WEAKNESS and not one.is_recommendation]
    cited = [one.id for one in weak if one.cited or one.id in above]
    rest = [one for one in weak if one.id not in set(cited)]
    return Coverage(
        weak=tuple(one.id for one in weak),
        cited=tuple(cited),
        decided=tuple(one.id for one in rest if one.decided),
        open=tuple(one.id for one in rest if not one.decided),
    )
