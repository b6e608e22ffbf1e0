"""The words of plan quality: a count for each fault, and the actions that have it."""

from collections.abc import Mapping, Sequence

from goldenthread.plans.models import Action
from goldenthread.plans.quality import FAULTS, Asked, faults
from goldenthread.web import words
from goldenthread.web.components import Cell, Column, Count, Empty, Table
from goldenthread.web.plans import addresses
from goldenthread.web.plans.presenters.rows import short

COLUMNS = tuple(Column(heading=one) for one in ("Action", "What it does not say", "What to do"))


class QualityPage:
    """The faults of a plan's actions.

    Args:
        actions: in the plan's order.
        asked:   how each is planned, by its id.
        only:    a code of `FAULTS`: only actions with that fault are listed.
    """

    def __init__(self, actions: Sequence[Action], asked: Mapping[int, Asked], *, only: str) -> None:
        self.only = only
        self._found = [(row, faults(asked[row.pk])) for row in actions]

    @property
    def counts(self) -> list[Count]:
        """How many actions have each fault; each shows those alone."""
        whole = sum(not found for _, found in self._found)
        counts = [Count(number=whole, label="say all of it", tone="good" if whole else "")]
        for code, fault in FAULTS.items():
            number = sum(any(one.code == code for one, _ in found) for _, found in self._found)
            if number:
                counts.append(
                    Count(
                        number=number,
                        label=fault.words,
                        tone="amber",
                        href=f"?fault={code}",
                        is_current=code == self.only,
                    )
                )
        return counts

    @property
    def sentence(self) -> str:
        """The counts in words."""
        faulty = sum(bool(found) for _, found in self._found)
        return (
            f"{words.counted(len(self._found), 'action')}; {words.number(faulty)} do not say who, "
            "what, by when or how one will know."
        )

    @property
    def table(self) -> Table | None:
        """The actions with faults; None where there are none to show."""
        rows = [
            [
                Cell(
                    f"{row.public_id} {short(row.text, 100)}",
                    href=addresses.of_action(row),
                ),
                Cell("; ".join(said for _, said in found)),
                Cell(" ".join(dict.fromkeys(fault.do for fault, _ in found))),
            ]
            for row, found in self._found
            if any(self.only in ("", fault.code) for fault, _ in found)
        ]
        if not rows:
            return None
        return Table(caption="Actions", columns=COLUMNS, rows=rows, caption_is_hidden=True)

    @property
    def empty(self) -> Empty:
        """What is said where no action has a fault."""
        return Empty(
            heading="Every action says who, what, by when and how one will know",
            text="That is no proof that it is the right action, nor that it was done.",
        )
