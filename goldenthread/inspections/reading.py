"""From what `goldenthread read --json` prints of a report, a letter or a council paper to a draft.

Nothing is added: what was not read stays empty, and a day that was only guessed is not taken.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from goldenthread.basics.errors import UserFacingError
from goldenthread.inspections import headline, previous
from goldenthread.inspections.drafts import (
    EvidenceDraft,
    FigureDraft,
    FindingDraft,
    JudgementDraft,
    LinkDraft,
    RecommendationDraft,
    ReportDraft,
    StatementDraft,
)

Read = Mapping[str, Any]
KINDS = ("report", "letter", "decision")
PRECISIONS = {"day": "day", "month": "month"}


def from_reading(proposal: Read) -> ReportDraft:
    """The draft of a proposal, as read or as a person has edited it.

    Raises:
        UserFacingError: it is no report, letter or decision report, or names no framework.
    """
    framework = proposal.get("framework") or _inspection(proposal).get("framework")
    if proposal.get("kind") not in KINDS or not framework:
        name = proposal.get("file") or "The document"
        raise UserFacingError(f"{name}: This names no inspection. Choose its framework first.")
    failures, failures_printed = headline.serious_failures(_texts(proposal))
    power = proposal.get("legal_power") or {}
    return ReportDraft(
        framework=framework,
        kind=_text(proposal, "inspection_kind"),
        title=_text(proposal, "title"),
        authority_printed=_text(proposal, "local_authority"),
        **_days(proposal),
        published=_day(proposal.get("published")),
        published_from=_text(proposal, "published_from") if proposal.get("published") else "",
        received=_day(proposal.get("received")),
        inspectorates=_inspectorates(proposal),
        lead_inspectors=_leads(proposal),
        legal_power=power.get("power") or "",
        legal_power_printed=power.get("text") or "",
        serious_failures=failures,
        serious_failures_printed=failures_printed,
        scope=_text(proposal, "scope"),
        statement_required=proposal.get("statement_required"),
        stated_recommendations=proposal.get("recommendation_count"),
        stated_deadline=_day((proposal.get("deadline") or {}).get("stated")),
        stated_deadline_printed=(proposal.get("deadline") or {}).get("text") or "",
        judgements=_each(_judgement, "judgements", proposal),
        findings=_each(_finding, "paragraphs", proposal),
        recommendations=_each(_recommendation, "recommendations", proposal),
        links=tuple(_link(link) for link in proposal.get("links") or ()),
        evidence=tuple(_evidence(proposal)),
        figures=tuple(_figure(one) for one in proposal.get("figures") or () if one.get("profile")),
        previous=_previous(proposal),
        statements=tuple(_statements(proposal)),
        questions=tuple(one["question"] for one in proposal.get("questions") or ()),
    )


def _previous(proposal: Read) -> tuple[str, ...]:
    """What is said of earlier inspections: since which one, and sentences of the paragraphs."""
    texts = (row["text"] for row in proposal.get("paragraphs") or ())
    since = proposal.get("since")
    return tuple(dict.fromkeys((*([since] if since else []), *previous.mentions(texts))))


def _inspection(proposal: Read) -> Read:
    return proposal.get("inspection") or {}


def _text(row: Read, name: str) -> str:
    return row.get(name) or ""


def _day(printed: str | None) -> date | None:
    return date.fromisoformat(printed) if printed else None


def _days(proposal: Read) -> dict[str, Any]:
    """First and last day with their precision; a month alone is its first and its last day."""
    told = _inspection(proposal)
    first = proposal.get("inspection_start") or proposal.get("visit_start") or told.get("start")
    last = proposal.get("inspection_end") or proposal.get("visit_end") or told.get("end")
    period = proposal.get("inspection_period") or proposal.get("visit_period") or {}
    printed = proposal.get("inspection_dates_printed") or told.get("text") or period.get("text")
    precision = "day" if first else PRECISIONS.get(period.get("precision") or "", "unknown")
    if not first and precision != "unknown":
        first, last = period.get("earliest"), period.get("latest")
    return {
        "first_day": _day(first),
        "last_day": _day(last or first),
        "precision": precision if first else "unknown",
        "days_printed": printed or "",
    }


def _inspectorates(proposal: Read) -> tuple[str, ...]:
    """The bodies that the report's own words on its team name."""
    named = {"hmi": "Ofsted", "cqc": "Care Quality Commission"}
    team = proposal.get("inspection_team") or {}
    return tuple(body for code, body in named.items() if team.get(code))


