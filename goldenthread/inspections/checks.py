"""What is to be looked at before a report is recorded; a blocking one needs a reason to pass."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from goldenthread.inspections import grading
from goldenthread.inspections.drafts import ReportDraft


@dataclass(frozen=True)
class Notice:
    """One thing that does not fit: a short code, words for people, whether it blocks."""

    code: str
    words: str
    blocking: bool = False

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True)
class Rules:
    """What the framework says of a report on its days."""

    areas: frozenset[str]
    expected: frozenset[str]
    grades: tuple[grading.Graded, ...]
    valid_from: date | None
    valid_to: date | None


def warnings(report: ReportDraft, rules: Rules) -> tuple[Notice, ...]:
    """Everything that does not fit, blocking ones first."""
    found = [
        *_count(report),
        *_grades(report, rules),
        *_areas(report, rules),
        *_validity(report, rules),
    ]
    return tuple(sorted(found, key=lambda one: not one.blocking))


def _count(report: ReportDraft) -> Sequence[Notice]:
    """A-17: the stated number against what is there, for the body that it may be about."""
    stated = report.stated_recommendations
    if stated is None:
        return ()
    by_body = Counter(one.body for one in report.recommendations)
    if stated in (len(report.recommendations), by_body["la"]):
        return ()
    words = (
        f"{stated} recommendations are stated, {len(report.recommendations)} are here "
        f"({by_body['la']} for the council). Add what is missing, or say why the number differs."
    )
    return (Notice("recommendation count", words, blocking=True),)


def _grades(report: ReportDraft, rules: Rules) -> list[Notice]:
    """A-06 and A-08: wordings, and a heading that says another grade than the table."""
    found = []
    for one in report.judgements:
        said = grading.lint(
            label=one.label, printed=one.grade_printed, code=one.grade, grades=rules.grades
        )
        if said:
            found.append(Notice("grade wording", said))
        heading = grading.grade_of(one.heading_grade_printed, rules.grades)
        if one.heading_grade_printed and heading != one.grade:
            words = f"{one.label}: the table has “{one.grade_printed}”, the heading over the "
            words += f"text “{one.heading_grade_printed}”. Look at the page and choose."
            found.append(Notice("table and heading differ", words))
    return found


def _areas(report: ReportDraft, rules: Rules) -> list[Notice]:
    """Rows that are none of the framework's, twice there, or missing: the table is proved."""
    given = Counter(one.area for one in report.judgements)
    unknown = sorted(set(given) - rules.areas)
    twice = sorted(area for area, count in given.items() if count > 1)
    missing = sorted(rules.expected - set(given)) if given else []
    found = [
        Notice("unknown area", f"“{area}” is no area of this framework on that day.")
        for area in unknown
    ]
    found += [Notice("area twice", f"“{area}” is judged twice.") for area in twice]
    if missing:
        words = f"{len(given)} of {len(rules.expected)} judgements; missing: {', '.join(missing)}."
        found.append(Notice("judgements missing", words))
    return found


def _validity(report: ReportDraft, rules: Rules) -> Sequence[Notice]:
    day = report.first_day
    if day is None:
        return ()
    early = rules.valid_from is not None and day < rules.valid_from
    late = rules.valid_to is not None and day > rules.valid_to
    if not early and not late:
        return ()
    span = f"{rules.valid_from or 'the beginning'} to {rules.valid_to or 'today'}"
    words = f"The inspection of {day} is outside the days of {report.framework}: {span}."
    return (Notice("outside the framework's days", words),)
