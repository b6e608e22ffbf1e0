"""The words of versions: their list, and two of them side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.plans.differences import difference
from goldenthread.plans.models import Version
from goldenthread.plans.side_by_side import DAY, LEAD, TEST, Apart, Changed, Printed, Run, runs
from goldenthread.web import words
from goldenthread.web.components import Cell, Column, Empty, Table

COLUMNS = tuple(Column(heading=one) for one in ("Version", "Of", "Recorded"))
FIELDS = {LEAD: "Lead", DAY: "By when", TEST: "Test"}
NOTHING = "nothing printed"


def table(rows: Sequence[Version]) -> Table:
    """All versions, the latest first."""
    lines = [
        [
            Cell(f"Version {row.number}", note=row.get_state_display()),
            Cell(_of(row)),
            Cell(words.day(row.recorded_at), note=str(row.recorded_by)),
        ]
        for row in reversed(rows)
    ]
    return Table(caption="Versions", columns=COLUMNS, rows=lines, caption_is_hidden=True)


def _of(row: Version) -> str:
    return row.label or (words.day(row.day) if row.day else "no day given")


@dataclass(frozen=True)
class Choice:
    """One of the two lists to choose from: its name in the address, and what is chosen first."""

    name: str
    label: str
    options: Sequence[tuple[int, str]]
    chosen: int


def choices(rows: Sequence[Version]) -> list[Choice]:
    """The version before and the version after; none where there is only one."""
    if len(rows) == 1:
        return []
    options = [(row.number, f"Version {row.number}, {_of(row)}") for row in rows]
    return [
        Choice("a", "From", options, rows[-2].number),
        Choice("b", "To", options, rows[-1].number),
    ]


def empty(rows: Sequence[Version]) -> Empty | None:
    """What to say where there is nothing to compare with."""
    if len(rows) > 1:
        return None
    return Empty(
        heading="There is one version",
        text="Import the next one as the next version of this plan. Both then stay as they were "
        "submitted, and stand here side by side.",
    )


@dataclass(frozen=True)
class Beside:
    """One field of a row that differs: as it was, and as it is."""

    heading: str
    before: str
    after: str


@dataclass(frozen=True)
class Row:
    """A row that both versions hold otherwise; the texts word by word where it was reworded."""

    name: str
    number: str
    text: str
    said: str
    before: Sequence[Run]
    after: Sequence[Run]
    fields: Sequence[Beside]


@dataclass(frozen=True)
class Part:
    """What differs among the items, or among the actions."""

    noun: str
    apart: Apart
    sentence: str
    rows: Sequence[Row]


class ApartPage:
    """Two versions side by side."""

    def __init__(self, first: Version, second: Version, items: Apart, actions: Apart) -> None:
        self.before, self.after = (f"Version {row.number}, {_of(row)}" for row in (first, second))
        self.parts = [_part("item", items), _part("action", actions)]

    @property
    def empty(self) -> Empty | None:
        """What to say where nothing differs."""
        if not all(part.apart.is_same for part in self.parts):
            return None
        return Empty(
            heading="Both versions say the same",
            text="No item and no action was added, dropped or reworded, and none has another "
            "lead, day or test.",
        )


def _part(noun: str, found: Apart) -> Part:
    counted = (
        (len(found.added), "added"),
        (len(found.dropped), "dropped"),
        (sum(one.reworded for one in found.changed), "reworded"),
        *(
            (sum(field in one.fields for one in found.changed), f"with another {field}")
            for field in FIELDS
        ),
        (found.same, "as before"),
    )
    told = ", ".join(f"{words.number(number)} {what}" for number, what in counted if number)
    sentence = f"{told or 'None in either version'}."
    return Part(noun, found, sentence, [_row(one) for one in found.changed])


def _row(one: Changed) -> Row:
    before, after = runs(one.before.text, one.after.text) if one.reworded else ([], [])
    return Row(
        one.after.public_id,
        one.after.number,
        one.after.text,
        difference(one.before.text, one.after.text) if one.reworded else "",
        before,
        after,
        [
            Beside(FIELDS[name], _all(one.before, name), _all(one.after, name))
            for name in one.fields
        ],
    )


def _all(row: Printed, field: str) -> str:
    return "; ".join(row.of(field)) or NOTHING
