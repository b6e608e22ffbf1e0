"""What a comparison says: a difference, where it is, and its figures before and after."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from goldenthread.papers.comparing.figures import changed, figures

FIGURES_NAMED = 8


@dataclass(frozen=True)
class Difference:
    """A figure, row, table or section of a paper that is not as it was.

    Attributes:
        where:  for a person: "Late, row P1-A12, Deadline".
        before: what the frozen paper prints; "" where something was added.
        after:  what the finished one prints; "" where something is gone.
    """

    kind: Literal["changed", "added", "gone"]
    where: str
    before: str
    after: str


def of(where: str, before: str, after: str) -> Difference:
    """A difference by what stood and stands there."""
    kind: Literal["changed", "added", "gone"] = (
        "added" if not before else "gone" if not after else "changed"
    )
    return Difference(kind, where, before, after)


def of_figures(where: str, before: str, after: str) -> Iterator[Difference]:
    """A difference for each figure that one of two texts has and the other has not."""
    for pair in changed(before, after):
        yield of(where, *pair)


def gone(where: str, text: str) -> Difference:
    """A whole part that is gone, with how many figures."""
    return Difference("gone", where, counted(text), "")


def added(where: str, text: str) -> Difference:
    """A whole part that was added, with how many figures."""
    return Difference("added", where, "", counted(text))


def counted(text: str) -> str:
    """How many figures a text has, and the first of them: "2 figures: 14 of 20, 45%"."""
    printed = [figure.printed for figure in figures(text)]
    if not printed:
        return "no figures"
    named = ", ".join(printed[:FIGURES_NAMED])
    more = ", ..." if len(printed) > FIGURES_NAMED else ""
    return f"{len(printed)} figure{'s' if len(printed) > 1 else ''}: {named}{more}"
