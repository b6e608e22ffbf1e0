"""Reads reports of announced inspections of safeguarding and looked after children services (2009 to 2012)."""

import re

from goldenthread.documents.layout import Document, Place
from goldenthread.documents.proposals import Issue, Proposal, Question
from goldenthread.documents.reports import slac_facts as facts
from goldenthread.documents.reports import slac_words as words
from goldenthread.documents.reports.grades import SCALE
from goldenthread.documents.reports.printed_days import days_in
from goldenthread.documents.reports.printed_rows import rows
from goldenthread.documents.reports.slac_actions import recommendation
from goldenthread.documents.reports.slac_body import body_of
from goldenthread.documents.reports.slac_figures import figures
from goldenthread.documents.reports.slac_parts import Body, Heading, Paragraph
from goldenthread.documents.reports.slac_record import Finding, differences, findings, paired

SIGNS = (
    re.compile(r"inspection of safeguarding and\s+looked after children", re.IGNORECASE),
    re.compile(r"services for looked after children", re.IGNORECASE),
    re.compile(r"safeguarding services", re.IGNORECASE),
    re.compile(r"record of main findings", re.IGNORECASE),
    re.compile(r"\bGrade [1-4]\b"),
)
ENOUGH_SIGNS = 4


def looks_like(document: Document) -> float:
    """How sure it is that this is such a report: graded headings in two trees and a closing record."""
    text = "\n".join(line.text for line in document.lines())
    seen = [sign.search(text) is not None for sign in SIGNS]
    if sum(seen) < ENOUGH_SIGNS or not seen[-1]:
        return 0.0
    return 0.8 + 0.04 * sum(seen)


def read(document: Document) -> Proposal:
    """The report as CONTRACTS has it: facts, judgements of both trees, paragraphs, areas for improvement.

    `judgements` merges the graded headings and the record of main findings; both are also given
    as printed, and where they differ `issues` says so.
    """
    all_rows = rows(document, footer=facts.FOOTER)
    body = body_of(all_rows)
    record = findings(body.record)
    title = facts.title_page(body.before, document)
    inside = facts.authority_inside(body, document)
    publication = _publication(title, document.name)
    return {
        "kind": "report",
        "framework": words.FRAMEWORK,
        "local_authority": title.authority or (inside[0] if inside else None),
        **_days(title),
        **publication,
        "lead_inspector": title.lead,
        "age_group": title.age_group,
        "inspection_team": facts.inspection_team(body.paragraphs),
        "legal_power": facts.legal_power(body.paragraphs),
        "evidence_base": facts.evidence_base(body.paragraphs),
        **_findings(body, record),
        "issues": _issues(body, record),
        "questions": _questions(title, inside, body, guess=publication["published_guess"]),
        "sources": _sources(body, record),
    }


def _days(title: facts.TitlePage) -> Proposal:
    visited = title.visited
    return {
        "inspection_start": visited.first_day if visited else None,
        "inspection_end": visited.last_day if visited else None,
        "inspection_period": visited.as_dict() if visited else None,
    }


def _publication(title: facts.TitlePage, name: str) -> Proposal:
    """The printed day; without one, the day in the file's name as a guess."""
    printed = title.published
    if printed and printed.first_day:
        return {"published": printed.first_day, "published_from": "page 1", "published_guess": None}
    guess = days_in(name.replace("_", " "))
    day = guess.first_day if guess else None
    return {
        "published": None,
        "published_from": "file name" if day else None,
        "published_guess": day,
    }


def _findings(body: Body, record: list[Finding]) -> Proposal:
    by_number = {p.number: p for p in body.paragraphs}
    return {
        "grade_scale": [
            {"grade": number, "label": label, "code": words.grade_code(label), "meaning": text.text}
            for label, number, text in body.scale
        ],
        "judgements": _judgements(body, record),
        "graded_headings": [_heading(heading, body) for heading in body.headings],
        "record_of_main_findings": [_finding(finding, body) for finding in record],
        "recommendations": [
            recommendation(
                a, by_number.get(a.paragraph or 0), body.section_names.get(a.section or "")
            )
            for a in body.actions
        ],
        "paragraphs": [_paragraph(p) for p in body.paragraphs],
        "links": [],
        "service_information": [
            {"paragraph": p.number, "text": p.opening.text}
            for p in body.paragraphs
            if facts.is_service_information(p)
        ],
        "figures": _figures(body),
    }


def _judgements(body: Body, record: list[Finding]) -> list[Proposal]:
    """The record's lines in their order, then headings that it lacks; each with what both print."""
    pairs = paired(body.headings, record)
    merged = [_merged(finding, pairs.get(finding.area)) for finding in record]
    alone = [h for h in body.headings if not any(h is other for other in pairs.values())]
    return merged + [{**_heading(heading, body), "from": ["heading"]} for heading in alone]


