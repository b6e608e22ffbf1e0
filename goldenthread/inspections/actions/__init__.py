"""The verbs of the inspections room."""

from goldenthread.inspections.actions.days import (
    count_publication_day,
    record_publication_day,
    record_receipt_day,
    set_local_date,
    state_deadline,
)
from goldenthread.inspections.actions.deciding import (
    decide_uncited,
    link_finding,
    record_crosswalk,
    record_previous,
)
from goldenthread.inspections.actions.recording import record_report
from goldenthread.inspections.actions.withdrawing import (
    archive_report,
    mark_used,
    withdraw_report,
)

__all__ = [
    "archive_report",
    "count_publication_day",
    "decide_uncited",
    "link_finding",
    "mark_used",
    "record_crosswalk",
    "record_previous",
    "record_publication_day",
    "record_receipt_day",
    "record_report",
    "set_local_date",
    "state_deadline",
    "withdraw_report",
]
