"""Tells of each thing in the chain how far it is shown, in words. No table is asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.basics.days import without_weekday
from goldenthread.thread.links import CHECKED, MISSING, NOT_NEEDED, REPORTED, Link

NOT_TIED = "No approved figure of a measure is tied to it."


@dataclass(frozen=True, kw_only=True)
class Row:
    """A recorded thing: what it is called, its words, and who answers for it since when."""

    id: int
    label: str
    text: str = ""
    by: str = ""
    on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Asked(Row):
    """A recommendation; `printed_at` is where its report prints it, such as "page 8"."""

    printed_at: str = ""


@dataclass(frozen=True, kw_only=True)
class Answered(Row):
    """An item and its link to a recommendation; `by` and `on` are of the link.

    `signed_off_by` and `signed_off_on` are of the changed wording.
    """

    link: int
    difference: str = ""
    signed_off_by: str = ""
    signed_off_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Doing(Row):
    """An action: its rung and delivery in words; `can_complete`: all that 'done' asks is accepted."""

    rung: int = 0
    stands: str = ""
    lead: str = ""
    completed: bool = False
    can_complete: bool = False


@dataclass(frozen=True, kw_only=True)
class Shown(Row):
    """A test. `claim` is what the document says is on file, in words.

    `met`: its evidence is accepted, all of it where a number is `wanted`; `accepted` is how
    many are so far.
    """

    action: int | None
    kind: str
    confirmed: bool = True
    met: bool = False
    wanted: int | None = None
    accepted: int = 0
    claim: str = ""


@dataclass(frozen=True, kw_only=True)
class Filed(Row):
    """Evidence on a test: `by` and `on` are of the checker where it was checked, else of who filed it.

    `state` is "filed", "returned", "accepted", "reopened" (accepted before, and open again) or
    "expired"; `waiting_since` is when a check was asked for.
    """

    test: int
    action: int | None
    state: str
    contradicts: bool = False
    waiting_since: date | None = None
    reason: str = ""
    is_minute: bool = False
    quantity: int = 0


@dataclass(frozen=True, kw_only=True)
class Measured(Row):
    """What was said last of an action's impact: `state` in words, `figure` where it has one.

    `measure` is the figure's; `approved_by` and `approved_on` are of its second person, and
    empty unless the figure holds and the measure is tied to the action.
    """

    action: int
    state: str
    figure: str = ""
    until: date | None = None
    measure: str = ""
    approved_by: str = ""
    approved_on: date | None = None


def paragraph(row: Row) -> Link:
    """A paragraph that the report cites."""
    return _checked("paragraph", "inspections.finding", row, "recorded from the report")


def paragraph_of(asked: Asked) -> Link:
    """Where a recommendation comes from when no paragraph is cited."""
    if asked.printed_at:
        words = f"The report prints it on {asked.printed_at} and cites no paragraph."
        return Link(step="paragraph", state=CHECKED, words=words, by=asked.by, on=asked.on)
    return Link(
        step="paragraph",
        state=MISSING,
        words="No paragraph of the report is linked.",
        verb="inspections.link_finding",
        fills="Link the paragraph that it rests on.",
        to=("inspections.recommendation", asked.id),
        can_wait=True,
    )


def recommendation(asked: Asked) -> Link:
    """A recommendation as its report prints it."""
    said = "recorded from the report"
    return _checked("recommendation", "inspections.recommendation", asked, said)


def no_recommendation(item: Row, *, meant: str) -> Link:
    """An item that is linked to no recommendation; `meant` is what it is said to answer."""
    if meant == "additional":
        words = f"{item.label} is additional, the council's own."
        return Link(step="recommendation", state=NOT_NEEDED, words=words)
    return Link(
        step="recommendation",
        state=MISSING,
        words=f"{item.label} is linked to no recommendation.",
        verb="plans.link_recommendation",
        fills="Link the recommendation that it answers.",
        to=("plans.item", item.id),
    )


def item(row: Answered) -> Link:
    """An item that answers a recommendation, in the same words or in others."""
    if not row.difference:
        return _checked("item", "plans.item", row, "linked")
    if row.signed_off_by:
        signed = Row(
            id=row.id,
            label=row.label,
            text=row.text,
            by=row.signed_off_by,
            on=row.signed_off_on,
        )
        return _checked("item", "plans.item", signed, "changed wording signed off")
    return Link(
        step="item",
        state=REPORTED,
        words=f"The wording of {row.label} differs and is not signed off: {row.difference}.",
        thing="plans.item",
        id=row.id,
        label=row.label,
        text=row.text,
        verb="plans.sign_off_wording",
        fills="Sign off the wording, or change it.",
        can_wait=True,
    )


def item_alone(row: Row) -> Link:
    """An item as its plan holds it, which no link ties to a recommendation."""
    return _checked("item", "plans.item", row, "recorded from the plan")


def no_item(asked: Asked) -> Link:
    """A recommendation that no item answers."""
    return Link(
        step="item",
        state=MISSING,
        words="No item of a plan answers it.",
        verb="plans.link_recommendation",
        fills="Link the item that answers it.",
        to=("inspections.recommendation", asked.id),
    )


def no_action(label: str) -> Link:
    """An item without an action."""
    return Link(
        step="action",
        state=MISSING,
        words=f"{label} has no action.",
        verb="plans.record_plan",
        fills="Bring in a version of the plan that has one.",
    )


def action(row: Doing) -> Link:
    """An action: checked from rung 3 on, else as it is reported. Evidence is the next steps'."""
    verb, fills = "", ""
    words = f"{row.label}: {row.stands}."
    if not row.lead:
        words = f"{row.label} has nobody who is accountable; {row.stands}."
        verb, fills = "plans.give_lead", "Name the lead."
    elif row.can_complete and not row.completed:
        verb, fills = "plans.complete", "Say when it was completed."
    return Link(
        step="action",
        state=CHECKED if row.rung >= EVIDENCE_CHECKED and row.lead else REPORTED,
        words=words,
        thing="plans.action",
        id=row.id,
        label=row.label,
        text=row.text,
        by=row.by,
        on=row.on,
        verb=verb,
        fills=fills,
        of=row.id,
    )


