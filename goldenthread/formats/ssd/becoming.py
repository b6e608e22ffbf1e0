"""What the rows of the standard's tables become where a table needs more than its own row."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from goldenthread.formats.named import Become, Row, as_it_stands
from goldenthread.formats.reading import Keys

# These are read first: others are completed from them.
FIRST = ("legal_statuses", "care_episodes", "placements", "care_visits")
TELL_WHOSE_CARE = frozenset({"placements", "care_visits"})
# Columns that are made of others, and which of the table's own must be there for it.
DERIVED = {
    "children": {"birth_month": {"birth_day"}, "unborn": {"birth_day", "expected_month"}},
    "care_episodes": {"legal_status": {"child", "started_on"}},
    "care_reviews": {"child": {"care"}},
}
Status = tuple[date, date, str | None]


class Becoming:
    """Completes rows from rows of other tables that came before."""

    def __init__(self, keys: Keys) -> None:
        self._keys = keys
        self._whose: dict[str, str] = {}
        self._statuses: dict[str, list[Status]] = {}
        self._ways: dict[str, Callable[[Row, Sequence[str]], Iterable[Row]]] = {
            "children": self._child,
            "assessment_factors": self._factors,
            "legal_statuses": self._status,
            "care_episodes": self._episode,
            "care_reviews": self._review,
            **dict.fromkeys(TELL_WHOSE_CARE, self._care),
        }

    def way(self, table: str) -> Become:
        """What a row of a table becomes."""
        return self._ways.get(table, as_it_stands)

    def _child(self, row: Row, bad: Sequence[str]) -> Iterable[Row]:
        born = row.get("birth_day")
        row["birth_month"] = born and born.replace(day=1)
        if "birth_day" not in bad:
            row["unborn"] = born is None and row.get("expected_month") is not None
        return (row,)

    def _factors(self, row: Row, bad: Sequence[str]) -> Iterable[Row]:
        if "factor_code" in bad:
            return (row,)
        own, codes = row.get("factor"), row.get("factor_code") or ()
        return [
            {**row, "factor": own and self._keys.row(own, code), "factor_code": code}
            for code in codes
        ]

    def _status(self, row: Row, _bad: Sequence[str]) -> Iterable[Row]:
        child, start = row.get("child"), row.get("started_on")
        if child is not None and start is not None:
            status = (start, row.get("ended_on") or date.max, row.get("legal_status"))
            self._statuses.setdefault(child, []).append(status)
        return (row,)

    def _episode(self, row: Row, bad: Sequence[str]) -> Iterable[Row]:
        """With the legal status in which it began; a change of status begins a new episode."""
        start = row.get("started_on")
        held = [
            status
            for status in self._statuses.get(row.get("child", ""), ())
            if start is not None and status[0] <= start <= status[1]
        ]
        row["legal_status"] = max(held, key=lambda each: each[0])[2] if held else None
        return self._care(row, bad)

    def _care(self, row: Row, _bad: Sequence[str]) -> Iterable[Row]:
        care, child = row.get("care"), row.get("child")
        if care is not None and child is not None:
            self._whose[care] = child
        return (row,)

    def _review(self, row: Row, _bad: Sequence[str]) -> Iterable[Row]:
        """With the child whose period of care it is: the standard's reviews name none."""
        row["child"] = self._whose.get(row.get("care", ""))
        return (row,)
