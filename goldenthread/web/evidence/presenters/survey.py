"""The waves of a survey beside each other, and each question's trend."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from goldenthread.people.models import User
from goldenthread.plans import small_numbers, surveys
from goldenthread.plans.folding import folded
from goldenthread.plans.models import Evidence, EvidenceLink, EvidenceVersion
from goldenthread.plans.surveys import Step, Trend, Wave
from goldenthread.web import words
from goldenthread.web.components import Cell, Column, Table

KINDS = ("survey", "survey of children")
LEAST_CHANGE = 0.5


@dataclass(frozen=True)
class Waves:
    """All waves of one survey; `notice` says what the tables cannot show."""

    table: Table
    questions: Sequence[Table]
    notice: str


def waves_of(evidence: Evidence, user: User, day: date, *, cleared: bool) -> Waves | None:
    """The waves of the survey that evidence is of, in its plan, as the user sees them.

    Args:
        day:     on which evidence must be valid to be called checked.
        cleared: whether small counts are shown.
    """
    if evidence.kind not in KINDS:
        return None
    versions = _versions(evidence, user)
    if not versions:
        return None
    waves = [_wave(one) for one in versions]
    accepted = EvidenceLink.objects.accepted(day).filter(version__in=versions)
    checked = set(accepted.values_list("version_id", flat=True))
    tables = [_question(trend, waves, cleared=cleared) for trend in surveys.trends(waves)]
    return Waves(
        table=_overview(waves, [one.pk in checked for one in versions], cleared=cleared),
        questions=tables,
        notice=_notice(waves, tables),
    )


def _versions(evidence: Evidence, user: User) -> list[EvidenceVersion]:
    """The version of each wave that was filed last, the earliest wave first."""
    standing = EvidenceLink.objects.filter(withdrawn_at=None).values("version")
    rows = EvidenceVersion.objects.visible_to(user).filter(
        evidence__plan=evidence.plan_id, evidence__kind=evidence.kind, pk__in=standing
    )
    instrument = _instrument(rows, evidence)
    of_wave = {
        folded(row.about["wave"]): row
        for row in rows.order_by("filed_at", "pk")
        if folded(row.about["instrument"]) == instrument
    }
    return sorted(of_wave.values(), key=_last_day)


def _instrument(rows: Iterable[EvidenceVersion], evidence: Evidence) -> str:
    own = [row for row in rows if row.evidence_id == evidence.pk]
    return folded(max(own, key=lambda row: row.number).about["instrument"]) if own else ""


def _last_day(version: EvidenceVersion) -> date:
    return version.period_to or timezone.localtime(version.filed_at).date()


def _wave(version: EvidenceVersion) -> Wave:
    about = version.about
    return Wave(
        name=about["wave"],
        on=_last_day(version),
        asked=about["asked"],
        answered=about["answered"],
        answers=about.get("answers") or [],
    )


def _overview(waves: Sequence[Wave], checked: Sequence[bool], *, cleared: bool) -> Table:
    rows = []
    for wave, is_checked in zip(waves, checked, strict=True):
        part, whole = str(wave.answered), str(wave.asked)
        rate = f"{wave.rate:.0f}%"
        if not cleared and small_numbers.tells_of_few(wave.answered, wave.asked):
            part, whole = small_numbers.part_and_whole(wave.answered, wave.asked)
            rate = ""
        state = "evidence checked" if is_checked else "evidence not yet checked"
        rows.append(
            [
                Cell(wave.name, note=words.day(wave.on)),
                Cell(f"{part} of {whole}"),
                Cell(rate),
                Cell(state),
            ]
        )
    return Table(
        caption="Waves",
        columns=[
            Column(heading="Wave"),
            Column(heading="Answered", numeric=True),
            Column(heading="Response rate", numeric=True),
            Column(heading="Evidence"),
        ],
        rows=rows,
    )


def _question(trend: Trend, waves: Sequence[Wave], *, cleared: bool) -> Table:
    """A row for each wave, a column for each answer, and whether it compares with the one before."""
    steps: list[Step | None] = [None, *trend.steps]
    few = [set[str]() if cleared else _few(wave, trend.question) for wave in waves]
    rows = [
        [
            Cell(wave.name, note=words.day(wave.on)),
            *_counts(trend, wave, step, few=hidden, few_before=before),
            Cell(_compared(step, hides=_hides(trend, hidden) or _hides(trend, before))),
        ]
        for wave, step, hidden, before in zip(waves, steps, few, [set[str](), *few], strict=False)
    ]
    return Table(
        caption=trend.question,
        columns=[
            Column(heading="Wave"),
            *(Column(heading=one, numeric=True) for one in trend.answers),
            Column(heading="Comparable with the wave before"),
        ],
        rows=rows,
    )


def _counts(
    trend: Trend,
    wave: Wave,
    step: Step | None,
    *,
    few: AbstractSet[str],
    few_before: AbstractSet[str],
) -> list[Cell]:
    """A cell for each answer; what is hidden in either wave does not follow from its change."""
    counts = {folded(one): number for one, number in wave.of(trend.question).items()}
    points = {folded(one): by for one, by in step.points.items()} if step else {}
    cells = []
    for answer in map(folded, trend.answers):
        if answer not in counts:
            cells.append(Cell("not asked"))
        elif answer in few:
            cells.append(Cell(small_numbers.ALSO_HIDDEN, note="it tells of 1 to 5"))
        else:
            moved = None if answer in few_before else points.get(answer)
            cells.append(_shown(counts[answer], wave, moved))
    return cells


def _few(wave: Wave, question: str) -> set[str]:
    """The answers whose count would tell of 1 to 5, by itself or by what it leaves over."""
    answers = [one for one in wave.answers if folded(str(one["question"])) == folded(question)]
    if small_numbers.tells_of_few(wave.answered, wave.asked):
        return {folded(str(one["answer"])) for one in answers}
    hidden = {
        folded(str(one["answer"]))
        for one in small_numbers.shown(answers)
        if isinstance(one["number"], str)
    }
    return hidden | {
        folded(str(one["answer"]))
        for one in answers
        if small_numbers.tells_of_few(one["number"], wave.answered)
    }


def _shown(number: int, wave: Wave, points: float | None) -> Cell:
    """ "18 of 22", with the share and by how much it moved."""
    share = f"{100 * number / wave.answered:.0f}%"
    moved = ""
    if points is not None:
        way = "more" if points > 0 else "fewer"
        few = abs(points) < LEAST_CHANGE
        moved = "as before" if few else f"{abs(points):.0f} points {way}"
    note = ", ".join(part for part in (share, moved) if part)
    return Cell(f"{words.number(number)} of {words.number(wave.answered)}", note=note)


def _hides(trend: Trend, few: AbstractSet[str]) -> bool:
    """Whether nothing of a wave is shown, not even how many answered."""
    return {folded(one) for one in trend.answers} <= few


def _compared(step: Step | None, *, hides: bool) -> str:
    if step is None:
        return "the first wave"
    if hides:
        return "not shown: it tells of 1 to 5"
    return f"no: {step.why_not}" if step.why_not else "yes"


def _notice(waves: Sequence[Wave], tables: Sequence[Table]) -> str:
    if not tables:
        return (
            "No wave says what was answered to which question. File the next version with "
            "its answers."
        )
    if len(waves) == 1:
        return "One wave so far: there is no trend yet. File the next one under the same name."
    return ""