def _merged(finding: Finding, heading: Heading | None) -> Proposal:
    return {
        "area": finding.area,
        "label": finding.label,
        "group": finding.group,
        "grade": words.grade_code(finding.printed),
        "grade_printed": finding.printed,
        "grade_number": SCALE.get(finding.printed.lower()),
        "paragraphs": _span(heading.numbers) if heading else None,
        "page": finding.place.page,
        "heading_grade_printed": heading.printed if heading else None,
        "from": ["record", "heading"] if heading else ["record"],
    }


def _heading(heading: Heading, body: Body) -> Proposal:
    return {
        "area": words.area_id(heading.section, heading.label),
        "label": heading.label,
        "section": body.section_names.get(heading.section or ""),
        "group": heading.group,
        "grade": words.grade_code(heading.word),
        "grade_printed": heading.printed,
        "grade_number": heading.number,
        "paragraphs": _span(heading.numbers),
        "page": heading.place.page,
    }


def _span(numbers: list[int]) -> list[int] | None:
    return [numbers[0], numbers[-1]] if numbers else None


def _finding(finding: Finding, body: Body) -> Proposal:
    return {
        "area": finding.area,
        "label": finding.label,
        "section": body.section_names.get(finding.section or ""),
        "group": finding.group,
        "grade": words.grade_code(finding.printed),
        "grade_printed": finding.printed,
    }


def _paragraph(paragraph: Paragraph) -> Proposal:
    return {
        "number": paragraph.number,
        "page": paragraph.opening.place.page,
        "section": paragraph.section,
        "group": paragraph.group,
        "heading": paragraph.heading,
        "area": paragraph.area,
        "text": paragraph.opening.text,
        "bullets": [bullet.text for bullet in paragraph.bullets],
    }


def _figures(body: Body) -> list[Proposal]:
    """Figures of all paragraphs and points; `profile` marks those of the service information."""
    texts = [
        (p.number, facts.is_service_information(p), text)
        for p in body.paragraphs
        for text in (p.opening.text, *(b.text for b in p.bullets))
    ]
    texts += [(a.paragraph or 0, False, a.words.text) for a in body.actions]
    return [
        {
            "paragraph": number,
            "value": figure.value,
            "unit": figure.unit,
            "out_of": figure.out_of,
            "when": figure.when,
            "profile": profile,
            "text": figure.text,
        }
        for number, profile, text in texts
        for figure in figures(text)
    ]


def _issues(body: Body, record: list[Finding]) -> list[Issue]:
    numbers = [p.number for p in body.paragraphs]
    missing = sorted(set(range(1, max(numbers, default=0) + 1)) - set(numbers))
    gaps = [
        Issue(
            where="paragraphs",
            problem=f"No paragraph {number} was found between its neighbours.",
            fix="Look at the page; type the paragraph in if it is there.",
        )
        for number in missing
    ]
    return gaps + differences(body.headings, record)


def _questions(
    title: facts.TitlePage, inside: tuple[str, str] | None, body: Body, *, guess: str | None
) -> list[Question]:
    """What a person should settle, the publication day first: deadlines are counted from it."""
    asked: list[Question] = []
    if title.published is None or title.published.first_day is None:
        text = "No day of publication is printed. On which day was it?"
        asked.append(Question(where="published", question=text, suggestion=guess))
    if title.visited is None:
        asked.append(_asked("inspection_start", "No inspection days are printed. Which were they?"))
    elif title.visited.first_day is None:
        text = f"Only '{title.visited.text}' is printed. Which were the first and the last day?"
        asked.append(_asked("inspection_start", text))
    if title.lead is None:
        asked.append(_asked("lead_inspector", "No lead inspector is printed. Who led?"))
    if title.authority is None:
        asked.append(_which_authority(inside))
    if not body.record:
        text = "There is no record of main findings. Are the grades of the headings all there are?"
        asked.append(_asked("judgements", text))
    return asked


def _which_authority(inside: tuple[str, str] | None) -> Question:
    if inside is None:
        return _asked("local_authority", "No council is named. Which one is it?")
    text = f"The council's name was taken from {inside[1]}. Is it right?"
    return Question(where="local_authority", question=text, suggestion=inside[0])


def _asked(where: str, question: str) -> Question:
    return Question(where=where, question=question, suggestion=None)


def _sources(body: Body, record: list[Finding]) -> dict[str, dict[str, str | int]]:
    """Where each text stands, by its path in the proposal."""
    places: dict[str, Place] = {}
    places |= {f"paragraphs/{i}/text": p.opening.place for i, p in enumerate(body.paragraphs)}
    places |= {f"recommendations/{i}/text": a.words.place for i, a in enumerate(body.actions)}
    places |= {f"graded_headings/{i}/grade": h.place for i, h in enumerate(body.headings)}
    places |= {f"record_of_main_findings/{i}/grade": f.place for i, f in enumerate(record)}
    return {path: place.as_dict() for path, place in places.items()}
