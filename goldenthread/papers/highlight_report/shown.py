"""Accepted evidence, figures and voices of a plan as lines of words."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Q

from goldenthread.basics.days import without_weekday
from goldenthread.papers.highlight_report.rows import Voice
from goldenthread.people.models import User
from goldenthread.plans.evidence_kinds import KINDS, day_of, figure_of
from goldenthread.plans.models import Check, Evidence, EvidenceLink, Impact, Plan
from goldenthread.plans.small_numbers import part_and_whole, shown, tells_of_few
from goldenthread.results.models import Value

SURVEYS = ("survey", "survey of children")
WORDS = "words of children, families or staff"
VOICES = (*SURVEYS, WORDS)
NO_POST = "a checker whose post is not recorded"
SMALL_FIGURE = "{name}: not printed, as it tells of 1 to 5"


class Accepted:
    """What was accepted for the tests of a plan, by action, as a person sees it.

    Attributes:
        restricted: how many pieces of accepted evidence are restricted; they are not told.
    """

    def __init__(self, plan: Plan, *, by: User, as_at: date) -> None:
        rows = EvidenceLink.objects.visible_to(by).accepted(as_at)
        stands = Q(test__action=None) | Q(test__action__dropped_in=None)
        rows = rows.filter(stands, version__evidence__plan=plan, test__dropped_in=None)
        found = list(rows.select_related("version__evidence", "test").order_by("pk"))
        restricted = Evidence.Marking.RESTRICTED
        hidden = {
            row.version.evidence_id for row in found if row.version.evidence.marking == restricted
        }
        self.restricted = len(hidden)
        self.links = [row for row in found if row.version.evidence_id not in hidden]
        # Whoever sees the evidence sees how it was checked.
        checks = Check.objects.filter(link__in=[row.pk for row in self.links])
        self.checks = {row.link_id: row for row in checks.order_by("pk")}
        self.impacts = _impacts(plan, by, as_at)

    def evidence(self) -> dict[int, tuple[str, ...]]:
        """A line for each piece of evidence and test, by action."""
        found: dict[int, list[str]] = defaultdict(list)
        for row in self.links:
            if row.test.action_id is not None:
                found[row.test.action_id].append(self._line(row))
        return {pk: tuple(lines) for pk, lines in found.items()}

    def figures(self, *, holding: set[int]) -> dict[int, tuple[str, ...]]:
        """The figures on which impact and evidence rest, by action.

        Args:
            holding: the actions whose impact holds; what another says of its impact stays out.
        """
        found: dict[int, list[str]] = defaultdict(list)
        for pk in holding & set(self.impacts):
            found[pk].append(self.impacts[pk])
        for row in self.links:
            line = _figure(row)
            if row.test.action_id is not None and line:
                found[row.test.action_id].append(line)
        return {pk: tuple(dict.fromkeys(lines)) for pk, lines in found.items()}

    def voices(self) -> tuple[Voice, ...]:
        """What children, families and staff say, each piece of evidence once."""
        found: dict[int, Voice] = {}
        for row in self.links:
            evidence = row.version.evidence
            if evidence.kind in VOICES:
                said = tuple(_said(evidence.kind, row.version.about))
                voice = Voice(public_id=evidence.public_id, title=evidence.title, said=said)
                found.setdefault(evidence.pk, voice)
        return tuple(found.values())

    def _line(self, row: EvidenceLink) -> str:
        evidence, check = row.version.evidence, self.checks[row.pk]
        kind = KINDS[evidence.kind].label if evidence.kind in KINDS else evidence.kind
        return (
            f"{evidence.public_id} {evidence.title} ({kind.lower()}), for a test of the kind "
            f"{row.test.kind}: {_flat(row.shows)}. Checked on {without_weekday(check.day)} by "
            f"{check.post or NO_POST}: {_flat(check.how_do_we_know)}."
        )


def _impacts(plan: Plan, by: User, as_at: date) -> dict[int, str]:
    """The figure of the latest impact of each action; figures of one team stay out."""
    rows = Impact.objects.visible_to(by).filter(action__plan=plan, action__dropped_in=None)
    last = {row.action_id: row for row in rows.select_related("value__measure").order_by("pk")}
    seen = (
        Value.objects.visible_to(by).approved().filter(team=None, measure__authority=plan.authority)
    )
    known = set(seen.filter(as_at__lte=as_at).values_list("pk", flat=True))
    return {
        pk: _impact(row, row.value)
        for pk, row in last.items()
        if row.value and row.value_id in known
    }


def _impact(row: Impact, value: Value) -> str:
    name = f"{value.measure}{f', {value.group}' if value.group else ''}"
    parts = (row.number, row.numerator, row.denominator)
    said = _of(name, *parts, row.as_at, unit=value.measure.unit)
    return f"{said} ({row.get_state_display().lower()})"


def _figure(row: EvidenceLink) -> str:
    """The figure that evidence names, with what it is of."""
    evidence, about = row.version.evidence, row.version.about
    if figure := figure_of(about):
        parts = (figure["number"], figure["numerator"], figure["denominator"])
        return _of(evidence.title, *parts, day_of(figure["as_at"]))
    if evidence.kind == "policy and sample":
        met, size = about["in_standard"], about["sample"]
        return _of(evidence.title, met, met, size, row.version.period_to)
    return ""


def _of(name: str, number: Any, top: Any, under: Any, day: date | None, *, unit: str = "") -> str:
    """A figure in words; one that tells of 1 to 5, or leaves 1 to 5 over, is hidden."""
    if tells_of_few(top, under):
        return SMALL_FIGURE.format(name=name)
    figure = f"{_plain(number)}%" if unit == "%" else f"{_plain(number)} {unit}".rstrip()
    said = f"{name}: {figure} ({_plain(top)} of {_plain(under)})"
    return f"{said}, as at {without_weekday(day)}" if day else said


def _plain(number: Any) -> str:
    """A number without noughts at its end."""
    return f"{Decimal(str(number)).normalize():f}"


def _said(kind: str, about: Mapping[str, Any]) -> Iterable[str]:
    if kind == WORDS:
        day = day_of(about.get("said_on"))
        when = f", {without_weekday(day)}" if day else ""
        yield f"{about.get('whose', '')}{when}: “{_flat(str(about.get('words', '')))}”"
        return
    answered, asked = part_and_whole(about.get("answered"), about.get("asked"))
    yield f"{about.get('instrument', '')}, {about.get('wave', '')}: {answered} of {asked} answered"
    for one in shown(about.get("answers") or ()):
        yield f"{one['question']} {one['answer']}: {one['number']}"


def _flat(text: str) -> str:
    return " ".join(text.split()).rstrip(".")
