"""An inspection at a glance: its numbers, days, judgements and statutory deadlines."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse

from goldenthread.basics import obligations
from goldenthread.inspections.bodies import Body
from goldenthread.inspections.models import (
    EvidenceBase,
    Inspection,
    Judgement,
    Obligation,
    PreviousInspection,
    ProfileFigure,
)
from goldenthread.web import words
from goldenthread.web.components import Cell, Column, Count, Table
from goldenthread.web.inspections.presenters import judged, naming


@dataclass(frozen=True)
class Fact:
    """One line of the list of facts; empty lines are left out by `facts`."""

    label: str
    text: str
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Numbers:
    """What is counted of a report."""

    recommendations: int
    without_action: int
    told_before: int
    strengths: int
    weaknesses: int
    undecided: int


def counts(inspection: Inspection, numbers: Numbers) -> list[Count]:
    """The numbers of a report; each leads to the rows that it counts."""
    asked = reverse("inspections:recommendations", args=[inspection.pk])
    found = reverse("inspections:findings", args=[inspection.pk])
    amber = "amber"
    return [
        Count(number=numbers.recommendations, label="recommendations", href=asked),
        Count(
            number=numbers.without_action,
            label="without an action",
            href=f"{asked}?show=without-action",
            tone=amber if numbers.without_action else "",
        ),
        Count(
            number=numbers.told_before,
            label="raised in an earlier inspection",
            href=f"{asked}?show=told-before",
        ),
        Count(number=numbers.strengths, label="strengths", href=f"{found}?show=strength"),
        Count(number=numbers.weaknesses, label="weaknesses", href=f"{found}?show=weakness"),
        Count(
            number=numbers.undecided,
            label="weak paragraphs to decide",
            href=f"{found}?show=open",
            note="cited by nothing",
            tone=amber if numbers.undecided else "",
        ),
    ]


def facts(inspection: Inspection, previous: Iterable[PreviousInspection]) -> list[Fact]:
    """Days, people, power and headline, each as printed where it is printed."""
    published = inspection.published_on
    received = inspection.received_on
    failures = Inspection.Failures(inspection.serious_failures)
    stated = inspection.stated_recommendations
    return [
        Fact("Days of the inspection", naming.when(inspection), _exact(inspection)),
        Fact(
            "Published",
            words.day(published) if published else "not known",
            _published_from(inspection) if published else "enter it: deadlines are counted from it",
        ),
        Fact(
            "Received by the council",
            words.day(received) if received else "not known",
            "" if received else "deadlines are then counted from publication alone",
        ),
        Fact("Framework", inspection.framework.name, str(inspection.type or "")),
        Fact("Legal power", inspection.legal_power or "not stated", inspection.legal_power_printed),
        Fact("Inspectorates", ", ".join(inspection.inspectorates) or "not stated"),
        Fact("Lead inspectors", ", ".join(inspection.lead_inspectors) or "not stated"),
        Fact("Widespread or serious failures", failures.label, inspection.serious_failures_printed),
        Fact("Recommendations stated", "not stated" if stated is None else words.number(stated)),
        Fact("Speaks of earlier inspections", "; ".join(one.text for one in previous) or "none"),
    ]


def judgements(rows: Sequence[Judgement], inspection: Inspection) -> Table | None:
    """The judgements in the report's order; None where nothing is graded."""
    if not rows:
        return None
    scales = {f"{row.scale.name}, {row.scale.version}" for row in rows if row.scale}
    scale = f" on the scale “{'”, “'.join(sorted(scales))}”" if scales else ""
    heads = ("Area", "Grade", "As printed", "Whom it judges", "Page")
    return Table(
        caption=f"Judgements{scale}",
        columns=[Column(heading=head) for head in heads],
        rows=[_judgement(row, inspection) for row in rows],
    )


