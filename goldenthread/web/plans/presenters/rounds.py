"""What the page of a plan's update rounds says."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.plans.answering import Answers, answers_of
from goldenthread.plans.models import ClosedRound, Plan, UpdateRhythm
from goldenthread.plans.rounds import open_on
from goldenthread.thread.leads import leads_of
from goldenthread.web import words
from goldenthread.web.components import Cell, Column, Table
from goldenthread.web.plans import addresses

NOBODY = "Nobody leads these"


@dataclass(frozen=True)
class Waiting:
    """Somebody who has not answered, with the references; `href` asks them again."""

    name: str
    references: str
    href: str


class RoundsPage:
    """The open round, who has not answered, what was late, and the rounds that are over."""

    def __init__(
        self,
        plan: Plan,
        row: UpdateRhythm | None,
        closed: Sequence[ClosedRound],
        day: date,
        *,
        may_set: bool,
    ) -> None:
        now = open_on(row.rhythm, day) if row else None
        found = answers_of(plan, now) if now else Answers((), (), ())
        self.rhythm = f"It asks: {row.get_every_display().lower()}." if row else ""
        self.now = ""
        if now:
            self.now = (
                f"Open since {words.day(now.opens)}, due by {words.day(now.due)}, closes after "
                f"{words.day(now.closes)}: {found.words}."
            )
        self.late = ", ".join(one.public_id for one in found.late)
        self.waiting = _waiting(plan, found, day, may_ask=may_set)
        self.closed = _table(closed)


def _waiting(plan: Plan, found: Answers, day: date, *, may_ask: bool) -> list[Waiting]:
    """Those who have not answered, by name; what nobody leads comes last."""
    leads = leads_of({one.pk for one in found.missing}, day)
    by_lead: dict[tuple[str, int | None], list[str]] = defaultdict(list)
    for one in found.missing:
        lead = leads.get(one.pk)
        by_lead[(lead.name, lead.person) if lead else (NOBODY, None)].append(one.public_id)
    return [
        Waiting(
            name,
            ", ".join(references),
            addresses.of_plan(plan, "ask-again", person) if may_ask and person else "",
        )
        for (name, person), references in sorted(
            by_lead.items(), key=lambda one: (one[0][0] == NOBODY, one[0][0], one[0][1] or 0)
        )
    ]


def _table(closed: Sequence[ClosedRound]) -> Table | None:
    if not closed:
        return None
    rows = [
        [Cell(words.day(one.opened_on)), Cell(words.day(one.due_on)), Cell(str(one))]
        for one in closed
    ]
    columns = [Column(heading=heading) for heading in ("Opened", "Due", "What came of it")]
    return Table(caption="Rounds that are over", columns=columns, rows=rows)
