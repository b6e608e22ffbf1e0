"""What the wordings of a plan propose to be set up: whoever confirms an action decides."""

from dataclasses import dataclass

from goldenthread.plans import recurring
from goldenthread.plans.models import Action


@dataclass(frozen=True)
class Proposal:
    """A recurrence that a printed timescale names."""

    printed: str
    recurs: recurring.Recurs

    @property
    def number(self) -> int | None:
        """How many weeks, where the frequency asks."""
        return self.recurs.number if self.recurs.frequency == recurring.WEEKS else None


def proposal(action: Action) -> Proposal | None:
    """The recurrence that the action's own timescale names; the council's before the others'.

    Counted from the day that is printed, else from the day on which the plan was recorded.
    """
    recorded = action.plan.recorded_at.date()
    rows = action.deadlines.current().exclude(printed="").order_by("-source", "pk")
    for row in rows:
        found = recurring.proposed(row.printed, row.anchor or recorded)
        if found is not None:
            return Proposal(row.printed, found)
    return None
