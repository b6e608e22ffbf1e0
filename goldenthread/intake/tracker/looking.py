"""What a workbook that came back says otherwise than the plan today."""

from django.utils import timezone

from goldenthread.intake.models import TrackerReturn
from goldenthread.intake.tracker.cells import actions_of, cells_of, said_since
from goldenthread.intake.tracker.comparing import Compared, Line, compare
from goldenthread.people.models import User


def compared(returned: TrackerReturn, by: User) -> Compared:
    """What a workbook says otherwise than the plan as `by` sees it today."""
    rows = list(actions_of(returned.plan, by))
    tracker = returned.tracker
    since = tracker.at if tracker else returned.plan.recorded_at
    return compare(
        [
            Line(row, one, cells, frozenset(formulas))
            for row, one, cells, formulas in returned.lines
        ],
        was=tracker.cells if tracker else None,
        now=cells_of(rows, timezone.localdate()),
        said=said_since(rows, since),
    )
