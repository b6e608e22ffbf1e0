"""What a workbook that comes back says otherwise than the plan: a rule that asks no table."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from goldenthread.intake.tracker.columns import COLUMNS, SAID, Column, day_of, folded, plain

Cells = Mapping[str, str]


@dataclass(frozen=True)
class Line:
    """A row of the workbook that names an action: its row as Excel counts, and its cells.

    Only the columns that the workbook has are there; `formulas` are those that hold one.
    """

    row: int
    public_id: str
    cells: Cells
    formulas: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Difference:
    """One cell that was changed in the workbook.

    `was` stood there when the workbook was made, `now` stands here today. `is_both` where it
    was changed here since, too: it counts only where somebody chooses it.
    """

    public_id: str
    row: int
    column: str
    was: str
    theirs: str
    now: str
    is_both: bool

    @property
    def key(self) -> str:
        """What names it in a form."""
        return f"{self.public_id}:{self.column}"


@dataclass(frozen=True)
class Compared:
    """What is different, what keeps cells from being taken, and how many rows say the same."""

    differences: tuple[Difference, ...]
    problems: tuple[str, ...]
    unchanged: int


def compare(
    lines: Sequence[Line],
    *,
    was: Mapping[str, Cells] | None,
    now: Mapping[str, Cells],
    said: Mapping[str, Collection[str]],
) -> Compared:
    """Compare a workbook with the plan as it was when it was made, and as it is.

    Args:
        lines: the rows of the workbook.
        was:   the cells of each action when the workbook was made; None where that is not
               known: then everything that differs counts as changed on both sides.
        now:   the cells of each action today.
        said:  the updates of each action since, folded: what is said here is not said twice.
    """
    often = Counter(line.public_id for line in lines)
    problems: list[str] = []
    differences: list[Difference] = []
    for line in lines:
        if trouble := _not_taken(line, often, now):
            problems.append(trouble)
            continue
        for column in COLUMNS:
            found = _cell(line, column, was, now[line.public_id], said.get(line.public_id, ()))
            if isinstance(found, str):
                problems.append(found)
            elif found is not None:
                differences.append(found)
    problems += _left_out(lines, now)
    changed = {one.public_id for one in differences}
    same = sum(line.public_id in now and line.public_id not in changed for line in lines)
    return Compared(tuple(differences), tuple(problems), same)


def _not_taken(line: Line, often: Counter[str], now: Mapping[str, Cells]) -> str:
    """Why a row is not taken at all."""
    where = f"Row {line.row}"
    if not line.public_id:
        return (
            f"{where}: there is no reference, so nothing was taken. A new action is added on the "
            "plan's page."
        )
    if often[line.public_id] > 1:
        return (
            f"{where}: {line.public_id} stands in {often[line.public_id]} rows, so none of them "
            "was taken. Keep one."
        )
    if line.public_id not in now:
        return (
            f"{where}: {line.public_id} is no action of this plan that you see, so nothing was "
            "taken. Check the reference."
        )
    return ""


def _left_out(lines: Sequence[Line], now: Mapping[str, Cells]) -> Iterator[str]:
    missing = [one for one in now if one not in {line.public_id for line in lines}]
    if missing:
        some = ", ".join(missing[:5]) + (" and more" if len(missing) > 5 else "")
        yield (
            f"{len(missing)} of the plan's actions are not in the workbook ({some}). Nothing is "
            "taken away from the plan."
        )


def _cell(
    line: Line,
    column: Column,
    was: Mapping[str, Cells] | None,
    now: Cells,
    said: Collection[str],
) -> Difference | str | None:
    """A difference, a sentence on why the cell is not taken, or None where nothing changed."""
    if column.key not in line.cells:
        return None
    theirs, here = plain(column, line.cells[column.key]), now[column.key]
    before = None if was is None else was.get(line.public_id, {}).get(column.key)
    if folded(theirs) in (folded(here), folded(before if before is not None else here)):
        return None
    if column.key == SAID and folded(theirs) in said:
        return None
    if trouble := _no_good(line, column, theirs):
        return f"Row {line.row}, {column.heading}: {trouble}"
    both = before is None or folded(before) != folded(here)
    return Difference(
        line.public_id, line.row, column.key, before or "", theirs, here, is_both=both
    )


def _no_good(line: Line, column: Column, theirs: str) -> str:
    """Why a changed cell is not taken; empty where it is."""
    if not column.is_open:
        return "this column only tells. What was changed there was not taken."
    if column.key in line.formulas:
        return "it holds a formula, which is not taken. Type the value itself."
    if not theirs:
        return "it was emptied. An empty cell takes nothing away; nothing was changed."
    if column.kind == "day" and day_of(theirs) is None:
        return f"“{theirs[:60]}” is no day. Type it such as 16 May 2026."
    if column.kind == "choice" and folded(theirs) not in map(folded, column.choices):
        return f"“{theirs[:60]}” is none of: {', '.join(column.choices)}."
    return ""
