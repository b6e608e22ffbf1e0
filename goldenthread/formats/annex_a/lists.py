"""The eleven lists: their headings, how each cell is read, and what is left out and why."""

from collections.abc import Mapping
from dataclasses import dataclass

from goldenthread.formats import cells
from goldenthread.formats.annex_a import values
from goldenthread.formats.annex_a.values import Read

CHILD, GENDER, ETHNICITY, BORN, AGE = "child", "sex", "ethnicity", "birth_day", "age"
WITHOUT_PLACE = "the address of a placement could lead to a child"
NOT_A_DATE = "it counts what other tables hold one by one, and cannot be opened to the children"


@dataclass(frozen=True)
class Listed:
    """One list.

    Attributes:
        number:   as Ofsted counts them.
        title:    as Ofsted calls it.
        fields:   by the heading as `folded` gives it: what the value is called, and its reader.
        left_out: headings that are known and not taken, with the reason.
        headings: the headings as Ofsted prints them, in order.
    """

    number: int
    title: str
    fields: Mapping[str, tuple[str, Read]]
    left_out: Mapping[str, str]
    headings: tuple[str, ...]


def folded(heading: object) -> str:
    """A heading without case, spaces, quotes and punctuation; "Age" is the age in years."""
    found = "".join(letter for letter in str(heading).casefold() if letter.isalnum())
    return "ageofchildyears" if found == "age" else found


def _listed(
    number: int,
    title: str,
    *taken: tuple[str, str, Read],
    left_out: Mapping[str, str] | None = None,
) -> Listed:
    fields = {folded(heading): (name, read) for heading, name, read in taken}
    out = {folded(heading): why for heading, why in (left_out or {}).items()}
    headings = (*(heading for heading, _, _ in taken), *(left_out or {}))
    return Listed(number, title, fields, out, headings)


day, text, flag, whole = cells.day, cells.text, values.flag, cells.whole
PERSON: tuple[tuple[str, str, Read], ...] = (
    ("Child Unique ID", CHILD, text),
    ("Gender", GENDER, values.gender),
    ("Ethnicity", ETHNICITY, values.ethnicity),
    ("Date of Birth", BORN, day),
    ("Age of Child (Years)", AGE, values.age),
)
DISABILITY = ("Does the Child have a Disability", "disabled", flag)
TEAM: tuple[tuple[str, str, Read], ...] = (
    ("Allocated Team", "team", text),
    ("Allocated Worker", "worker", text),
)
ANY_UASC = (
    "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)",
    "uasc",
    flag,
)

EMERGENCY = (
    "Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months "
    "(Y/N)"
)

