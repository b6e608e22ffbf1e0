"""The words of the list of a plan's checkers."""

from collections.abc import Sequence

from goldenthread.plans.models import Checker
from goldenthread.web import words
from goldenthread.web.components import Cell, Column, Table
from goldenthread.web.plans import addresses


def table(rows: Sequence[Checker], *, may_take: bool) -> Table | None:
    """Who checks the plan since when, and who did."""
    if not rows:
        return None
    columns = [Column(heading=heading) for heading in ("Checker", "Since", "Until", "Change")]
    lines = [_line(row, may_take=may_take) for row in rows]
    return Table(caption="Checkers", columns=columns, rows=lines, caption_is_hidden=True)


def says(*, may_give: bool, free: int) -> str:
    """Why nobody can be given the plan, where that is so."""
    if not may_give:
        return "An improvement officer says who checks a plan."
    if not free:
        return (
            "Every account with the role “Checker” has this plan. "
            "An administrator gives the role to more people."
        )
    return "A checker sees the whole plan and accepts or returns its evidence."


def _line(row: Checker, *, may_take: bool) -> list[Cell]:
    ended = row.ended_on is not None
    href = addresses.of_plan(row.plan, "take-checker", row.pk) if may_take and not ended else ""
    return [
        Cell(str(row.user)),
        Cell(words.day(row.started_on)),
        Cell(words.day(row.ended_on) if row.ended_on else "today"),
        Cell(f"Take from {row.user}" if href else "", href=href),
    ]
