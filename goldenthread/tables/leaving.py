"""What follows care: adoption and other permanence, adopters, leaving care."""

from goldenthread.tables.care import CARE, NO_CARE, NOT_RECORDED
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
from goldenthread.tables.protection import NO_PERIOD, NOT_SAID

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
            "ordered_in",
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
            "entered_care_on",
            "the day on which the child entered care, as a list tells it",
            "it is worked out from the episodes of care",
        ),
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

TABLES: tuple[Table, ...] = (PREVIOUS_PERMANENCE, PERMANENCE, ADOPTERS, CARE_LEAVERS)
