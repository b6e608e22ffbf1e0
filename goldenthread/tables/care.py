"""Children in care: episodes, placements, reviews, visits, plans, times away."""

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
        flag(
            "same_carer",
            "whether the carer is the one of the placement before",
            "it is the first, or the source does not tell: it counts as another carer",
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

TABLES: tuple[Table, ...] = (
    EPISODES,
    PLACEMENTS,
    LEGAL_STATUSES,
    CARE_REVIEWS,
    CARE_VISITS,
    CARE_PLANS,
    MISSING,
)
