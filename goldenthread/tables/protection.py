"""Children in need and child protection: enquiries, conferences, plans, visits, pre-proceedings."""

from goldenthread.tables.columns import (
    Table,
    child,
    code,
    day,
    flag,
    key,
    table,
    team,
    whole,
    worker,
)
from goldenthread.tables.front_door import NO_REFERRAL, REFERRAL

PLAN = "the plan that it belongs to"
NO_PLAN = "no plan is named; it is joined by child and day where a rule allows it"
OPEN = "it is open"
NO_PERIOD = "it counts in no period"
NOT_SAID = "it is not said"

CIN_PLANS = table(
    "cin_plans",
    "one child in need plan of one child",
    "ssd_cin_plans",
    (
        key("cin_plan", "this plan", "cinp_cin_plan_id"),
        child("cinp_person_id"),
        key("referral", REFERRAL, "cinp_referral_id", NO_REFERRAL),
        day("started_on", "the first day", NO_PERIOD, "cinp_cin_plan_start_date"),
        day("ended_on", "the last day", OPEN, "cinp_cin_plan_end_date"),
        day(
            "reviewed_on",
            "the day of the latest review",
            "there was none, or the source does not carry it",
        ),
        team("cinp_cin_plan_team"),
        worker("worker", "who has the case", "cinp_cin_plan_worker_id"),
    ),
)

CIN_VISITS = table(
    "cin_visits",
    "one visit to one child in need",
    "ssd_cin_visits",
    (
        key("visit", "this visit", "cinv_cin_visit_id"),
        child("cinv_person_id"),
        day("visited_on", "the day", NO_PERIOD, "cinv_cin_visit_date"),
        flag("seen", "whether the child was seen", NOT_SAID, "cinv_cin_visit_seen"),
        flag(
            "seen_alone", "whether the child was seen alone", NOT_SAID, "cinv_cin_visit_seen_alone"
        ),
        flag("bedroom_seen", "whether the bedroom was seen", NOT_SAID, "cinv_cin_visit_bedroom"),
    ),
)

ENQUIRIES = table(
    "s47_enquiries",
    "one enquiry under section 47 about one child",
    "ssd_s47_enquiry",
    (
        key("enquiry", "this enquiry", "s47e_s47_enquiry_id"),
        child("s47e_person_id"),
        key("referral", REFERRAL, "s47e_referral_id", NO_REFERRAL),
        day(
            "started_on",
            "the day of the strategy discussion that began it: day nought of the clock to the conference",
            "it is never in time: it cannot be worked out",
            "s47e_s47_start_date",
        ),
        day("ended_on", "the day on which it ended", OPEN, "s47e_s47_end_date"),
        flag(
            "no_further_action", "whether it ended without further action", NOT_SAID, "s47e_s47_nfa"
        ),
        flag(
            "conference_not_needed", "whether an initial conference was found unnecessary", NOT_SAID
        ),
        code(
            "outcome",
            "what was decided",
            "it is open, or it is not recorded",
            "s47e_s47_outcome_json",
        ),
        whole(
            "enquiries_in_12_months",
            "how many enquiries the child had in the twelve months before the latest one, as a list counts them",
            "the source carries single enquiries, or does not count",
        ),
        team("s47e_s47_completed_by_team"),
        worker("worker", "who completed it", "s47e_s47_completed_by_worker_id"),
    ),
)

