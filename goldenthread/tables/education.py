"""Special educational needs, from the request to the plan, and the plan for education in care."""

from goldenthread.tables.columns import Table, child, code, day, key, table, whole
from goldenthread.tables.protection import NO_PERIOD, OPEN

SEND = table(
    "send_records",
    "one child with a record of special educational needs",
    "ssd_send",
    (
        key("send_record", "this record", "send_table_id"),
        child("send_person_id"),
        code(
            "upn_unknown",
            "why there is no unique pupil number",
            "there is one, or nobody has said",
            "send_upn_unknown",
        ),
    ),
)

NEEDS = table(
    "send_needs",
    "one need that one plan names",
    "ssd_sen_need",
    (
        key("send_need", "this row", "senn_table_id"),
        key("active_plan", "the plan", "senn_active_ehcp_id"),
        code(
            "need_type",
            "which need",
            "the row says nothing; it is refused",
            "senn_active_ehcp_need_type",
        ),
        whole(
            "need_rank",
            "whether it is the main need (1) or a further one",
            "it is not ranked",
            "senn_active_ehcp_need_rank",
        ),
    ),
)

REQUESTS = table(
    "ehcp_requests",
    "one request for an education, health and care plan",
    "ssd_ehcp_requests",
    (
        key("ehcp_request", "this request", "ehcr_ehcp_request_id"),
        key("send_record", "the record that it belongs to", "ehcr_send_table_id"),
        day("requested_on", "the day of the request", NO_PERIOD, "ehcr_ehcp_req_date"),
        day("answered_on", "the day of the answer", OPEN, "ehcr_ehcp_req_outcome_date"),
        code("outcome", "what was decided", OPEN, "ehcr_ehcp_req_outcome"),
    ),
)

EHCP_ASSESSMENTS = table(
    "ehcp_assessments",
    "one assessment for such a plan",
    "ssd_ehcp_assessment",
    (
        key("ehcp_assessment", "this assessment", "ehca_ehcp_assessment_id"),
        key("ehcp_request", "the request", "ehca_ehcp_request_id"),
        day("decided_on", "the day of the decision", OPEN, "ehca_ehcp_assessment_outcome_date"),
        code("outcome", "whether a plan is made", OPEN, "ehca_ehcp_assessment_outcome"),
        code(
            "exceptions",
            "why the time limit did not hold",
            "it held, or nothing is recorded",
            "ehca_ehcp_assessment_exceptions",
        ),
    ),
)

NAMED_PLANS = table(
    "ehcp_named_plans",
    "one plan that was made",
    "ssd_ehcp_named_plan",
    (
        key("named_plan", "this plan", "ehcn_named_plan_id"),
        key("ehcp_assessment", "the assessment", "ehcn_ehcp_asmt_id"),
        day("started_on", "the first day", NO_PERIOD, "ehcn_named_plan_start_date"),
        day("ended_on", "the last day", OPEN, "ehcn_named_plan_ceased_date"),
        code("end_reason", "why it ended", OPEN, "ehcn_named_plan_ceased_reason"),
    ),
)

ACTIVE_PLANS = table(
    "ehcp_active_plans",
    "one plan that holds",
    "ssd_ehcp_active_plans",
    (
        key("active_plan", "this plan", "ehcp_active_ehcp_id"),
        key("ehcp_request", "the request", "ehcp_ehcp_request_id"),
        day(
            "reviewed_on",
            "the day of the last review",
            "there was none",
            "ehcp_active_ehcp_last_review_date",
        ),
    ),
)

EDUCATION_PLANS = table(
    "education_plans",
    "one personal education plan of one child in care, for one term",
    "",
    (
        key("education_plan", "this plan"),
        child(),
        day("completed_on", "the day on which it was completed or reviewed", "it is not yet"),
        code("school_term", "of which term", "it is worked out from the day"),
    ),
)

TABLES: tuple[Table, ...] = (
    SEND,
    NEEDS,
    REQUESTS,
    EHCP_ASSESSMENTS,
    NAMED_PLANS,
    ACTIVE_PLANS,
    EDUCATION_PLANS,
)