def _leads(proposal: Read) -> tuple[str, ...]:
    lead = proposal.get("lead_inspector")
    return tuple(proposal.get("lead_inspectors") or ([lead] if lead else []))


def _each(make: Any, name: str, proposal: Read) -> tuple[Any, ...]:
    places = proposal.get("sources") or {}
    return tuple(
        make(row, _place(places, f"{name}/{index}"))
        for index, row in enumerate(proposal.get(name) or ())
    )


def _place(places: Read, key: str) -> Read:
    found: Read = next((places[k] for k in (f"{key}/text", f"{key}/grade", key) if k in places), {})
    return dict(found)


def _judgement(row: Read, place: Read) -> JudgementDraft:
    return JudgementDraft(
        area=_text(row, "area"),
        label=_text(row, "label"),
        grade=row.get("grade"),
        grade_printed=_text(row, "grade_printed"),
        heading_grade_printed=_text(row, "heading_grade_printed"),
        body=row.get("body") or "la",
        parent=_text(row, "parent"),
        group=_text(row, "group"),
        page=row.get("page"),
        place=place,
    )


def _finding(row: Read, place: Read) -> FindingDraft:
    under = row.get("under") or ()
    return FindingDraft(
        number=row.get("number"),
        text=row["text"],
        bullets=tuple(row.get("bullets") or ()),
        page=row.get("page"),
        section=_text(row, "section"),
        heading=_text(row, "heading") or " / ".join(under),
        area=_text(row, "area"),
        sense=row.get("sense") or "neither",
        place=place,
    )


def _recommendation(row: Read, place: Read) -> RecommendationDraft:
    return RecommendationDraft(
        text=row["text"],
        kind=_text(row, "kind"),
        number="" if row.get("number") is None else str(row["number"]),
        group=_text(row, "group"),
        theme=_text(row, "theme"),
        body=row.get("body") or "la",
        section=_text(row, "section"),
        paragraph=row.get("paragraph"),
        page=row.get("page"),
        addressees=tuple(row.get("addressees") or ()),
        addressees_from=_text(row, "addressees_from"),
        place=place,
    )


def _link(row: Read) -> LinkDraft:
    numbers = tuple(str(number) for number in row.get("recommendations") or ())
    return LinkDraft(
        paragraph=row["paragraph"],
        kind=row.get("kind") or "Recommendation",
        recommendations=numbers,
    )


def _evidence(proposal: Read) -> Iterator[EvidenceDraft]:
    """One for each source; a source with two samples is given twice."""
    for row in proposal.get("evidence_base") or ():
        for sample in row.get("samples") or [{}]:
            yield EvidenceDraft(
                text=row["text"],
                paragraph=row.get("paragraph"),
                sample=_number(sample.get("value")),
                unit=_text(sample, "unit"),
            )


def _statements(proposal: Read) -> Iterator[StatementDraft]:
    """What a letter says has improved, then what is not yet there, each in its order."""
    for name, sense in (("improved", "improved"), ("not_yet", "not yet")):
        for row in proposal.get(name) or ():
            yield StatementDraft(
                sense=sense,
                text=row["text"],
                paragraph=row.get("paragraph"),
                page=row.get("page"),
            )


def _figure(row: Read) -> FigureDraft:
    when = row.get("when") or {}
    words = when if isinstance(when, str) else when.get("text") or ""
    day = when.get("first_day") if isinstance(when, Mapping) else None
    return FigureDraft(
        value=Decimal(str(row["value"])),
        text=row["text"],
        unit=_text(row, "unit"),
        out_of=_number(row.get("out_of")),
        as_at=_day(day),
        as_at_printed=words,
        paragraph=row.get("paragraph"),
    )


def _number(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _texts(proposal: Read) -> Iterable[str]:
    yield from (row["text"] for row in proposal.get("paragraphs") or ())
    for section in proposal.get("sections") or ():
        yield from section.get("paragraphs") or ()
