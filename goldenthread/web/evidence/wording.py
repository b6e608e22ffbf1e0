"""The words and colours of evidence that several of its pages share."""

from django.urls import reverse

from goldenthread.plans import evidence_kinds, evidence_states
from goldenthread.plans.models import Action, Evidence, EvidenceVersion, Item, Test
from goldenthread.web import words
from goldenthread.web.components import Tag

TAGS = {
    evidence_states.FILED: "govuk-tag--grey",
    evidence_states.WAITING: "govuk-tag--orange",
    evidence_states.RETURNED: "govuk-tag--red",
    evidence_states.ACCEPTED: "govuk-tag--green",
    evidence_states.REOPENED: "govuk-tag--orange",
    evidence_states.EXPIRED: "govuk-tag--red",
    evidence_states.REVISED: "govuk-tag--red",
    evidence_states.WITHDRAWN: "govuk-tag--grey",
    evidence_states.SUPERSEDED: "govuk-tag--grey",
}
KINDS_OF_TEST = {
    Test.Kind.DONE: "done: a product exists",
    Test.Kind.PRACTICE: "practice: it is used",
    Test.Kind.DIFFERENCE: "difference: something changed",
}


def state_tag(state: str) -> Tag:
    """The state of a link as a word in its colour."""
    return Tag(evidence_states.WORDS[state], TAGS[state])


def kind_of(evidence: Evidence) -> str:
    """What kind of evidence it is, as forms call it."""
    known = evidence_kinds.KINDS.get(evidence.kind)
    return known.label if known is not None else evidence.kind


def marking_of(evidence: Evidence) -> str:
    """The marking with what it means."""
    means = {
        Evidence.Marking.OPEN: "may be shown to anybody",
        Evidence.Marking.INTERNAL: "for those who see the plan",
        Evidence.Marking.RESTRICTED: "only for cleared staff, the plan's checkers and who filed it",
    }
    marking = Evidence.Marking(evidence.marking)
    return f"{marking.label}: {means[marking]}"


def period_of(version: EvidenceVersion) -> str:
    """The period that it tells of."""
    first, last = version.period_from, version.period_to
    if first and last:
        return words.day(first) if first == last else f"{words.day(first)} to {words.day(last)}"
    if first:
        return f"from {words.day(first)}"
    return f"up to {words.day(last)}" if last else "not stated"


def filed_by(version: EvidenceVersion) -> str:
    """Who filed it, and for whom where that is somebody else."""
    on = f"{version.filed_by}, {words.day(version.filed_at)}"
    return f"{on}, for {version.filed_for}" if version.filed_for is not None else on


def count_of(quantity: int | None, test: Test) -> str:
    """How many of those wanted a piece shows; empty where the test wants no number."""
    if test.quantity is None:
        return "" if quantity is None else f"shows {words.number(quantity)}"
    unit = f" {test.unit}" if test.unit else ""
    return f"{words.number(quantity or 0)} of {words.number(test.quantity)}{unit}"


def href_of(of: Action | Item) -> str:
    """The page of the action or the item that a test belongs to."""
    name = "actions:show" if isinstance(of, Action) else "plans:item"
    return reverse(name, args=[of.plan.authority.code, of.public_id])
