"""A report of an inspection since 2013 as a proposal: its head, judgements, recommendations, paragraphs."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from goldenthread.documents.layout import Document, Line
from goldenthread.documents.proposals import Proposal, Question
from goldenthread.documents.reports import (
    faults,
    frameworks,
    front_page,
    inspectors,
    judgements,
    stated_counts,
)
from goldenthread.documents.reports.folding import clean
from goldenthread.documents.reports.front_page import Front
from goldenthread.documents.reports.inspectors import Lead
from goldenthread.documents.reports.links import links
from goldenthread.documents.reports.paragraphs import paragraphs
from goldenthread.documents.reports.recommendations import recommendations
from goldenthread.documents.reports.recommendations_sections import running_text

_SURE = 0.95
_LIKELY = 0.6
_ABOUT_ONE = 0.2


def looks_like(document: Document) -> float:
    """How likely a document is a report of an inspection: its title, and the days or a lead's name."""
    found = frameworks.found_in(document)
    if found is None:
        return 0.0
    front = front_page.read(document)
    if front_page.is_about_one(front.title):
        return _ABOUT_ONE
    if front.days.first:
        return _SURE
    return _LIKELY if inspectors.leads(document) else _ABOUT_ONE


def read(document: Document) -> Proposal:
    """A report as CONTRACTS has it, with its questions (the day of publication first) and faults."""
    named = faults.file_date(document.name)
    front = front_page.read(document, year=named.year if named else None)
    found = frameworks.found_in(document)
    framework = frameworks.named(found.family, front.days) if found else None
    judged = judgements.read(document, _asked(framework, front))
    leads = inspectors.leads(document)
    body = _body(document, framework)
    return {
        "kind": "report",
        "framework": framework,
        "framework_basis": _basis(framework, found, front),
        "title": front.title,
        "local_authority": front.local_authority,
        **_days(front),
        **_publication(front, document.name),
        **_led_by(leads),
        "judgements": [judgements.as_dict(judgement) for judgement in judged.found],
        **body.fields,
        "pages": len(document.pages),
        "sources": _sources(front, leads, judged),
        "issues": faults.issues(document, front),
        "questions": [
            *faults.publication_questions(front, document.name),
            *_framework_questions(framework, front),
            *_authority_questions(front),
            *faults.day_questions(front, document.name),
            *_lead_questions(leads),
            *judged.questions,
            *body.questions,
        ],
    }


@dataclass(frozen=True, slots=True)
class _Body:
    """What is read from the running text: its fields of the proposal, and questions."""

    fields: dict[str, Any]
    questions: list[Question]


def _body(document: Document, framework: str | None) -> _Body:
    text = running_text(document)
    recommended = recommendations(text, framework=framework)
    numbered = paragraphs(text)
    stated = stated_counts.questions(document, recommended.items)
    return _Body(
        fields={
            "recommendations": recommended.items,
            "paragraphs": numbered.items,
            "links": links(numbered.items),
        },
        questions=[*recommended.questions, *numbered.questions, *stated],
    )


def _asked(framework: str | None, front: Front) -> judgements.Asked:
    reviewed = framework in {"SIF", "LSCB review only"} or frameworks.has_review(front.title)
    return judgements.Asked(framework or "", review=reviewed, inspected=front.days.last)


def _led_by(leads: list[Lead]) -> dict[str, Any]:
    names = leads[0].names if leads else ()
    return {
        "lead_inspector": " and ".join(names) or None,
        "lead_inspectors": list(names),
        "lead_printed": leads[0].printed if leads else None,
    }


def _basis(framework: str | None, found: frameworks.Found | None, front: Front) -> str | None:
    if framework is None or found is None:
        return None
    if found.family != "ILACS":
        return found.by
    return (
        f"{found.by}; the type is not printed: {front.days.on_site} calendar days on site, "
        f"{frameworks.LONGEST_SHORT} or fewer are a short inspection"
    )


def _days(front: Front) -> dict[str, Any]:
    return {
        "inspection_start": _iso(front.days.first),
        "inspection_end": _iso(front.days.last),
        "inspection_periods": [[_iso(a), _iso(b)] for a, b in front.days.periods],
        "inspection_dates_printed": front.days_printed.text if front.days_printed else None,
    }


def _publication(front: Front, name: str) -> dict[str, Any]:
    if front.published:
        return {"published": _iso(front.published), "published_from": "page 1"}
    guess = faults.file_date(name)
    return {
        "published": None,
        "published_from": "file name" if guess else None,
        "published_guess": _iso(guess),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _sources(
    front: Front, leads: list[Lead], judged: judgements.Judgements
) -> dict[str, dict[str, str | int]]:
    """The place of each value, by its path in the proposal."""
    lines: dict[str, Line | None] = {
        "local_authority": front.title_line,
        "inspection_start": front.days_printed.line if front.days_printed else None,
        "published": front.published_printed.line if front.published_printed else None,
        "lead_inspector": leads[0].line if leads else None,
    }
    for number, judgement in enumerate(judged.found):
        lines[f"judgements/{number}/grade"] = judgement.line
    return {path: line.place.as_dict() for path, line in lines.items() if line}


def _framework_questions(framework: str | None, front: Front) -> list[Question]:
    if framework is None:
        text = (
            "The title names no framework that is known here. Under which was the inspection made?"
        )
        return [Question(where="framework", question=text, suggestion=None)]
    unsure = framework.startswith("ILACS") and len(front.days.periods) != 1
    if not unsure:
        return []
    text = "Standard or short is not printed and follows from the days on site, which are not one period. Which is it?"
    return [Question(where="framework", question=text, suggestion=framework)]


def _authority_questions(front: Front) -> list[Question]:
    if front.local_authority:
        return []
    text = "No council's name was found in the title. Whose services were inspected?"
    return [Question(where="local_authority", question=text, suggestion=None)]


def _lead_questions(leads: list[Lead]) -> list[Question]:
    """Nobody named, or different people in different places."""
    if not leads:
        text = "No lead inspector was found. Who led the inspection?"
        return [Question(where="lead_inspector", question=text, suggestion=None)]
    others = [lead for lead in leads[1:] if set(lead.names) != set(leads[0].names)]
    if not others:
        return []
    text = (
        f"Page {leads[0].line.place.page} names {' and '.join(leads[0].names)} as lead, "
        f"page {others[0].line.place.page} {' and '.join(others[0].names)}. Who led the inspection?"
    )
    return [
        Question(
            where="lead_inspector", question=clean(text), suggestion=" and ".join(leads[0].names)
        )
    ]
