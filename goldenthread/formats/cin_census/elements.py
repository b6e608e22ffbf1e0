"""What each element of the census is taken into: the column, and how its text is read."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from goldenthread.formats import cells
from goldenthread.formats.cells import BadCell
from goldenthread.formats.cin_census import codes

Read = Callable[[str | None], Any]


@dataclass(frozen=True)
class Fields:
    """What the elements inside one element are taken into.

    Attributes:
        inside:  by the name of the element: the place of its value in the row, column, reader.
        columns: the columns in the order of their places.
    """

    inside: Mapping[str, tuple[int, str, Read]]
    columns: tuple[str, ...]

    def also_called(self, name: str, other: str) -> "Fields":
        """The same, where one element has another name too."""
        return Fields({**self.inside, other: self.inside[name]}, self.columns)


def coded(known: Collection[str] | Mapping[str, str]) -> Read:
    """A reader of one of these codes, in any case; a mapping gives the code of the newest year."""
    taken = known if isinstance(known, Mapping) else {code: code for code in known}

    def read(text: str | None) -> str | None:
        if text is not None and text in taken:
            return taken[text]
        found = cells.text(text)
        if found is None:
            return None
        try:
            return taken[found.upper()]
        except KeyError:
            raise BadCell(
                "This code is not in the census.", "Use a code of the DfE's guide for the year."
            ) from None

    return read


def day(text: str | None) -> Any:
    """A day as the census writes it."""
    return cells.day_of_text(text) if text else None


def fields(*taken: tuple[str, str, Read]) -> Fields:
    """The fields of an element in the order of their columns."""
    inside = {tag: (place, column, read) for place, (tag, column, read) in enumerate(taken)}
    return Fields(inside, tuple(column for _, column, _ in taken))


IDENTIFIERS = fields(
    ("LAchildID", "child", cells.text),
    ("PersonBirthDate", "birth_day", day),
    ("ExpectedPersonBirthDate", "expected_month", cells.month),
    ("Sex", "sex", coded(codes.SEX)),
    ("PersonDeathDate", "death_day", day),
    ("UPNunknown", "upn_unknown", coded(codes.UPN_UNKNOWN)),
).also_called("Sex", "GenderCurrent")  # its name until 2024
ETHNICITY = fields(("Ethnicity", "ethnicity", coded(codes.ETHNICITY)))
DISABILITIES = fields(("Disability", "disability_code", coded(codes.DISABILITY)))
DETAILS = fields(
    ("CINreferralDate", "referral_date", day),
    ("ReferralSource", "source", coded(codes.SOURCE)),
    ("PrimaryNeedCode", "primary_need", coded(codes.NEED)),
    ("CINclosureDate", "closed_on", day),
    ("ReasonForClosure", "close_reason", coded(codes.CLOSURE)),
    ("ReferralNFA", "no_further_action", cells.flag),
    ("DateOfInitialCPC", "held_on", day),
)
ASSESSMENT = fields(
    ("AssessmentActualStartDate", "started_on", day),
    ("AssessmentInternalReviewDate", "reviewed_on", day),
    ("AssessmentAuthorisationDate", "authorised_on", day),
)
FACTOR = fields(("AssessmentFactors", "factor_code", coded(codes.FACTORS)))
CIN_PLAN = fields(("CINPlanStartDate", "started_on", day), ("CINPlanEndDate", "ended_on", day))
ENQUIRY = fields(
    ("S47ActualStartDate", "started_on", day),
    ("ICPCnotRequired", "conference_not_needed", cells.flag),
    ("InitialCPCtarget", "target_date", day),
    ("DateOfInitialCPC", "held_on", day),
)
# Of the two elements above, what belongs to the conference and not to the referral or enquiry.
OF_CONFERENCE = ("target_date", "held_on")
PLAN = fields(
    ("CPPstartDate", "started_on", day),
    ("CPPendDate", "ended_on", day),
    ("InitialCategoryOfAbuse", "first_category", coded(codes.ABUSE)),
    ("LatestCategoryOfAbuse", "latest_category", coded(codes.ABUSE)),
    ("NumberOfPreviousCPP", "previous_plans", cells.whole),
)
REVIEW = fields(("CPPreviewDate", "held_on", day))
PRE_PROCEEDINGS = fields(
    ("PPStartDate", "decided_on", day),
    ("LBPSentDate", "letter_sent_on", day),
    ("InitialPPMeetingDate", "first_meeting_on", day),
    ("ReviewMeetingsCount", "meetings", cells.whole),
    ("StepDecisionDate", "ended_on", day),
    ("PPOutcome", "outcome", cells.text),
    ("CourtAppDate", "court_applied_on", day),
    ("LetterInitCPDate", "issue_letter_on", day),
    ("FGDMMeetingOffer", "offered", cells.flag),
    ("FGDMMeetingFac", "facilitated_by", cells.text),
)
OF_FAMILY_MEETING = ("offered", "facilitated_by")
# Elements that are known and not taken, with the reason.
LEFT_OUT = {
    "UPN": "a child is known by a keyed hash of the case system's number alone",
    "FormerUPN": "a child is known by a keyed hash of the case system's number alone",
}
