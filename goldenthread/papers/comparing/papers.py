"""Compares two papers section by section."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from goldenthread.papers.comparing import differing, flowing, grids, prose
from goldenthread.papers.comparing.aligning import pairs
from goldenthread.papers.comparing.differing import Difference
from goldenthread.papers.comparing.outline import Grid, Section

ALIKE = 70.0
TOP = "The top of the paper"


def compare(
    before: Sequence[Section], after: Sequence[Section], *, flows: bool = False
) -> list[Difference]:
    """All that differs, in the order of the frozen paper; `flows`: the finished one is a PDF."""
    found = pairs(
        before,
        after,
        keys=[lambda one: (one.above, one.title), lambda one: one.title],
        text=lambda one: one.text.casefold(),
        alike=ALIKE,
    )
    name_of_one, name_of_other = _names(before), _names(after)
    rows: list[Difference] = []
    for one, other in found:
        if one is not None and other is not None:
            rows += _section(before[one], after[other], name_of_one(before[one]), flows=flows)
        elif one is not None:
            rows.append(differing.gone(name_of_one(before[one]), before[one].text))
        elif other is not None:
            rows.append(differing.added(name_of_other(after[other]), after[other].text))
    return rows


def _names(sections: Sequence[Section]) -> Callable[[Section], str]:
    """What a person calls a section; one whose title stands twice with the one above it."""
    titles = Counter(section.title for section in sections)

    def name(section: Section) -> str:
        if titles[section.title] > 1 and section.above:
            return f"{section.above}: {section.title}"
        return section.title or TOP

    return name


def _section(before: Section, after: Section, where: str, *, flows: bool) -> Iterator[Difference]:
    yield from differing.of_figures(f"{where}, heading", before.title, after.title)
    if flows and len(before.grids) != len(after.grids):
        yield from differing.of_figures(where, _all(before), _all(after))
        return
    if flows and before.paragraphs:
        recut = flowing.recut(before.paragraphs, after.paragraphs)
        yield from prose.compare_in_order(before.paragraphs, recut, where)
    else:
        yield from prose.compare(before.paragraphs, after.paragraphs, where)
    yield from _grids(before.grids, after.grids, where)


def _all(section: Section) -> str:
    """All that stands below a heading."""
    return "\n".join(chain(section.paragraphs, (grid.text for grid in section.grids)))


def _grids(before: Sequence[Grid], after: Sequence[Grid], where: str) -> Iterator[Difference]:
    found = pairs(
        before, after, keys=[lambda grid: grid.titles], text=lambda grid: grid.text, alike=ALIKE
    )
    many = max(len(before), len(after)) > 1
    for one, other in found:
        number = (one if one is not None else other or 0) + 1
        if one is not None and other is not None:
            named = f"{where}, table {number}" if many else where
            yield from grids.compare(before[one], after[other], named)
        elif one is not None:
            yield differing.gone(f"{where}, table {number}", before[one].text)
        elif other is not None:
            yield differing.added(f"{where}, new table {number}", after[other].text)
