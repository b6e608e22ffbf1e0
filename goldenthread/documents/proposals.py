"""The forms of what was read, as `goldenthread read --json` prints them (docs/commands.md).

A proposal is a plain dict of JSON values, so that it can be stored, shown and compared.
"""

from typing import Any, TypedDict

Proposal = dict[str, Any]


class Question(TypedDict):
    """Something a person should settle; it never blocks. `suggestion` may be None."""

    where: str
    question: str
    suggestion: str | None


class Issue(TypedDict):
    """A fault of the source that is listed and not mended."""

    where: str
    problem: str
    fix: str


def not_recognised(found: str) -> Proposal:
    """What is printed for anything that is none of our kinds; `found` says what it is instead.

    A batch of reports asks each line for its framework, so this one names one too.
    """
    return {"kind": "not recognised", "framework": "not a report", "found": found}