LISTS = (
    _listed(
        1,
        "Contacts",
        *PERSON,
        ("Date of Contact", "contact_date", day),
        ("Contact Source", "source", values.source),
    ),
    _listed(
        2,
        "Early help",
        *PERSON,
        ("Assessment start date", "started_on", day),
        ("Assessment completion date", "ended_on", day),
        ("Organisation completing assessment", "organisation", text),
    ),
    _listed(
        3,
        "Referrals",
        *PERSON,
        ("Date of referral", "referral_date", day),
        ("Referral Source", "source", values.source),
        ("Referral NFA?", "no_further_action", flag),
        ("Number of Referrals in Last 12 Months", "referrals_in_12_months", whole),
        *TEAM,
    ),
    _listed(
        4,
        "Assessments",
        *PERSON,
        DISABILITY,
        ("Continuous Assessment Start Date", "started_on", day),
        ("Child Seen During Continuous Assessment", "child_seen", flag),
        ("Continuous Assessment Date of Authorisation", "authorised_on", day),
        (
            "Was the child assessed as requiring LA children's social care support?",
            "in_need",
            flag,
        ),
        *TEAM,
    ),
    _listed(
        5,
        "Section 47 enquiries and initial child protection conferences",
        *PERSON,
        DISABILITY,
        (
            "Strategy discussion initiating Section 47 Enquiry Start Date",
            "started_on",
            day,
        ),
        (
            "Was an Initial Child Protection Conference deemed unnecessary?",
            "conference_not_needed",
            flag,
        ),
        ("Date of Initial Child Protection Conference", "held_on", day),
        (
            "Did the Initial Child Protection Conference Result in a Child Protection Plan",
            "led_to_plan",
            flag,
        ),
        (
            "Number of Section 47 Enquiries in the last 12 months",
            "enquiries_in_12_months",
            whole,
        ),
        *TEAM,
        left_out={"Number of ICPCs in the last 12 months": NOT_A_DATE},
    ),
    _listed(
        6,
        "Children in need",
        *PERSON,
        DISABILITY,
        ("CIN Start Date", "started_on", day),
        ("Primary Need Code", "primary_need", values.need),
        ("Date Child Was Last Seen", "visited_on", day),
        ("CIN Closure Date", "ended_on", day),
        ("Case Status", "status", values.status),
        *TEAM,
        left_out={"Reason for Closure": "no indicator asks for it of a plan"},
    ),
    _listed(
        7,
        "Child protection",
        *PERSON,
        DISABILITY,
        ("Child Protection Plan Start Date", "started_on", day),
        ("Initial Category of Abuse", "first_category", values.abuse),
        ("Latest Category of Abuse", "latest_category", values.abuse),
        ("Date of the Last Statutory Visit", "visited_on", day),
        ("Was the Child Seen Alone?", "seen_alone", flag),
        ("Date of latest review conference", "reviewed_on", day),
        ("Child Protection Plan End Date", "ended_on", day),
        (
            EMERGENCY,
            "emergency_order",
            flag,
        ),
        ("Number of Previous Child Protection Plans", "previous_plans", whole),
        *TEAM,
    ),
    _listed(
        8,
        "Children in care",
        *PERSON,
        ANY_UASC,
        DISABILITY,
        ("Date Started to be Looked After", "entered_care_on", day),
        ("Child's Category of Need", "primary_need", values.need),
        ("Start date of current legal status", "legal_from", day),
        ("Child's Legal Status", "legal_status", values.legal_status),
        ("Date of Latest Statutory Review", "reviewed_on", day),
        ("Date of Last Social Work Visit", "visited_on", day),
        ("What is the permanence plan for this child?", "permanence", values.permanence),
        ("Date of Last IRO Visit / Contact to the Child", "reviewing_officer_on", day),
        ("Date of Last Health Assessment", "health_on", day),
        ("Date of Last Dental Check", "dental_on", day),
        ("Number of Placements in the Last 12 months", "placements_in_12_months", whole),
        ("Date Ceased to be Looked After", "ended_on", day),
        ("Reason Ceased to be Looked After", "end_reason", values.ceased),
        ("Start Date of Most Recent Placement", "placed_on", day),
        ("Placement Type", "placement_type", values.placement),
        ("Placement Provider", "provider", values.provider),
        ("URN of Placement", "home_number", text),
        ("Placement Location", "inside_authority", values.location),
        *TEAM,
        left_out={
            "Is this a second or subsequent period of being a Looked After Child within the last "
            "12 months (Y/N)": NOT_A_DATE,
            "Placement postcode": WITHOUT_PLACE,
            "LA of Placement": WITHOUT_PLACE,
            "Number of Episodes the Child has been 'Missing' from their Placement in the last 12 "
            "months": NOT_A_DATE,
            "Number of Episodes the Child has been 'Absent' from their Placement in the last 12 "
            "months": NOT_A_DATE,
            "Was the child offered a Return Interview after their last missing episode (Y/N)?": (
                NOT_A_DATE
            ),
            "Did the child accept a Return Interview after their last missing episode (Y/N)?": (
                NOT_A_DATE
            ),
        },
    ),
    _listed(
        9,
        "Care leavers",
        *PERSON,
        (
            "Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)",
            "uasc",
            flag,
        ),
        DISABILITY,
        *TEAM,
        ("Allocated Personal Advisor", "adviser", text),
        ("Eligibility Category", "eligibility", values.eligibility),
        ("Latest Pathway Plan Review Date", "pathway_plan_on", day),
        ("LA in Touch", "in_touch", values.in_touch),
        ("Latest Date of Contact", "latest_contact_on", day),
        ("Type of Accommodation", "accommodation", values.accommodation),
        ("Suitability of Accommodation", "suitable", values.suitability),
        ("Activity Status", "activity", values.activity),
    ),
    _listed(
        10,
        "Adoption",
        *PERSON,
        ("Family identifier", "family", text),
        DISABILITY,
        ("Date the Child Entered Care", "entered_care_on", day),
        ("Date of Decision that Child Should be Placed for Adoption", "decided_on", day),
        ("Date of Placement Order", "placement_order_on", day),
        ("Date of Matching Child and Prospective Adopters", "matched_on", day),
        ("Date Placed for Adoption", "placed_on", day),
        ("Date of Adoption Order", "order_on", day),
        (
            "Date of Decision that Child Should No Longer be Placed for Adoption",
            "reversed_on",
            day,
        ),
        ("Reason Why Child No Longer Placed for Adoption", "reversed_reason", values.reversal),
        (
            "Date the child was placed for fostering in FFA or concurrent planning placement",
            "with_foster_carer_since",
            day,
        ),
    ),
    _listed(
        11,
        "Adopters",
        ("Individual adopter identifier", "adopter", text),
        ("Family identifier", "family", text),
        ("Gender", GENDER, values.gender),
        ("Ethnicity", ETHNICITY, values.ethnicity),
        ("Disability", "disabled", flag),
        ("Is the (prospective) adopter fostering for adoption?", "fosters_for_adoption", flag),
        ("Date enquiry received", "asked_on", day),
        ("Date Stage 1 started", "first_stage_on", day),
        ("Date Stage 1 ended", "first_stage_ended_on", day),
        ("Date Stage 2 started", "second_stage_on", day),
        ("Date Stage 2 ended", "second_stage_ended_on", day),
        ("Date application submitted", "applied_on", day),
        ("Date application approved", "approved_on", day),
        ("Date adopter matched with child(ren)", "matched_on", day),
        ("Date child/children placed with adopter(s)", "placed_on", day),
        ("No. of children placed", "children_placed", whole),
        ("Date of Adoption Order", "order_on", day),
        ("Date of leaving adoption process", "left_on", day),
        ("Reason for leaving adoption process", "left_reason", values.leaving),
    ),
)
