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
    record_inspection_days,
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
from goldenthread.inspections.actions.fieldwork import (
    answer_query,
    log_query,
    record_correction,
    refer_back,
    respond_to_referral,
)
from goldenthread.inspections.actions.kinds import add_inspection_type, set_inspection_type
from goldenthread.inspections.actions.recording import record_report
from goldenthread.inspections.actions.repeats import (
    decide_repeat,
    propose_repeats,
    record_repeat,
)
from goldenthread.inspections.actions.thresholds import record_threshold_change, record_told
from goldenthread.inspections.actions.visits import (
    call_off_visit,
    change_visit,
    prepare_visit,
    record_letter,
)
from goldenthread.inspections.actions.withdrawing import (
    archive_report,
    mark_used,
    withdraw_report,
)

__all__ = [
    "add_inspection_type",
    "answer_query",
    "archive_report",
    "call_off_visit",
    "change_visit",
    "close_recommendation",
    "count_publication_day",
    "decide_consider",
    "decide_repeat",
    "decide_target",
    "decide_uncited",
    "link_finding",
    "log_query",
    "mark_shared",
    "mark_used",
    "prepare_visit",
    "propose_repeats",
    "record_contribution",
    "record_correction",
    "record_crosswalk",
    "record_inspection_days",
    "record_letter",
    "record_previous",
    "record_publication_day",
    "record_receipt_day",
    "record_repeat",
    "record_report",
    "record_threshold_change",
    "record_told",
    "refer_back",
    "reopen_recommendation",
    "respond_to_referral",
    "set_addressees",
    "set_inspection_type",
    "set_local_date",
    "state_deadline",
    "withdraw_report",
]
