"""The tests that a row of a plan names, one for each line that begins a test of its own."""

import re
from collections.abc import Iterator, Mapping

from goldenthread.intake.draft.form import Row
from goldenthread.intake.draft.question import place_of
from goldenthread.plans.drafts import TestDraft

_GOES_ON = re.compile(r"^[a-z(]")
_COLUMNS = {
    "measures_of_progress": "measures of progress",
    "measures_of_impact": "measures of impact",
}


def tests_of(row: Row) -> list[TestDraft]:
    """The tests of an action or item, in their order; a kind only where a person said one."""
    kinds: Mapping[str, str] = row.get("test_kinds") or {}
    return [
        *(
            TestDraft(text=text, kind=kinds.get(str(n)) or "", place=place_of(row, "test"))
            for n, text in enumerate(lines_of(row.get("test") or ""))
        ),
        *_measures(row),
    ]


def lines_of(cell: str) -> list[str]:
    """The tests of a cell; joined by line breaks they are the cell again.

    A line that goes on, and all below one that ends with a colon, belong to the test above.

    >>> lines_of("Copy of letter\\nReport cards on:\\nreferrals\\nvisits")
    ['Copy of letter', 'Report cards on:\\nreferrals\\nvisits']
    """
    tests: list[str] = []
    listing = False
    for line in cell.split("\n"):
        if tests and (listing or not line.strip() or _GOES_ON.match(line.strip())):
            tests[-1] += f"\n{line}"
        else:
            tests.append(line)
        listing = listing or line.rstrip().endswith(":")
    return [test for test in tests if test.strip()]


def _measures(row: Row) -> Iterator[TestDraft]:
    for field, column in _COLUMNS.items():
        for n, text in enumerate(row.get(field) or ()):
            place = place_of(row, f"{field}/{n}")
            yield TestDraft(text=text, column=column, place=place)
