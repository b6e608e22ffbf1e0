"""Children in care, and what follows care: adoption, permanence, leaving."""

from goldenthread.tables.columns import (
    Table,
    child,
    code,
    day,
    flag,
    key,
    number,
    table,
    team,
    whole,
    worker,
)
from goldenthread.tables.front_door import NO_REFERRAL, REFERRAL
from goldenthread.tables.protection import NO_PERIOD, NOT_SAID, OPEN

CARE = "the period of care that it belongs to"
NO_CARE = "no period is named; it is joined by child and day where a rule allows it"
NOT_RECORDED = "it is not recorded"

EPISODES = table(
    "care_episodes",
    "one episode of one child in care: the same legal status and the same placement",
    "ssd_cla_episodes",
    (
        key("episode", "this episode", "clae_cla_episode_id"),
        child("clae_person_id"),
        key("care", CARE, "clae_cla_id", NO_CARE),
        key("referral", REFERRAL, "clae_referral_id", NO_REFERRAL),
        key("placement", "the placement", "clae_cla_placement_id", "no placement is named"),
        day("started_on", "the first day", NO_PERIOD, "clae_cla_episode_start_date"),
        code(
            "start_reason",
            "why it began: S, P, L, T, U or B",
            NOT_RECORDED,
            "clae_cla_episode_start_reason",
        ),
        code("primary_need", "the main need, N1 to N8", NOT_RECORDED, "clae_cla_primary_need_code"),
        code(
            "legal_status",
            "the legal status, as the return carries it in the episode",
            "it stands in a table of its own",
        ),
        day("ended_on", "the last day", OPEN, "clae_cla_episode_ceased_date"),
        code(
            "end_reason",
            "why it ended: X1 where care went on",
            OPEN,
            "clae_cla_episode_ceased_reason",
        ),
        day(
            "entered_care_on",
            "the first day of this period of care",
            "it is worked out from the episodes",
            "clae_entered_care_date",
        ),
        day(
            "reviewing_officer_on",
            "the day on which the reviewing officer last visited or spoke with the child",
            "there was none, or it is not recorded",
            "clae_cla_last_iro_contact_date",
        ),
        team(),
        worker("worker", "who has the case"),
    ),
)

PLACEMENTS = table(
    "placements",
    "one placement of one child",
    "ssd_cla_placement",
    (
        key("placement", "this placement", "clap_cla_placement_id"),
        child("clap_person_id"),
        key("care", CARE, "clap_cla_id", NO_CARE),
        day("started_on", "the first day", NO_PERIOD, "clap_cla_placement_start_date"),
        day("ended_on", "the last day", OPEN, "clap_cla_placement_end_date"),
        code(
            "placement_type",
            "what kind of placement, such as U1 or K2",
            NOT_RECORDED,
            "clap_cla_placement_type",
        ),
        code("provider", "whose it is, PR0 to PR5", NOT_RECORDED, "clap_cla_placement_provider"),
        code(
            "home_number",
            "the number under which Ofsted registers the home or agency",
            "it is not registered, or not recorded",
            "clap_cla_placement_urn",
        ),
        number(
            "miles_from_home",
            "how many miles from home, to one decimal",
            "one of the two places is not known",
            "clap_cla_placement_distance",
        ),
        code("inside_authority", "whether inside or outside the authority", NOT_RECORDED),
        code(
            "change_reason",
            "why it ended",
            "it goes on, or it is not recorded",
            "clap_cla_placement_change_reason",
        ),
        whole(
            "placements_in_12_months",
            "how many placements the child had in twelve months, as a list counts them",
            "the source carries single placements, or does not count",
        ),
    ),
)

LEGAL_STATUSES = table(
    "legal_statuses",
    "one legal status of one child over a span of days",
    "ssd_legal_status",
    (
        key("legal_status_row", "this row", "lega_legal_status_id"),
        child("lega_person_id"),
        code(
            "legal_status",
            "which, such as C2 or V2",
            "the row says nothing; it is refused",
            "lega_legal_status",
        ),
        day("started_on", "from which day", NO_PERIOD, "lega_legal_status_start_date"),
        day("ended_on", "until which day", "it holds still", "lega_legal_status_end_date"),
    ),
)

CARE_REVIEWS = table(
    "care_reviews",
    "one statutory review of one child in care",
    "ssd_cla_reviews",
    (
        key("review", "this review", "clar_cla_review_id"),
        child(),
        key("care", CARE, "clar_cla_id", NO_CARE),
        day(
            "due_on",
            "the last day for it, as the case system counts",
            "the case system does not count",
            "clar_cla_review_due_date",
        ),
        day("held_on", "the day on which it was held", "it was not held", "clar_cla_review_date"),
        flag("cancelled", "whether it was called off", NOT_SAID, "clar_cla_review_cancelled"),
        code(
            "participation",
            "how the child took part, PN0 to PN7",
            NOT_RECORDED,
            "clar_cla_review_participation",
        ),
    ),
)

