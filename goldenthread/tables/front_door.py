"""From the first contact to the assessment."""

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

NO_SOURCE = "the source is not known"
REFERRAL = "the referral that it belongs to"
NO_REFERRAL = "no referral is named; it is joined by child and day where a rule allows it"

CONTACTS = table(
    "contacts",
    "one contact about one child",
    "ssd_contacts",
    (
        key("contact", "this contact", "cont_contact_id"),
        child("cont_person_id"),
        day(
            "contact_date",
            "the day on which it came",
            "it counts in no period",
            "cont_contact_date",
        ),
        code("source", "who made it", NO_SOURCE, "cont_contact_source_code"),
        code(
            "outcome",
            "what was decided",
            "nothing is decided, or it is not recorded",
            "cont_contact_outcome_json",
        ),
        day(
            "decision_date",
            "the day of the manager's decision",
            "nothing is decided yet, or the source does not carry it",
        ),
    ),
)

EARLY_HELP = table(
    "early_help",
    "one episode of early help for one child",
    "ssd_early_help_episodes",
    (
        key("episode", "this episode", "earl_episode_id"),
        child("earl_person_id"),
        day(
            "started_on",
            "the first day, in lists the day on which its assessment began",
            "it counts in no period",
            "earl_episode_start_date",
        ),
        day(
            "ended_on",
            "the last day, in lists the day on which its assessment was completed",
            "it is open",
            "earl_episode_end_date",
        ),
        code("reason", "why it began", "it is not recorded", "earl_episode_reason"),
        code(
            "end_reason",
            "why it ended",
            "it is open, or it is not recorded",
            "earl_episode_end_reason",
        ),
        code(
            "organisation",
            "which organisation gives it, as a kind",
            "it is not recorded",
            "earl_episode_organisation",
        ),
        worker("worker", "who leads it", "earl_episode_worker_id"),
    ),
)

REFERRALS = table(
    "referrals",
    "one referral of one child, and the episode of need that followed",
    "ssd_cin_episodes",
    (
        key("referral", "this referral", "cine_referral_id"),
        child("cine_person_id"),
        day(
            "referral_date",
            "the day on which it was received",
            "it counts in no period and is never in time",
            "cine_referral_date",
        ),
        code("source", "who referred", NO_SOURCE, "cine_referral_source_code"),
        flag(
            "no_further_action",
            "whether it was closed without further action",
            "it is not said",
            "cine_referral_nfa",
        ),
        code(
            "outcome",
            "what was decided",
            "nothing is decided, or it is not recorded",
            "cine_referral_outcome_json",
        ),
        day(
            "decision_date",
            "the day of that decision",
            "nothing is decided yet, or the source does not carry it",
        ),
        code(
            "primary_need",
            "the main need, N1 to N9 or N0",
            "it is not recorded",
            "cine_cin_primary_need_code",
        ),
        day("closed_on", "the day on which the case closed", "it is open", "cine_close_date"),
        code(
            "close_reason",
            "why it closed",
            "it is open, or it is not recorded",
            "cine_close_reason",
        ),
        whole(
            "referrals_in_12_months",
            "how many referrals the child had in the twelve months before the latest one, as a list counts them",
            "the source carries single referrals, or does not count",
        ),
        team("cine_referral_team"),
        worker("worker", "who has the case", "cine_referral_worker_id"),
    ),
)

ASSESSMENTS = table(
    "assessments",
    "one assessment of one child",
    "ssd_cin_assessments",
    (
        key("assessment", "this assessment", "cina_assessment_id"),
        child("cina_person_id"),
        key("referral", REFERRAL, "cina_referral_id", NO_REFERRAL),
        day(
            "started_on",
            "the day on which it began: day nought of its clock",
            "it is never in time: it cannot be worked out",
            "cina_assessment_start_date",
        ),
        flag(
            "child_seen",
            "whether the child was seen",
            "it is not recorded",
            "cina_assessment_child_seen",
        ),
        day(
            "authorised_on",
            "the day on which a manager authorised it: where its clock stops",
            "it is open",
            "cina_assessment_auth_date",
        ),
        day(
            "reviewed_on", "the day of the internal review", "there was none, or it is not recorded"
        ),
        code(
            "outcome",
            "what was decided",
            "it is open, or it is not recorded",
            "cina_assessment_outcome_json",
        ),
        flag(
            "no_further_action",
            "whether nothing further is done",
            "it is not said",
            "cina_assessment_outcome_nfa",
        ),
        flag(
            "in_need",
            "whether the child needs support by the council's social care",
            "it is not said",
        ),
        team("cina_assessment_team"),
        worker("worker", "who made it", "cina_assessment_worker_id"),
    ),
)

FACTORS = table(
    "assessment_factors",
    "one factor found at the end of one assessment",
    "ssd_assessment_factors",
    (
        key("factor", "this row", "cinf_table_id"),
        key("assessment", "the assessment", "cinf_assessment_id"),
        code(
            "factor_code",
            "which factor, 1A to 24A, or that there is none",
            "the row says nothing; it is refused",
            "cinf_assessment_factors_json",
        ),
    ),
)

TABLES: tuple[Table, ...] = (CONTACTS, EARLY_HELP, REFERRALS, ASSESSMENTS, FACTORS)
