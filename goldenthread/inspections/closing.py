"""What has to be there before a recommendation is closed (B-12)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Asked:
    """What a recommendation asks: a change, a decision, or (where only part is to be considered) both."""

    must_change: bool
    to_decide: bool


def refusal(asked: Asked, *, decided: bool, shown: str) -> str:
    """Why it cannot be closed, in words; "" where it can.

    'Consider' is closed by a recorded decision, whether or not anything changed. Anything
    else is closed by a change; `shown` says which.
    """
    if asked.to_decide and not decided:
        return "It asks to consider something: record the decision first."
    if asked.must_change and not shown.strip():
        return "It asks for a change: say what shows it."
    return ""