def deadlines(rows: Iterable[Obligation], inspection: Inspection) -> Table | None:
    """Each statutory deadline: as stated, as counted, and what lies between."""
    found = [_deadline(row, inspection) for row in rows]
    heads = ("Duty", "Stated", "Counted", "Difference", "Count")
    columns = [Column(heading=head) for head in heads]
    if not found:
        return None
    return Table(caption="Statutory deadlines", columns=columns, rows=found, caption_is_hidden=True)


def evidence(rows: Sequence[EvidenceBase]) -> Table | None:
    """What the inspectors looked at, with sample sizes where they are printed."""
    if not rows:
        return None
    return Table(
        caption="What the inspectors looked at",
        columns=[
            Column(heading="As printed"),
            Column(heading="Sample", numeric=True),
            Column(heading="Unit"),
            Column(heading="Paragraph", numeric=True),
        ],
        rows=[
            [
                Cell(row.text),
                Cell(_number(row.sample)),
                Cell(row.unit),
                Cell(_number(row.paragraph)),
            ]
            for row in rows
        ],
        caption_is_hidden=True,
    )


def figures(rows: Sequence[ProfileFigure]) -> Table | None:
    """The figures that the report gives of the area, each with its day."""
    if not rows:
        return None
    return Table(
        caption="Figures that the report gives of the area",
        columns=[
            Column(heading="As printed"),
            Column(heading="Figure", numeric=True),
            Column(heading="Of whom"),
            Column(heading="As at"),
            Column(heading="Paragraph", numeric=True),
        ],
        rows=[_figure(row) for row in rows],
        caption_is_hidden=True,
    )


def _judgement(row: Judgement, inspection: Inspection) -> list[Cell]:
    label = row.area.label if row.area else row.label
    source = f"{reverse('inspections:source', args=[inspection.pk])}?judgement={row.pk}"
    shown = bool(inspection.upload and (row.source_place or row.page))
    return [
        Cell(label[:1].upper() + label[1:], note=row.tree.replace("_", " ")),
        Cell(judged.grade_words(row)),
        Cell(row.grade_printed or "–", note=_other_heading(row)),
        Cell(Body(row.body).label),
        Cell(f"page {row.page}" if row.page else "show", href=source) if shown else Cell("–"),
    ]


def _other_heading(row: Judgement) -> str:
    printed = row.heading_grade_printed
    return f"its heading says: {printed}" if printed and printed != row.grade_printed else ""


def _deadline(row: Obligation, inspection: Inspection) -> list[Cell]:
    duty = obligations.named(row.duty)
    href = reverse("inspections:deadline", args=[inspection.pk, row.duty])
    return [
        Cell(duty.what, note=f"{duty.who}; {duty.source}"),
        Cell(words.day(row.stated_on) if row.stated_on else "not entered"),
        Cell(counted(row), note=row.basis or row.reason),
        Cell(row.difference_words or "nothing to compare"),
        Cell("Count and stated day", href=href, note="to check" if duty.to_check else ""),
    ]


def counted(row: Obligation) -> str:
    """The day as counted, or that there is none."""
    return words.day(row.computed_on) if row.computed_on else "cannot be worked out"


def _figure(row: ProfileFigure) -> list[Cell]:
    of = f" of {_number(row.out_of)}" if row.out_of is not None else ""
    as_at = words.day(row.as_at) if row.as_at else row.as_at_printed or "no day printed"
    return [
        Cell(row.text),
        Cell(f"{_number(row.value)}{of} {row.unit}".strip()),
        Cell(row.population or "not stated"),
        Cell(as_at),
        Cell(_number(row.paragraph)),
    ]


def _number(value: words.Number | None) -> str:
    if value is None:
        return "–"
    whole = value == int(value)
    return words.number(int(value) if whole else float(value))


def _exact(inspection: Inspection) -> str:
    return "" if inspection.first_day is None else inspection.get_days_precision_display()


def _published_from(inspection: Inspection) -> str:
    source = inspection.published_from
    return f"from: {source}" if source and source != "entered" else source
