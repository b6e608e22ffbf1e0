"""Recommendations as cards, with what answers each; and the rows of plans that answer none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse

from goldenthread.inspections.models import (
    Addressee,
    Inspection,
    NumericTarget,
    Recommendation,
    Repeat,
)
from goldenthread.thread.covering import Answer, Coverage, Item, Planned, Recommended
from goldenthread.thread.sentences import Known, sentences
from goldenthread.web import words
from goldenthread.web.components import Cell, Column, Count, Table, Tag
from goldenthread.web.inspections.presenters import naming

STATE = Repeat.State
TARGET = NumericTarget.State
ADD = "Record what a partner does"
STANDS = {
    "additional": "the council's own, additional",
    "not linked": "not linked: nobody has said",
}


@dataclass(frozen=True, kw_only=True)
class Line:
    """A sentence on a card; with `href` it can be decided."""

    text: str
    href: str = ""
    decide: str = ""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One recommendation and everything that is known of it."""

    id: str
    title: str
    tags: Sequence[Tag]
    tone: str
    under: str
    text: str
    place: str
    source_href: str
    thread_href: str
    sentences: Sequence[tuple[str, str]]
    lines: Sequence[Line]


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What decides how a card is drawn."""

    inspection: Inspection
    covered: Mapping[int, Recommended]
    known: Mapping[int, Known]
    may_link: bool
    may_target: bool
    may_consider: bool


def related(
    rows: "Sequence[Recommendation]", shown: str, covered: Mapping[int, Recommended]
) -> list[Recommendation]:
    """The rows that the address asks for: all, or those with one mark."""
    keep = {
        "without-action": lambda row: row.pk in covered and covered[row.pk].needs_action,
        "told-before": lambda row: any(one.state == STATE.CONFIRMED for one in row.repeats.all()),
        "shared": lambda row: row.shared,
        "to-decide": is_open,
    }.get(shown)
    return [row for row in rows if keep is None or keep(row)]


def is_open(row: Recommendation) -> bool:
    """Whether a proposal about it waits, or it asks to consider and nothing is decided."""
    proposals = any(one.state == STATE.PROPOSED for one in row.repeats.all())
    targets = any(one.state == TARGET.PROPOSED for one in row.targets.all())
    undecided = bool(row.to_consider) and not row.consider_decisions.all()
    return proposals or targets or undecided


def counts(rows: Sequence[Recommendation], seen: Seen, shown: str) -> list[Count]:
    """How many of each; a click filters the recommendations."""
    address = reverse("inspections:recommendations", args=[seen.inspection.pk])
    ways = (
        ("", "recommendations", ""),
        ("without-action", "without an action", "amber"),
        ("told-before", "raised in an earlier inspection", "amber"),
        ("shared", "shared with partners", ""),
        ("to-decide", "with something to decide", "amber"),
    )
    found = [
        (show, label, tone, len(related(rows, show, seen.covered))) for show, label, tone in ways
    ]
    return [
        Count(
            number=n,
            label=label,
            href=f"{address}?show={show}" if show else address,
            tone=tone if n else "",
            is_current=shown == show,
        )
        for show, label, tone, n in found
    ]


def cards(rows: Sequence[Recommendation], seen: Seen) -> list[Asked]:
    """The recommendations in the report's order."""
    return [_card(row, seen) for row in rows]


def name(row: Recommendation) -> str:
    """'Recommendation 3'; the kind as the report calls it."""
    return f"{row.get_kind_display()} {row.number or row.order}"


def planned(coverage: Coverage) -> Table | None:
    """The other way: items and actions of the plans concerned that answer no recommendation."""
    rows = [
        [Cell(one.row.public_id), Cell(kind), Cell(one.row.text), Cell(STANDS[one.stands])]
        for kind, found in (("item", coverage.items), ("action", coverage.actions))
        for one in found
        if one.stands in STANDS
    ]
    heads = ("Number", "Row", "Words", "How it stands")
    columns = [Column(heading=head) for head in heads]
    caption = "Items and actions that answer no recommendation"
    return (
        Table(caption=caption, columns=columns, rows=rows, caption_is_hidden=True) if rows else None
    )


def without_action(coverage: Coverage) -> list[Planned]:
    """Items of plans that nobody acts on."""
    return list(coverage.items_without_action)


def repeated(one: Repeat) -> str:
    """The earlier recommendation in words: when it was asked and how long before."""
    earlier = one.earlier
    years = f", {one.years} years before" if one.years is not None else ""
    return f"{naming.title(earlier.inspection)}{years}: “{earlier.text}”"


def target_words(one: NumericTarget) -> str:
    """A number that the words set: 'at least 80% of all staff groups, each group by itself'."""
    value = words.number(int(one.value) if one.value == int(one.value) else float(one.value))
    of = f" of {one.population}" if one.population else ""
    each = ", each group by itself" if one.each_group else ""
    return f"{one.get_comparator_display().lower()} {value}{one.unit}{of}{each}"


def _card(row: Recommendation, seen: Seen) -> Asked:
    covered = seen.covered.get(row.pk)
    source = f"{reverse('inspections:source', args=[seen.inspection.pk])}?recommendation={row.pk}"
    shown = seen.inspection.upload and (row.source_place or row.page)
    return Asked(
        id=f"recommendation-{row.pk}",
        title=name(row),
        tags=_tags(row, covered),
        tone="weak" if covered and covered.needs_action else "",
        under=" › ".join(part for part in (row.section, row.group_printed, row.theme) if part),
        text=row.text,
        place=f"page {row.page}" if row.page else "",
        source_href=source if shown else "",
        thread_href=reverse("thread:show", args=["recommendation", row.pk]),
        sentences=_sentences(row, seen),
        lines=[
            *_asked(row),
            *(_answered(covered) if covered else ()),
            *(_repeat(one, seen) for one in row.repeats.all() if one.state != STATE.REFUSED),
            *(_target(one, seen) for one in row.targets.all() if one.state != TARGET.REFUSED),
            *_considered(row, seen),
            *_shared(row, seen),
        ],
    )


