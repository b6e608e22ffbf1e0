"""Reads a census file in one pass, child by child, so that its size does not matter."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from lxml import etree

from goldenthread.basics.days import add_months
from goldenthread.basics.errors import UserFacingError
from goldenthread.formats import cells
from goldenthread.formats.cin_census import elements
from goldenthread.formats.cin_census.taking import Child, Taking, local
from goldenthread.formats.reading import Keys, Reading

FORM = "cin-census"
BEGINNING = 65_536
ROOT = "Message"
# What stands within the first elements of a census.
WITHIN = frozenset({"CollectionDetails", "Children", "CINdetails"})
LOOK, FIRST_ELEMENTS = 64, 40
COLLECTION = "CIN"
YEAR = 12


def recognises(path: Path) -> bool:
    """Whether the content begins as a census of the DfE does, whatever the file is called."""
    with path.open("rb") as file:
        if b"<" not in file.read(LOOK):
            return False
    events = etree.iterparse(
        str(path), events=("start",), resolve_entities=False, no_network=True, load_dtd=False
    )
    try:
        tags = [local(str(element.tag)) for _event, element in islice(events, FIRST_ELEMENTS)]
    except etree.XMLSyntaxError:
        # It breaks off early: by what it begins with, so that reading it says where.
        return ROOT.encode() in path.read_bytes()[:BEGINNING]
    return tags[:1] == [ROOT] and bool(WITHIN.intersection(tags))


def read(path: Path, keys: Keys) -> Reading:
    """Read a census file, all of it.

    Returns:
        The rows by table; `as_at` is the reference day of the header and `complete_from` the
        first day of the year that ends on it. Each fault names the line of the file.

    Raises:
        UserFacingError: it is no XML to its end, it is no census, or it declares entities.
    """
    _refuse_entities(path)
    reading = Reading(form=FORM)
    taking = Taking(path.name, keys, reading)
    try:
        for element in _children(path, taking):
            _take_child(element, taking)
    except etree.XMLSyntaxError as error:
        raise UserFacingError(
            f"{path.name}, line {error.lineno}: The file breaks off or is not XML here. Export it "
            "again from the case system, and load the whole file."
        ) from error
    taking.finish()
    return reading


def _refuse_entities(path: Path) -> None:
    with path.open("rb") as file:
        start = file.read(BEGINNING)
    if b"<!DOCTYPE" in start or b"<!ENTITY" in start:
        raise UserFacingError(
            f"{path.name}: The file declares entities of its own, which no census does. Nothing "
            "was read. Export it again from the case system."
        )


def _children(path: Path, taking: Taking) -> Iterator[Any]:
    """Each child's element; what was read is let go of, so that memory stays small."""
    events = etree.iterparse(
        str(path),
        events=("end",),
        tag=("{*}Header", "{*}Child"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    for _event, element in events:
        if element.tag.endswith("Header"):
            _take_header(element, taking)
        else:
            yield element
        element.clear(keep_tail=False)
        while element.getprevious() is not None:
            del element.getparent()[0]


def _take_header(header: Any, taking: Taking) -> None:
    said = {element.tag: element.text for element in header.iter()}
    if cells.text(said.get("Collection")) not in (None, COLLECTION):
        raise UserFacingError(
            f"{taking.file}: This is another collection of the DfE, not the children in need "
            "census. Load a file whose collection is CIN."
        )
    try:
        as_at = elements.day(said.get("ReferenceDate"))
    except cells.BadCell:
        as_at = None
    taking.reading.authority = cells.text(said.get("LEA"))
    _take_reference_day(as_at, cells.text(said.get("Year")), taking)


def _take_reference_day(as_at: date | None, year: str | None, taking: Taking) -> None:
    if as_at is None:
        taking.reading.notes.append(
            "The header names no reference day; the day given at loading is taken."
        )
        return
    taking.reading.as_at = as_at
    taking.reading.complete_from = add_months(as_at, -YEAR) + timedelta(days=1)
    if year and year != str(as_at.year):
        taking.reading.notes.append(
            f"The header says year {year[:4]} and reference day {as_at.isoformat()}; the reference "
            "day is taken."
        )


def _take_child(element: Any, taking: Taking) -> None:
    identifiers = element.find("{*}ChildIdentifiers")
    row, bad = taking.values(identifiers, elements.IDENTIFIERS)
    child = Child(taking, row[0] and str(row[0]))
    taking.child(child, row, bad, element.find("{*}ChildCharacteristics"))
    for details in element.iterfind("{*}CINdetails"):
        _take_details(details, child, taking)
    child.finish()


def _take_details(details: Any, child: Child, taking: Taking) -> None:
    (*row, held_on), bad = taking.values(details, elements.DETAILS, container=True)
    referral = child.key("referral", row[0])
    own, of_conference = _apart(bad, elements.OF_CONFERENCE)
    taking.put("CINdetails", "referrals", child, (referral, child.hash, *row), own)
    if held_on is not None or of_conference:
        child.conference(referral, None, (None, held_on), of_conference)
    for part in details:
        take = PARTS.get(part.tag) or PARTS.get(local(part.tag))
        if take is not None:
            take(part, child, referral, taking)


def _apart(bad: list[str], others: Collection[str]) -> tuple[list[str], list[str]]:
    if not bad:
        return bad, bad
    theirs = [column for column in bad if column in others]
    return [column for column in bad if column not in others], theirs


def _take_assessment(part: Any, child: Child, referral: str, taking: Taking) -> None:
    row, bad = taking.values(part, elements.ASSESSMENT, container=True)
    assessment = child.key("assessment", row[0])
    taking.put("Assessments", "assessments", child, (assessment, child.hash, referral, *row), bad)
    for factor in part.iter("{*}AssessmentFactors"):
        _take_factor(factor, assessment, child, taking)


def _take_factor(factor: Any, assessment: str, child: Child, taking: Taking) -> None:
    code, bad = taking.value(factor, elements.FACTOR)
    key = child.key("factor", f"{assessment}{code}")
    taking.put("AssessmentFactors", "assessment_factors", child, (key, assessment, code), bad)


def _take_cin_plan(part: Any, child: Child, referral: str, taking: Taking) -> None:
    row, bad = taking.values(part, elements.CIN_PLAN)
    key = child.key("cin plan", row[0])
    taking.put("CINPlanDates", "cin_plans", child, (key, child.hash, referral, *row), bad)


def _take_enquiry(part: Any, child: Child, referral: str, taking: Taking) -> None:
    (*row, target, held_on), bad = taking.values(part, elements.ENQUIRY)
    enquiry = child.key("enquiry", row[0])
    own, of_conference = _apart(bad, elements.OF_CONFERENCE)
    taking.put("Section47", "s47_enquiries", child, (enquiry, child.hash, referral, *row), own)
    if held_on is not None or "held_on" in of_conference:
        child.conference(referral, enquiry, (target, held_on), of_conference)


def _take_plan(part: Any, child: Child, referral: str, taking: Taking) -> None:
    row, bad = taking.values(part, elements.PLAN, container=True)
    plan = child.key("cp plan", row[0])
    child.plans[row[0]] = plan
    taking.put("ChildProtectionPlans", "cp_plans", child, (plan, child.hash, referral, *row), bad)
    for review in part.iter("{*}CPPreviewDate"):
        held_on, bad = taking.value(review, elements.REVIEW)
        key = child.key("cp review", f"{plan}{held_on}")
        taking.put("CPPreviewDate", "cp_reviews", child, (key, child.hash, plan, held_on), bad)


def _take_pre_proceedings(part: Any, child: Child, referral: str, taking: Taking) -> None:
    (*row, offered, led_by), bad = taking.values(part, elements.PRE_PROCEEDINGS)
    own, of_meeting = _apart(bad, elements.OF_FAMILY_MEETING)
    key = child.key("pre-proceedings", row[0])
    taking.put("PreProceedingsandFGDM", "pre_proceedings", child, (key, child.hash, *row), own)
    if offered is not None or led_by is not None or of_meeting:
        key = child.key("family meeting", referral)
        meeting = (key, child.hash, referral, offered, led_by)
        taking.put("FGDMMeetingOffer", "family_meetings", child, meeting, of_meeting)


PARTS = {
    "Assessments": _take_assessment,
    "CINPlanDates": _take_cin_plan,
    "Section47": _take_enquiry,
    "ChildProtectionPlans": _take_plan,
    "PreProceedingsandFGDM": _take_pre_proceedings,
}
