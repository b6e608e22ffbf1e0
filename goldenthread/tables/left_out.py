"""What the Standard Safeguarding Dataset has and we do not take, each with the reason."""

ADDRESS = "an address, or what leads to one"
NAME = "a name"
FREE_TEXT = "free text"
NUMBER = "a number by which others know the child"
OF_THE_STANDARD = "of the standard's own workings, not of children"
SAID_TWICE = "the words of a code that stands beside it"
NOT_USED = "reserved by the standard, without a meaning yet"

TABLES: dict[str, str] = {
    "ssd_address": ADDRESS,
    "ssd_linked_identifiers": NUMBER,
    "ssd_api_data_staging": OF_THE_STANDARD,
    "ssd_version_log": OF_THE_STANDARD,
    "ssd_s251_finance": NOT_USED,
}

FIELDS: dict[str, str] = {
    "pers_forename": NAME,
    "pers_surname": NAME,
    "pers_common_child_id": NUMBER,
    "pers_legacy_id": NUMBER,
    "send_upn": NUMBER,
    "send_uln": NUMBER,
    "prof_professional_name": NAME,
    "prof_staff_id": NUMBER,
    "prof_social_worker_registration_no": NUMBER,
    "prep_court_reference": NUMBER,
    "clap_cla_placement_postcode": ADDRESS,
    "clac_cla_conviction_offence": FREE_TEXT,
    "cine_referral_source_desc": SAID_TWICE,
    "cont_contact_source_desc": SAID_TWICE,
    "dept_team_name": SAID_TWICE,
    "dept_team_parent_name": SAID_TWICE,
}