def _sentences(row: Recommendation, seen: Seen) -> Sequence[tuple[str, str]]:
    """What we did, what is different, what we do not know; its words stand above them."""
    known = seen.known.get(row.pk)
    return sentences(known).all[1:] if known else ()


def _tags(row: Recommendation, covered: Recommended | None) -> list[Tag]:
    tags = []
    if any(one.state == STATE.CONFIRMED for one in row.repeats.all()):
        tags.append(Tag("Raised in an earlier inspection", "govuk-tag--orange"))
    if row.shared:
        tags.append(Tag("Shared with partners", "govuk-tag--blue"))
    if covered and covered.asked.closed:
        tags.append(Tag("Closed", "govuk-tag--grey"))
    elif covered and covered.needs_action:
        tags.append(Tag("No action", "govuk-tag--red"))
    return tags


def _asked(row: Recommendation) -> list[Line]:
    """Of whom, and by when."""
    bodies = ", ".join(one.printed for one in _bodies(row)) or row.get_body_display()
    part = f"; the council is {row.get_council_part_display().lower()}" if row.council_part else ""
    return [Line(text=f"Asked of: {bodies}{part}."), Line(text=f"When: {_timescale(row)}")]


def _bodies(row: Recommendation) -> list[Addressee]:
    return sorted(row.bodies.all(), key=lambda one: one.order)


def _timescale(row: Recommendation) -> str:
    if row.timescale == Recommendation.Timescale.NONE:
        return "the report sets no time."
    said = row.get_timescale_display().lower()
    if row.timescale == Recommendation.Timescale.WITHIN:
        said = f"within {row.timescale_length} {row.timescale_unit}"
    due = f"due {words.day(row.due_on)}" if row.due_on else row.due_reason or "no day follows"
    local = f"; the council's own day {words.day(row.local_date)}" if row.local_date else ""
    return f"{said}; {due}{local}."


def _answered(covered: Recommended) -> list[Line]:
    items = {item.id: item for item in covered.items}
    return [
        Line(text=covered.words),
        *(Line(text=f"{one.public_id}: {one.text}") for one in covered.actions),
        *(_differs(one, items) for one in covered.answers if one.difference),
    ]


def _differs(one: Answer, items: Mapping[int, Item]) -> Line:
    item = items.get(one.item)
    named = f"Item {item.number or item.public_id}" if item else "The item"
    settled = "signed off" if one.signed_off else "not signed off"
    return Line(text=f"{named} words it otherwise ({settled}): {one.difference}")


def _repeat(one: Repeat, seen: Seen) -> Line:
    href = reverse("inspections:repeat", args=[seen.inspection.pk, one.pk])
    if one.state == STATE.CONFIRMED:
        text = f"Raised in an earlier inspection. {repeated(one)}"
        return Line(text=text, href=href if seen.may_link else "", decide="Decide again")
    text = f"Perhaps raised in an earlier inspection. {repeated(one)}"
    return Line(text=text, href=href if seen.may_link else "", decide="Say whether it is the same")


def _target(one: NumericTarget, seen: Seen) -> Line:
    href = reverse("inspections:target", args=[seen.inspection.pk, one.pk])
    if one.state == TARGET.CONFIRMED:
        measured = f", measured by {one.indicator}" if one.indicator else ""
        text = f"Target: {target_words(one)}{measured}."
        return Line(text=text, href=href if seen.may_target else "", decide="Decide again")
    text = f"Read from the words as a target: {target_words(one)}."
    return Line(text=text, href=href if seen.may_target else "", decide="Confirm or refuse it")


def _considered(row: Recommendation, seen: Seen) -> list[Line]:
    if not row.to_consider:
        return []
    href = reverse("inspections:consider", args=[seen.inspection.pk, row.pk])
    decided = sorted(row.consider_decisions.all(), key=lambda one: one.pk)
    closed = row.pk in seen.covered and seen.covered[row.pk].asked.closed
    may = href if seen.may_consider and not closed else ""
    if not decided:
        text = "It asks to consider something: a recorded decision closes that part."
        return [Line(text=text, href=may, decide="Record the decision")]
    latest = decided[-1]
    text = (
        f"Considered: {latest.get_decision_display().lower()}, {words.day(latest.decided_on)}. "
        f"{latest.why}"
    )
    return [Line(text=text, href=may, decide="Decide again")]


def _shared(row: Recommendation, seen: Seen) -> list[Line]:
    """What each partner does, apart from the council's own actions; the way to mark it shared."""
    ways = [seen.inspection.pk, row.pk]
    mark = reverse("inspections:share", args=ways) if seen.may_target else ""
    if not row.shared:
        text = "It rests on the council alone."
        return [Line(text=text, href=mark, decide="Mark as shared")] if mark else []
    add = reverse("inspections:contribute", args=ways) if seen.may_target else ""
    printed = f": “{row.shared_printed}”" if row.shared_printed else ""
    said = sorted(row.contributions.all(), key=lambda one: (str(one.partner), one.said_on, one.pk))
    first = Line(text=f"Its judgement rests on partners too{printed}.", href=add, decide=ADD)
    if not said:
        undo = Line(text="No partner has said what it does.", href=mark, decide="Not shared")
        return [first, undo]
    return [
        first,
        *(Line(text=f"{one.partner}, {words.day(one.said_on)}: {one.text}") for one in said),
    ]
