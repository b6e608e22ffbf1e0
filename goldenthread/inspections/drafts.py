"""A report as a person has confirmed it, ready to be recorded.

Texts are verbatim; a place is {"page", "sheet", "table", "row", "cell", "line"} in the document.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

Place = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class JudgementDraft:
    """One grade: `grade` is the code as confirmed, None where it could not be read.

    `body` is "la", "lscb" or "partnership"; `tree` and `parent` are area codes, empty where
    the framework says it.
    """

    area: str
    label: str
    grade: str | None
    grade_printed: str
    heading_grade_printed: str = ""
    body: str = "la"
    parent: str = ""
    group: str = ""
    page: int | None = None
    place: Place = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class FindingDraft:
    """A paragraph; `sense` is "strength", "weakness" or "neither"."""

    number: int | None
    text: str
    bullets: tuple[str, ...] = ()
    page: int | None = None
    section: str = ""
    heading: str = ""
    area: str = ""
    sense: str = "neither"
    place: Place = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class RecommendationDraft:
    """What the report asks for; an empty `kind` takes the framework's own.

    `shared_printed` are the words that say that its judgement rests on more than the council.
    """

    text: str
    kind: str = ""
    number: str = ""
    group: str = ""
    theme: str = ""
    body: str = "la"
    section: str = ""
    paragraph: int | None = None
    page: int | None = None
    addressees: tuple[str, ...] = ()
    addressees_from: str = ""
    shared_printed: str = ""
    place: Place = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class LinkDraft:
    """A paragraph that the report ties to recommendations, by their printed numbers if any."""

    paragraph: int
    kind: str = "Recommendation"
    recommendations: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class EvidenceDraft:
    """A source of the inspectors, and one sample size in it."""

    text: str
    paragraph: int | None = None
    sample: Decimal | None = None
    unit: str = ""


@dataclass(frozen=True, kw_only=True)
class FigureDraft:
    """A figure of the local area as printed."""

    value: Decimal
    text: str
    unit: str = ""
    out_of: Decimal | None = None
    as_at: date | None = None
    as_at_printed: str = ""
    paragraph: int | None = None


@dataclass(frozen=True, kw_only=True)
class StatementDraft:
    """A sentence of a letter; `sense` is "improved" or "not yet"."""

    sense: str
    text: str
    paragraph: int | None = None
    page: int | None = None


@dataclass(frozen=True, kw_only=True)
class ReportDraft:
    """A report, a letter, or what a council paper tells of one.

    Attributes:
        framework:       one of the codes of the catalogue.
        precision:       of the days: "day", "month" or "unknown".
        published_from:  where the day of publication comes from, such as "page 1".
        serious_failures: "none", "some" or "not stated", as the headline says.
        stated_recommendations: the number that the document states.
        stated_deadline: the day that the document gives for the written statement.
        previous:        wordings that name an earlier inspection.
        questions:       what was left to settle, in words.
    """

    framework: str
    kind: str = ""
    title: str = ""
    authority_printed: str = ""
    first_day: date | None = None
    last_day: date | None = None
    precision: str = "unknown"
    days_printed: str = ""
    published: date | None = None
    published_from: str = ""
    received: date | None = None
    inspectorates: tuple[str, ...] = ()
    lead_inspectors: tuple[str, ...] = ()
    legal_power: str = ""
    legal_power_printed: str = ""
    serious_failures: str = "not stated"
    serious_failures_printed: str = ""
    scope: str = ""
    statement_required: bool | None = None
    stated_recommendations: int | None = None
    stated_deadline: date | None = None
    stated_deadline_printed: str = ""
    judgements: tuple[JudgementDraft, ...] = ()
    findings: tuple[FindingDraft, ...] = ()
    recommendations: tuple[RecommendationDraft, ...] = ()
    links: tuple[LinkDraft, ...] = ()
    evidence: tuple[EvidenceDraft, ...] = ()
    figures: tuple[FigureDraft, ...] = ()
    previous: tuple[str, ...] = ()
    statements: tuple[StatementDraft, ...] = ()
    questions: tuple[str, ...] = ()