EVIDENCE_CHECKED = 3  # the rung of the ladder (DESIGN, section 3)


def no_test(doing: Doing) -> Link:
    """An action that names nothing which will show it."""
    return Link(
        step="test",
        state=MISSING,
        words=f"{doing.label} names no test.",
        verb="plans.add_test",
        fills="Say what will show it.",
        of=doing.id,
    )


def test(row: Shown) -> Link:
    """A test that is named; its kind is a rule's proposal until somebody has confirmed it."""
    if row.confirmed:
        return _checked("test", "plans.test", row, f"of kind {row.kind}", of=row.action)
    return Link(
        step="test",
        state=REPORTED,
        words=f"{row.label}: that it is of kind {row.kind} is a proposal, not confirmed.",
        thing="plans.test",
        id=row.id,
        label=row.label,
        text=row.text,
        verb="plans.change_test",
        fills="Confirm the kind.",
        of=row.action,
        can_wait=True,
    )


def evidence(shown: Shown, filed: Sequence[Filed]) -> list[Link]:
    """The evidence on a test, each piece a link, and what is missing where it does not suffice."""
    links = [_piece(row) for row in filed]
    if shown.met:
        seen = any(row.state == "accepted" and not row.contradicts for row in filed)
        return links if seen else [*links, _not_seen(shown)]
    if any(row.state in _ON_ITS_WAY and not row.contradicts for row in filed):
        return links
    return [*links, _not_enough(shown, filed)]


# What waits for a checker, or for somebody to ask one: nothing more need be filed meanwhile.
_ON_ITS_WAY = frozenset({"filed", "reopened", "returned", "expired"})


def _not_seen(shown: Shown) -> Link:
    words = f"{shown.label}: evidence checked, which is not open to you."
    return Link(step="evidence", state=CHECKED, words=words, of=shown.action)


def _not_enough(shown: Shown, filed: Sequence[Filed]) -> Link:
    some = bool(shown.claim) or shown.accepted > 0
    if shown.wanted is not None and filed:
        words = f"{shown.label}: {shown.accepted} of {shown.wanted} checked."
    elif shown.claim:
        words = f"{shown.label}: {shown.claim}."
    else:
        words = f"{shown.label} has no evidence that stands."
    return Link(
        step="evidence",
        state=REPORTED if some else MISSING,
        words=words,
        verb="plans.file_evidence",
        fills="File the evidence.",
        of=shown.action,
        to=("plans.test", shown.id),
    )


