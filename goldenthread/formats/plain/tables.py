"""What the plain form carries, a template of each table, and the page that explains them."""

import csv
import io

from goldenthread.formats.named import is_needed
from goldenthread.tables import children, education, own, protection, staff
from goldenthread.tables.columns import Column, Kind, Table

TABLES: tuple[Table, ...] = (
    children.FAMILIES,
    *own.TABLES,
    protection.PRE_PROCEEDINGS,
    protection.FAMILY_MEETINGS,
    education.EDUCATION_PLANS,
    staff.WORKERS,
)
BY_NAME = {table.name: table for table in TABLES}
# Made-up cells of the one row that a template shows.
EXAMPLES = {
    Kind.KEY: "A1",
    Kind.CHILD: "100001",
    Kind.WORKER: "W1",
    Kind.TEAM: "Team 1",
    Kind.CODE: "OTHER",
    Kind.DAY: "31/03/2026",
    Kind.MONTH: "31/03/2026",
    Kind.WHOLE: "2",
    Kind.NUMBER: "1.5",
    Kind.FLAG: "yes",
}
CELLS = {
    Kind.KEY: "a number or short name of yours; it is hashed",
    Kind.CHILD: "the case system's person number; it is hashed",
    Kind.WORKER: "a staff number; it is hashed",
    Kind.TEAM: "the team as the case system calls it",
    Kind.CODE: "a code of at most 60 letters, never free text",
    Kind.DAY: "a day, such as 31/03/2026 or 2026-03-31",
    Kind.MONTH: "any day of the month",
    Kind.WHOLE: "a whole number",
    Kind.NUMBER: "a number, such as 12.5",
    Kind.FLAG: "yes or no",
}
HEAD = """# The plain form

Written from `goldenthread/tables` by `python -m tools.print_plain_form`; change it there.

What no return carries comes in as lists of the council's own: **one CSV file a table**, headed by the names of columns
below, in any order and any case. A file is known by its heading, not by its name. The heading line of each table, with one
made-up row, is the template.

- A column may be left out, unless it is marked *needed*; what cannot be worked out without it is then said to be so. The
  first column of most tables names the row; where it is left out, the name is made of who, which and the first day.
- A number that stands in two tables must be the same in both: a meeting in `attendance` is the meeting of its conference.
  Leave `cp_plan` and `referral` empty unless plans and referrals come with the case system's own numbers too.
- A code is kept in capitals with underscores: “Requires improvement” and `REQUIRES_IMPROVEMENT` are one.
- A cell that cannot be read is named by file, row and column. Its row stays, marked, so that no child is lost.
- Columns that are not of the table are left out unread. Names, addresses and free text have no place here.
"""
COLUMNS = "| column | what to write | meaning | empty means |"


def template(table: str) -> str:
    """The heading line of a table and one made-up row, as CSV.

    Raises:
        KeyError: the plain form does not carry the table.
    """
    columns = BY_NAME[table].columns
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow([column.name for column in columns])
    writer.writerow([EXAMPLES[column.kind] for column in columns])
    return lines.getvalue()


def page() -> str:
    """The page of the plain form, in Markdown."""
    return "\n".join([HEAD, *map(_of_table, TABLES)])


def _of_table(table: Table) -> str:
    head = f"## {table.name}\n\nOne row is {table.one_row}.\n\n```csv\n{template(table.name)}```\n"
    rows = [_of_column(table, column) for column in table.columns]
    return "\n".join([head, COLUMNS, "|---|---|---|---|", *rows, ""])


def _of_column(table: Table, column: Column) -> str:
    needed = "; *needed*" if is_needed(table, column) else ""
    empty = "its name is made" if _is_made(table, column) else column.empty
    return f"| `{column.name}` | {CELLS[column.kind]}{needed} | {column.meaning} | {empty} |"


def _is_made(table: Table, column: Column) -> bool:
    return column is table.columns[0] and column.kind is Kind.KEY
