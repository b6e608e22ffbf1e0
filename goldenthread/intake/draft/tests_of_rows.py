"""The tests that a row of a plan names, one for each line that begins a test of its own."""

from collections.abc import Iterator, Mapping

from goldenthread.intake.draft.form import Row
from goldenthread.intake.draft.lines_of_tests import lines_of
from goldenthread.intake.draft.question import place_of
from goldenthread.plans.drafts import TestDraft

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


def _measures(row: Row) -> Iterator[TestDraft]:
    for field, column in _COLUMNS.items():
        for n, text in enumerate(row.get(field) or ()):
            place = place_of(row, f"{field}/{n}")
            yield TestDraft(text=text, column=column, place=place)