CARE_VISITS = table(
    "care_visits",
    "one visit to one child in care",
    "ssd_cla_visits",
    (
        key("visit", "this visit", "clav_cla_visit_id"),
        child("clav_person_id"),
        key("care", CARE, "clav_cla_id", NO_CARE),
        day("visited_on", "the day", NO_PERIOD, "clav_cla_visit_date"),
        flag("seen", "whether the child was seen", NOT_SAID, "clav_cla_visit_seen"),
        flag(
            "seen_alone", "whether the child was seen alone", NOT_SAID, "clav_cla_visit_seen_alone"
        ),
    ),
)

CARE_PLANS = table(
    "care_plans",
    "one care plan of one child in care",
    "ssd_cla_care_plan",
    (
        key("care_plan", "this plan", "lacp_table_id"),
        child("lacp_person_id"),
        day("started_on", "the first day", NO_PERIOD, "lacp_cla_care_plan_start_date"),
        day("ended_on", "the last day", OPEN, "lacp_cla_care_plan_end_date"),
        code(
            "permanence",
            "what the plan for permanence is",
            "there is none yet, or it is not recorded",
            "lacp_cla_care_plan_json",
        ),
    ),
)

MISSING = table(
    "missing_episodes",
    "one time that one child was missing or away without leave",
    "ssd_missing",
    (
        key("missing_episode", "this row", "miss_table_id"),
        child("miss_person_id"),
        day(
            "started_on", "the day on which it began", NO_PERIOD, "miss_missing_episode_start_date"
        ),
        day(
            "ended_on",
            "the day on which the child came back",
            "the child has not come back",
            "miss_missing_episode_end_date",
        ),
        code(
            "missing_type",
            "missing, or away without leave",
            NOT_RECORDED,
            "miss_missing_episode_type",
        ),
        flag(
            "interview_offered",
            "whether a return interview was offered",
            NOT_SAID,
            "miss_missing_rhi_offered",
        ),
        flag(
            "interview_accepted", "whether the child took it", NOT_SAID, "miss_missing_rhi_accepted"
        ),
        number(
            "hours_to_interview",
            "how many hours lay between return and interview",
            "there was none, or the source does not carry it",
        ),
    ),
)

PREVIOUS_PERMANENCE = table(
    "previous_permanence",
    "one earlier arrangement for permanence that ended",
    "ssd_cla_previous_permanence",
    (
        key("previous_row", "this row", "lapp_table_id"),
        child("lapp_person_id"),
        day(
            "ordered_on",
            "the day of the earlier order",
            "it is not known",
            "lapp_previous_permanence_order_date",
        ),
        code(
            "option",
            "adoption, guardianship or another order",
            NOT_RECORDED,
            "lapp_previous_permanence_option",
        ),
        code(
            "authority",
            "in which authority that was",
            "it is not known",
            "lapp_previous_permanence_la",
        ),
    ),
)

PERMANENCE = table(
    "permanence",
    "one child's way to adoption or another order for permanence",
    "ssd_permanence",
    (
        key("permanence_row", "this row", "perm_table_id"),
        child("perm_person_id"),
        key("care", CARE, "perm_cla_id", NO_CARE),
        day(
            "decided_on",
            "the day of the decision that adoption is best",
            "there is none",
            "perm_adm_decision_date",
        ),
        day(
            "early_decided_on",
            "the day of the decision to foster for adoption or plan concurrently",
            "there is none",
            "perm_ffa_cp_decision_date",
        ),
        day(
            "placement_order_on",
            "the day of the placement order",
            "there is none",
            "perm_placement_order_date",
        ),
        day(
            "matched_on",
            "the day on which child and adopters were matched",
            "they are not yet",
            "perm_matched_date",
        ),
        day(
            "placed_on",
            "the day on which the child moved in with the adopters",
            "the child has not yet",
            "perm_placed_for_adoption_date",
        ),
        day(
            "early_placed_on",
            "the day on which the child was placed with carers who may adopt",
            "the child was not",
            "perm_placed_ffa_cp_date",
        ),
        day(
            "with_foster_carer_since",
            "the day on which the child moved in with foster carers who then adopted",
            "they were others, or it is not recorded",
            "perm_placed_foster_carer_date",
        ),
        flag(
            "adopted_by_carer",
            "whether the foster carers adopted",
            NOT_SAID,
            "perm_adopted_by_carer_flag",
        ),
        day(
            "reversed_on",
            "the day of the decision that adoption is no longer the plan",
            "it still is",
            "perm_decision_reversed_date",
        ),
        code(
            "reversed_reason",
            "why, RD1 to RD4",
            "it still is, or it is not recorded",
            "perm_decision_reversed_reason",
        ),
        day("order_on", "the day of the order", "there is none yet", "perm_permanence_order_date"),
        code("order_type", "which order", "there is none yet", "perm_permanence_order_type"),
        flag(
            "with_siblings",
            "whether the child is one of a group of siblings",
            NOT_SAID,
            "perm_part_of_sibling_group",
        ),
        whole(
            "siblings_together",
            "how many siblings are placed together",
            "it is not counted",
            "perm_siblings_placed_together",
        ),
        whole(
            "siblings_apart",
            "how many siblings are placed apart",
            "it is not counted",
            "perm_siblings_placed_apart",
        ),
        code(
            "home_number",
            "the number under which Ofsted registers the agency",
            "it is not recorded",
            "perm_placement_provider_urn",
        ),
        code(
            "adopters_sex",
            "whether one or two, and of which sex",
            "nobody has adopted, or it is not recorded",
            "perm_adopter_sex",
        ),
        code(
            "adopters_status",
            "the legal status of the adopters",
            "nobody has adopted, or it is not recorded",
            "perm_adopter_legal_status",
        ),
        whole(
            "adopters",
            "how many adopters",
            "nobody has adopted, or it is not counted",
            "perm_number_of_adopters",
        ),
        worker("worker", "who does the adoption work", "perm_adoption_worker_id"),
    ),
)