CONFERENCES = table(
    "conferences",
    "one initial child protection conference about one child",
    "ssd_initial_cp_conference",
    (
        key("conference", "this conference of this child", "icpc_icpc_id"),
        key(
            "meeting",
            "the meeting, the same for the children of a family",
            "icpc_icpc_meeting_id",
            "children of one meeting cannot be told",
        ),
        child("icpc_person_id"),
        key(
            "enquiry",
            "the enquiry that led to it",
            "icpc_s47_enquiry_id",
            "it is a transfer, or no enquiry is named",
        ),
        key(
            "cp_plan",
            "the plan that it led to",
            "icpc_cp_plan_id",
            "it led to none, or none is named",
        ),
        key("referral", REFERRAL, "icpc_referral_id", NO_REFERRAL),
        flag(
            "transfer_in",
            "whether it is of a child who moved in on a plan",
            NOT_SAID,
            "icpc_icpc_transfer_in",
        ),
        day(
            "target_date",
            "the last day for it, as the case system counts",
            "the case system does not count",
            "icpc_icpc_target_date",
        ),
        day(
            "held_on",
            "the day on which it was held: where its clock stops",
            "it was not held",
            "icpc_icpc_date",
        ),
        flag(
            "led_to_plan",
            "whether it led to a child protection plan",
            NOT_SAID,
            "icpc_icpc_outcome_cp_flag",
        ),
        code(
            "outcome",
            "what was decided besides",
            "nothing, or it is not recorded",
            "icpc_icpc_outcome_json",
        ),
        day(
            "reports_shared_on",
            "the day on which the report went to the parents",
            "it did not, or the source does not carry it",
        ),
        day(
            "minutes_sent_on",
            "the day on which the minutes went out",
            "they did not, or the source does not carry it",
        ),
        team("icpc_icpc_team"),
        worker("worker", "who has the case", "icpc_icpc_worker_id"),
    ),
)

CP_PLANS = table(
    "cp_plans",
    "one child protection plan of one child",
    "ssd_cp_plans",
    (
        key("cp_plan", "this plan", "cppl_cp_plan_id"),
        child("cppl_person_id"),
        key("referral", REFERRAL, "cppl_referral_id", NO_REFERRAL),
        key(
            "conference",
            "the conference that made it",
            "cppl_icpc_id",
            "it is a transfer, or none is named",
        ),
        day(
            "started_on",
            "the first day",
            "it is in no period, and how long it lasts cannot be worked out",
            "cppl_cp_plan_start_date",
        ),
        day("ended_on", "the last day", OPEN, "cppl_cp_plan_end_date"),
        flag(
            "of_another_authority",
            "whether another authority made it",
            NOT_SAID,
            "cppl_cp_plan_ola",
        ),
        code(
            "first_category",
            "the category of abuse at first",
            "it is not recorded",
            "cppl_cp_plan_initial_category",
        ),
        code(
            "latest_category",
            "the category of abuse now",
            "it is not recorded",
            "cppl_cp_plan_latest_category",
        ),
        whole(
            "previous_plans",
            "how many plans of this authority the child had before, as the return counts them",
            "it is not counted; it is worked out from plans where those are here",
        ),
        flag(
            "emergency_order",
            "whether an emergency protection order or police powers held in the last six months",
            NOT_SAID,
        ),
        team(),
        worker("worker", "who has the case"),
    ),
)

CP_VISITS = table(
    "cp_visits",
    "one statutory visit to one child on a plan",
    "ssd_cp_visits",
    (
        key("visit", "this visit", "cppv_cp_visit_id"),
        child("cppv_person_id"),
        key("cp_plan", PLAN, "cppv_cp_plan_id", NO_PLAN),
        day("visited_on", "the day", NO_PERIOD, "cppv_cp_visit_date"),
        flag("seen", "whether the child was seen", NOT_SAID, "cppv_cp_visit_seen"),
        flag(
            "seen_alone", "whether the child was seen alone", NOT_SAID, "cppv_cp_visit_seen_alone"
        ),
        flag("bedroom_seen", "whether the bedroom was seen", NOT_SAID, "cppv_cp_visit_bedroom"),
    ),
)

CP_REVIEWS = table(
    "cp_reviews",
    "one review conference of one child on a plan",
    "ssd_cp_reviews",
    (
        key("review", "this review", "cppr_cp_review_id"),
        child("cppr_person_id"),
        key("cp_plan", PLAN, "cppr_cp_plan_id", NO_PLAN),
        key(
            "meeting",
            "the meeting, the same for the children of a family",
            "cppr_cp_review_meeting_id",
            "children of one meeting cannot be told",
        ),
        day(
            "due_on",
            "the last day for it, as the case system counts",
            "the case system does not count",
            "cppr_cp_review_due",
        ),
        day("held_on", "the day on which it was held", "it was not held", "cppr_cp_review_date"),
        flag(
            "continues", "whether the plan goes on", NOT_SAID, "cppr_cp_review_outcome_continue_cp"
        ),
        flag("quorate", "whether enough agencies were there", NOT_SAID, "cppr_cp_review_quorate"),
        code(
            "participation",
            "how the child took part",
            "it is not recorded",
            "cppr_cp_review_participation",
        ),
    ),
)

