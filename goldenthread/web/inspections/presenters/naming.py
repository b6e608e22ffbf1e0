"""What an inspection is called on its pages, and when it was."""

from dataclasses import dataclass

from django.urls import reverse

from goldenthread.inspections.models import Inspection
from goldenthread.web import words
from goldenthread.web.components import Tag

NO_DAYS = "days not known"
STATES = {
    Inspection.State.ARCHIVED: Tag("Archived", "govuk-tag--grey"),
    Inspection.State.WITHDRAWN: Tag("Withdrawn", "govuk-tag--grey"),
}


@dataclass(frozen=True)
class Section:
    """A part of a report's pages, as its navigation shows it."""

    label: str
    href: str
    is_current: bool


def title(inspection: Inspection) -> str:
    """The framework and the year: 'Single inspection framework, 2016'."""
    return f"{inspection.framework}, {year(inspection)}"


def year(inspection: Inspection) -> str:
    """The year of the inspection's first day."""
    return str(inspection.first_day.year) if inspection.first_day else "year not known"


def when(inspection: Inspection) -> str:
    """The days as printed, else as they are known."""
    if inspection.days_printed:
        return inspection.days_printed
    if inspection.first_day is None:
        return NO_DAYS
    first = words.day(inspection.first_day)
    if inspection.last_day in (None, inspection.first_day):
        return first
    return f"{first} to {words.day(inspection.last_day)}"


def sections(inspection: Inspection, current: str) -> list[Section]:
    """The parts of a report, with the one that is open."""
    return [
        Section(label, reverse(f"inspections:{name}", args=[inspection.pk]), name == current)
        for name, label in PARTS.items()
    ]


PARTS = {
    "show": "Judgements and deadlines",
    "findings": "Findings",
    "recommendations": "Recommendations and coverage",
    "evidence": "Evidence base and figures",
}