ADOPTERS = table(
    "adopters",
    "one person who asked to adopt",
    "",
    (
        key("adopter", "this person, hashed"),
        key(
            "household",
            "the household, the same for two who adopt together",
            "",
            "the person asks alone, or it is not recorded",
        ),
        code("sex", "sex as the list records it", NOT_RECORDED),
        code("ethnicity", "ethnicity by the census codes", NOT_RECORDED),
        flag("disabled", "whether a disability is recorded", NOT_SAID),
        flag("fosters_for_adoption", "whether the person fosters for adoption", NOT_SAID),
        day("asked_on", "the day of the enquiry", NO_PERIOD),
        day("first_stage_on", "the day on which the first stage began", "it has not"),
        day("first_stage_ended_on", "the day on which it ended", "it has not"),
        day("second_stage_on", "the day on which the second stage began", "it has not"),
        day("second_stage_ended_on", "the day on which it ended", "it has not"),
        day("applied_on", "the day of the application", "there is none"),
        day("approved_on", "the day of the approval", "there is none"),
        day("matched_on", "the day of a match", "there is none"),
        day("placed_on", "the day on which a child moved in", "none has"),
        whole("children_placed", "how many children moved in", "none, or it is not counted"),
        day("order_on", "the day of the adoption order", "there is none"),
        day("left_on", "the day on which the person left the process", "the person has not"),
        code("left_reason", "why", "the person has not, or it is not recorded"),
    ),
)

CARE_LEAVERS = table(
    "care_leavers",
    "one young person who left care, as they stand now",
    "ssd_care_leavers",
    (
        key("care_leaver", "this row", "clea_table_id"),
        child("clea_person_id"),
        code(
            "eligibility",
            "relevant, former relevant, eligible or qualifying",
            NOT_RECORDED,
            "clea_care_leaver_eligibility",
        ),
        code(
            "in_touch",
            "whether the council is in touch, or why not",
            NOT_RECORDED,
            "clea_care_leaver_in_touch",
        ),
        day(
            "latest_contact_on",
            "the day of the latest contact",
            "there is none, or the council is not in touch",
            "clea_care_leaver_latest_contact",
        ),
        code(
            "accommodation",
            "where the young person lives, as a kind",
            NOT_RECORDED,
            "clea_care_leaver_accommodation",
        ),
        code(
            "suitable", "whether that is suitable", NOT_RECORDED, "clea_care_leaver_accom_suitable"
        ),
        code(
            "activity",
            "education, employment or training, or why none",
            NOT_RECORDED,
            "clea_care_leaver_activity",
        ),
        day(
            "pathway_plan_on",
            "the day on which the pathway plan began or was last reviewed",
            "there is none, or it is not recorded",
            "clea_pathway_plan_review_date",
        ),
        worker("adviser", "the personal adviser", "clea_care_leaver_personal_advisor"),
        team("clea_care_leaver_allocated_team"),
        worker("worker", "who has the case", "clea_care_leaver_worker_id"),
    ),
)

TABLES: tuple[Table, ...] = (
    EPISODES,
    PLACEMENTS,
    LEGAL_STATUSES,
    CARE_REVIEWS,
    CARE_VISITS,
    CARE_PLANS,
    MISSING,
    PREVIOUS_PERMANENCE,
    PERMANENCE,
    ADOPTERS,
    CARE_LEAVERS,
)
