"""The verbs of the inspections room."""

from goldenthread.inspections.actions.asking import (
    decide_target,
    mark_shared,
    record_contribution,
    set_addressees,
)
from goldenthread.inspections.actions.closing import (
    close_recommendation,
    decide_consider,
    reopen_recommendation,
)
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
    "close_recommendation",
    "count_publication_day",
    "decide_consider",
    "decide_target",
    "decide_uncited",
    "link_finding",
    "mark_shared",
    "mark_used",
    "record_contribution",
    "record_crosswalk",
    "record_previous",
    "record_publication_day",
    "record_receipt_day",
    "record_report",
    "reopen_recommendation",
    "set_addressees",
    "set_local_date",
    "state_deadline",
    "withdraw_report",
]