PRE_PROCEEDINGS = table(
    "pre_proceedings",
    "one child of one family in pre-proceedings",
    "ssd_pre_proceedings",
    (
        key("pre_proceedings_row", "this row", "prep_table_id"),
        child("prep_person_id"),
        key("family", "the family, the same for its children", "prep_plo_family_id"),
        day(
            "decided_on",
            "the day of the decision to begin",
            NO_PERIOD,
            "prep_pre_pro_decision_date",
        ),
        code(
            "gateway_outcome",
            "what the legal gateway decided",
            "it is not recorded",
            "prep_legal_gateway_outcome",
        ),
        day(
            "letter_sent_on",
            "the day of the letter before proceedings",
            "it was not sent",
            "prep_pre_pro_letter_date",
        ),
        day(
            "issue_letter_on",
            "the day of the letter that says the council goes to court",
            "it was not sent",
            "prep_care_pro_letter_date",
        ),
        day(
            "first_meeting_on",
            "the day of the first meeting",
            "it was not held",
            "prep_initial_pre_pro_meeting_date",
        ),
        whole(
            "meetings",
            "how many meetings there were",
            "it is not counted",
            "prep_pre_pro_meetings_num",
        ),
        flag(
            "parents_represented",
            "whether the parents had a lawyer",
            NOT_SAID,
            "prep_pre_pro_parents_legal_rep",
        ),
        flag(
            "parents_represented_at_issue",
            "the same when proceedings were issued",
            NOT_SAID,
            "prep_parents_legal_rep_point_of_issue",
        ),
        day(
            "ended_on",
            "the day of the decision to step down or to issue",
            OPEN,
            "prep_agree_stepdown_issue_date",
        ),
        code("outcome", "what became of it", OPEN, "prep_pre_pro_outcome"),
        day(
            "court_applied_on",
            "the day of the application to the court",
            "none was made, or the source does not carry it",
        ),
        whole(
            "cp_plans_in_episode",
            "how many protection plans the child had in this episode of need",
            "it is not counted",
            "prep_cp_plans_referral_period",
        ),
        whole(
            "earlier_pre_proceedings",
            "how many times the child was in pre-proceedings before",
            "it is not counted",
            "prep_prev_pre_proc_child",
        ),
        whole(
            "earlier_proceedings",
            "how many care proceedings there were before",
            "it is not counted",
            "prep_prev_care_proc_child",
        ),
        whole(
            "hearings",
            "how many hearings there were",
            "it is not counted",
            "prep_care_proc_court_hearings",
        ),
        flag(
            "short_notice",
            "whether proceedings began at short notice",
            NOT_SAID,
            "prep_care_proc_short_notice",
        ),
        code(
            "short_notice_reason",
            "why at short notice",
            "it was not, or it is not recorded",
            "prep_proc_short_notice_reason",
        ),
        flag(
            "first_plan_approved",
            "whether the council's first care plan was approved",
            NOT_SAID,
            "prep_la_inital_plan_approved",
        ),
        code("first_plan", "what that plan was", "it is not recorded", "prep_la_initial_care_plan"),
        flag(
            "final_plan_approved",
            "whether the council's final care plan was approved",
            NOT_SAID,
            "prep_la_final_plan_approved",
        ),
        code("final_plan", "what that plan was", "it is not recorded", "prep_la_final_care_plan"),
    ),
)

FAMILY_MEETINGS = table(
    "family_meetings",
    "one child for whom a family group decision-making meeting was thought of",
    "",
    (
        key("family_meeting", "this row"),
        child(),
        key("referral", REFERRAL, "", NO_REFERRAL),
        flag("offered", "whether it was offered", "the day tells, or it is not said"),
        day(
            "offered_on",
            "the day on which it was offered",
            "it was not offered, or only whether it was is carried",
        ),
        day("held_on", "the day on which it was held", "it was not held"),
        code("facilitated_by", "who led it, as a kind", "it was not held, or it is not recorded"),
    ),
)

TABLES: tuple[Table, ...] = (
    CIN_PLANS,
    CIN_VISITS,
    ENQUIRIES,
    CONFERENCES,
    CP_PLANS,
    CP_VISITS,
    CP_REVIEWS,
    PRE_PROCEEDINGS,
    FAMILY_MEETINGS,
)
