"""What a measure's page says: definition, figures, targets, and what it is to show."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from goldenthread.people.models import User
from goldenthread.plans.models import MeasureLink
from goldenthread.results import looking
from goldenthread.results.actions.measures import DEFINE
from goldenthread.results.actions.targets import SET
from goldenthread.results.actions.values import ENTER
from goldenthread.results.models import Measure, Outcome, Target, Value
from goldenthread.web import words
from goldenthread.web.components import Cell, Column, Count, Table
from goldenthread.web.listing import Listing
from goldenthread.web.measures import wording
from goldenthread.web.ways import Ways

PROGRESS = "A measure of progress: it says what was done, and never shows impact."
DECIDES = {
    "enters": ENTER,
    "defines": DEFINE,
    "sets": SET,
    "ties": "plans.link_measure",
}


@dataclass(frozen=True)
class Card:
    """A target: what is to be reached, how the measure stands to it, what was recorded."""

    pk: int
    words: str
    lines: Sequence[tuple[str, str]]
    outcomes: Sequence[str]
    is_over: bool
    is_due: bool


@dataclass(frozen=True)
class Tie:
    """An action or item that the measure is to show."""

    pk: int
    name: str
    text: str
    href: str
    words: str


def facts_of(measure: Measure) -> list[tuple[str, str]]:
    """What the measure counts, among whom, how often."""
    last = measure.definitions.latest("version")
    often = words.counted(measure.every_months, "month")
    versions = f"version {last.version}, since {words.day(last.defined_at)}"
    return [
        ("What is counted", last.text),
        ("Among whom", last.population),
        ("Definition", versions),
        ("Figures", f"{measure.get_form_display()}, in {measure.unit}"),
        ("Direction", measure.get_better_display()),
        ("Expected", f"every {often}" if measure.every_months > 1 else "every month"),
    ]


def cards_of(measure: Measure, user: User, today: date, wanted: int) -> list[Card]:
    """The targets, those that hold first; sustained is met in `wanted` periods on end."""
    rows = Target.objects.visible_to(user).filter(measure=measure)
    found = rows.select_related("measure", "team", "baseline__measure", "baseline__team", "set_by")
    ordered = sorted(found, key=lambda one: (one.ended_on is not None, -one.pk))
    said = _outcomes(measure, user)
    return [_card(one, said.get(one.pk, []), today, wanted) for one in ordered]


def _outcomes(measure: Measure, user: User) -> dict[int, list[str]]:
    rows = Outcome.objects.visible_to(user).filter(target__measure=measure).order_by("pk")
    found: dict[int, list[str]] = {}
    for one in rows.select_related("value__measure", "value__team"):
        part = f"{one.value.part}: " if one.value.part else ""
        text = f"{part}{one.words} (as at {words.day(one.value.as_at)})"
        found.setdefault(one.target_id, []).append(text)
    return found


def _card(target: Target, outcomes: Sequence[str], today: date, wanted: int) -> Card:
    is_over = target.ended_on is not None
    lines = [
        ("Rests on", target.basis),
        ("Holds from", words.day(target.holds_from)),
        ("To be reached by", words.day(target.due_on) if target.due_on else "no day is set"),
    ]
    if target.ended_on is not None:
        lines.append(("Ended", f"{words.day(target.ended_on)}: {target.ended_why}"))
    else:
        stands = looking.performance_of(target, today).words
        run = looking.sustained_of(target, wanted=wanted).words
        lines += [("How the measure stands", stands), ("Sustained", run)]
    due = not is_over and target.due_on is not None and target.due_on <= today
    return Card(target.pk, wording.target_of(target), lines, outcomes, is_over, due)


def ties_of(measure: Measure, user: User) -> list[Tie]:
    """The actions and items that it is to show and that the person sees."""
    rows = MeasureLink.objects.standing().visible_to(user).filter(measure=measure).order_by("pk")
    links = list(rows.select_related("action__plan", "item__plan", "measure"))
    ways = Ways(
        user, actions=[one.action_id for one in links], items=[one.item_id for one in links]
    )
    return [
        Tie(
            one.pk,
            wording.public_id_of(one),
            one.of.text,
            ways.action(one.action_id) or ways.item(one.item_id),
            wording.tie_of(one),
        )
        for one in links
    ]


def parts_of(values: Sequence[Value], listing: "Listing[Value]") -> list[Count]:
    """Of whom there are figures; each filters the table and the chart."""
    names = sorted({one.part for one in values})
    if names in ([], [""]):
        return []
    chosen = listing.chosen.get("part", "")
    return [
        Count(
            number=sum(one.part == name for one in values),
            label=name or wording.EVERYBODY,
            href=listing.address(part=name or wording.EVERYBODY),
            is_current=chosen == (name or wording.EVERYBODY),
        )
        for name in names
    ]


def table(listing: "Listing[Value]") -> Table:
    """The figures, each with its number, parts, days, and who approved it."""
    columns = (
        listing.column("Period", "newest"),
        Column(heading="Of whom"),
        listing.column("Figure", "figure", numeric=True),
        listing.column("As at", "as_at"),
        Column(heading="Stands"),
        Column(heading="Who"),
    )
    rows = [_row(one) for one in listing.page]
    return Table(caption="Figures", columns=columns, rows=rows, caption_is_hidden=True)


def _row(value: Value) -> list[Cell]:
    cause = f"{value.get_cause_display()}. {value.reason}" if value.cause else ""
    return [
        Cell(wording.period_of(value), href=reverse("measures:figure", args=[value.pk])),
        Cell(wording.part_of(value)),
        Cell(wording.figure_of(value), note=wording.parts_of(value)),
        Cell(words.day(value.as_at), note=f"known on {words.day(value.known_on)}"),
        Cell(tag=wording.state_of(value), note=cause),
        Cell(wording.decided_on(value), note=value.source),
    ]