def _piece(row: Filed) -> Link:
    verb, fills = _next_of(row)
    return Link(
        step="evidence",
        state=CHECKED if row.state == "accepted" and not row.contradicts else REPORTED,
        words=f"{row.label}: {_said_of(row).rstrip('.')}.",
        thing="plans.evidencelink",
        id=row.id,
        label=row.label,
        text=row.text,
        by=row.by,
        on=row.on,
        verb=verb,
        fills=fills,
        of=row.action,
    )


def _said_of(row: Filed) -> str:
    against = "contradicts the test; " if row.contradicts else ""
    if row.waiting_since is not None and row.state != "accepted":
        return f"{against}waiting for a check since {without_weekday(row.waiting_since)}"
    if row.state == "accepted":
        return f"{against}evidence checked by {row.by}{_when(row.on)}"
    if row.state == "returned":
        return f"{against}returned by {row.by}{_when(row.on)}: {row.reason}"
    if row.state == "reopened":
        return f"{against}was accepted by {row.by}{_when(row.on)}, and is open again"
    if row.state == "expired":
        return f"{against}was accepted by {row.by}{_when(row.on)}, and is no longer valid"
    return f"{against}filed by {row.by}{_when(row.on)}, not yet checked"


def _next_of(row: Filed) -> tuple[str, str]:
    if row.state == "accepted":
        return "", ""
    if row.waiting_since is not None:
        return "plans.accept", "Check the evidence."
    if row.state in {"returned", "expired"}:
        return "plans.new_version", "File a new version."
    return "plans.ask_for_check", "Ask for a check."


def measure(row: Measured) -> Link:
    """What is said of the impact: checked where it rests on an approved figure of a tied measure."""
    said = f"{row.state}, {row.figure}" if row.figure else row.state
    if row.until is not None:
        said = f"{said} until {without_weekday(row.until)}"
    if row.approved_by:
        return Link(
            step="measure",
            state=CHECKED,
            words=f"{said}; {row.measure}, approved by {row.approved_by}{_when(row.approved_on)}.",
            thing="plans.impact",
            id=row.id,
            label=row.label,
            text=row.text,
            by=row.approved_by,
            on=row.approved_on,
            of=row.action,
        )
    return _only_said(row, said)


def _only_said(row: Measured, said: str) -> Link:
    by = f" by {row.by}" if row.by else ""
    missing = "The figure that it rests on holds no longer." if row.measure else NOT_TIED
    return Link(
        step="measure",
        state=REPORTED,
        words=f"{said}; said{by}{_when(row.on)}. {missing}",
        thing="plans.impact",
        id=row.id,
        label=row.label,
        text=row.text,
        by=row.by,
        on=row.on,
        verb="results.enter_value",
        fills="Enter number, numerator, denominator and date, and have them approved.",
        of=row.action,
        can_wait=row.until is not None,
    )


def no_measure(action: int) -> Link:
    """Nothing is said of the action's impact."""
    return Link(
        step="measure",
        state=MISSING,
        words="Nothing is measured and nothing is said of its impact.",
        verb="plans.set_impact",
        fills="Say until when it cannot be measured, or enter a figure.",
        of=action,
    )


def minutes(filed: Sequence[Filed], *, action: int | None) -> list[Link]:
    """The minutes among the evidence: that a forum has had it before it."""
    found = [row for row in filed if row.is_minute and not row.contradicts]
    if not found:
        return [
            Link(
                step="minute",
                state=MISSING,
                words="No minute of a forum is filed.",
                verb="plans.file_evidence",
                fills="File the minute.",
                of=action,
            )
        ]
    return [_minute(row) for row in found]


def _minute(row: Filed) -> Link:
    verb, fills = _next_of(row)
    return Link(
        step="minute",
        state=CHECKED if row.state == "accepted" else REPORTED,
        words=f"{row.label}: {_said_of(row).rstrip('.')}.",
        thing="plans.evidencelink",
        id=row.id,
        label=row.label,
        text=row.text,
        by=row.by,
        on=row.on,
        verb=verb,
        fills=fills,
        of=row.action,
    )


def _checked(step: str, thing: str, row: Row, said: str, of: int | None = None) -> Link:
    by = f" by {row.by}" if row.by else ""
    return Link(
        step=step,
        state=CHECKED,
        words=f"{row.label}: {said}{by}{_when(row.on)}.",
        thing=thing,
        id=row.id,
        label=row.label,
        text=row.text,
        by=row.by,
        on=row.on,
        of=of,
    )


def _when(on: date | None) -> str:
    return f" on {without_weekday(on)}" if on else ""
