"""What the officer ties together when all is there: paragraphs, earlier inspections, messages."""

from goldenthread.demonstration.council import Council
from goldenthread.inspections import actions
from goldenthread.inspections.models import Inspection
from goldenthread.people.actions import Message, send_notices

# Which paragraph of the report of 2024 stands behind which of its recommendations, by order.
BEHIND = {"2": 0, "8": 1, "7": 2, "3": 3, "5": 4}
WAITING = (
    (
        "Asha Verity",
        "The training of the chairs waits for a check, and children’s words for a test.",
    ),
    ("Tom Harrow", "The policy on permanence is contradicted. File what answers it."),
    ("Petra Lund", "The register of health histories came back: the summer is missing."),
)


def tie(council: Council) -> None:
    """Tie what belongs together, and tell each lead what waits for evidence before the board."""
    by = council["Ines Hartley"]
    dated = Inspection.objects.filter(authority=council.authority).exclude(first_day=None)
    inspections = dated.order_by("first_day")
    for inspection in inspections:
        for repeat in actions.propose_repeats(inspection=inspection, by=by):
            actions.decide_repeat(repeat=repeat, is_repeat=True, by=by)
    _paragraphs(council, inspections.reverse()[0])
    messages = [
        Message(
            to=council[name],
            matters=(f"demonstration board {name}",),
            about="Before the next Improvement Board",
            words=words,
        )
        for name, words in WAITING
    ]
    send_notices(authority=council.authority, messages=messages, by=by)


def _paragraphs(council: Council, inspection: Inspection) -> None:
    asked = list(inspection.recommendations.order_by("order"))
    for number, which in BEHIND.items():
        actions.link_finding(
            finding=inspection.findings.get(number=number),
            recommendation=asked[which],
            by=council["Ines Hartley"],
        )
