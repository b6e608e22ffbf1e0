"""A plan as a person has confirmed it, ready to be recorded.

Texts are verbatim, a line break stands for a paragraph of the cell; a place is
{"page", "sheet", "table", "row", "cell", "line"} in the document. Lists may be in any length;
`items` and `same_as` name rows by their index in `PlanDraft.items` and `PlanDraft.actions`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from goldenthread.people.models import PartnerOrganisation, Person, Post, Team

Place = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class JudgementDraft:
    """A grade that the plan prints above a part; `judgement` is the id of the recorded one."""

    label: str
    grade: str = ""
    grade_printed: str = ""
    judgement: int | None = None
    place: Place = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class PartDraft:
    """A part of the document with a title of its own, such as a service area."""

    title: str
    judgements: tuple[JudgementDraft, ...] = ()
    place: Place = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class TimescaleDraft:
    """A timescale as printed, and how it was read.

    Attributes:
        source:      "inspectorate" or "local".
        item:        for an action under several items: the index of the item that it counts
                     for; None for all of them.
        anchor:      the day that lengths of time and months without a year count from.
        anchor_from: what that day is, such as "published" or "version of the plan".
        due:         the day as confirmed by a person; None takes the reading's own.
    """

    printed: str
    source: str = "local"
    item: int | None = None
    anchor: date | None = None
    anchor_from: str = ""
    due: date | None = None
    place: Place = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class StandingDraft:
    """Who stands in an action as printed; at most one of the four is known, or none.

    `rank` is "lead", "co-lead" or "delegate". Of several printed leads one is accountable:
    which, is asked before; the others are co-leads.
    """

    printed: str
    rank: str = "lead"
    person: Person | None = None
    post: Post | None = None
    team: Team | None = None
    partner: PartnerOrganisation | None = None
    place: Place = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class TestDraft:
    """What will show it; an empty `kind` lets the rule propose one, flagged as proposed.

    `column` is where it stood: "test", "measures of progress" or "measures of impact".
    """

    __test__ = False  # for pytest, which takes the name for its own

    text: str
    kind: str = ""
    column: str = "test"
    quantity: int | None = None
    unit: str = ""
    place: Place = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class ReportedDraft:
    """What a cell claims. `column`: "progress", "update", "evidence", "completed" or "colour".

    `said` is the day or month that stands with it, such as the heading of an update column.
    """

    column: str
    text: str
    said: str = ""
    place: Place = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class ItemDraft:
    """An item of the plan.

    Attributes:
        part:     its index in `PlanDraft.parts`.
        number:   as printed, such as "5.1".
        answers:  "recommendation", "descriptor" or "additional".
        keeps:    the public id of the earlier version's item that this is, where a person
                  said so although number or text differ.
    """

    number: str
    text: str
    part: int | None = None
    section: str = ""
    answers: str = "recommendation"
    timescales: tuple[TimescaleDraft, ...] = ()
    tests: tuple[TestDraft, ...] = ()
    reported: tuple[ReportedDraft, ...] = ()
    keeps: str = ""
    place: Place = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class ActionDraft:
    """An action.

    Attributes:
        items:    indexes of the items that it serves, one or several.
        ref:      the printed label, such as "ii)".
        cell:     the whole cell, where the action is one part of it; "" where it is all of it.
        kind:     "one-off", "recurring" or "sustained"; "" lets the rule propose one.
        same_as:  index of the action that this row only points to.
        keeps:    as in `ItemDraft`.
    """

    text: str
    items: tuple[int, ...] = ()
    ref: str = ""
    cell: str = ""
    kind: str = ""
    same_as: int | None = None
    workstream: str = ""
    standings: tuple[StandingDraft, ...] = ()
    timescales: tuple[TimescaleDraft, ...] = ()
    tests: tuple[TestDraft, ...] = ()
    reported: tuple[ReportedDraft, ...] = ()
    keeps: str = ""
    place: Place = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class ReferenceDraft:
    """A cross-reference printed in an action: to an item or an action, or to neither if broken.

    `kind` is "shares action", "see also" or "inherits update".
    """

    action: int
    printed: str
    kind: str = "see also"
    to_item: int | None = None
    to_action: int | None = None
    place: Place = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class IssueDraft:
    """A fault of the document itself: where, what, how to mend it."""

    where: str
    problem: str
    fix: str = ""
    place: Place = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class ToSettleDraft:
    """A question that was left open.

    Attributes:
        item, action: index of the row that it is about, if of one.
        topic:        "lead", "timescale", "test kind" or "other": what `settle` writes.
        suggestion:   the answer that is proposed, in the form that `settle` takes.
    """

    words: str
    topic: str = "other"
    item: int | None = None
    action: int | None = None
    suggestion: Mapping[str, Any] = field(default_factory=dict)
    place: Place = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class LinkDraft:
    """An item answers a recommendation, given by its id; `signed_off` accepts its wording."""

    item: int
    recommendation: int
    signed_off: bool = False


@dataclass(frozen=True, kw_only=True)
class PlanDraft:
    """A plan document.

    Attributes:
        label:      what this version is called, such as "September 2013".
        day:        its day; `precision` is "day", "month" or "unknown".
        links:      the confirmed links of items to recommendations.
    """

    title: str
    label: str = ""
    day: date | None = None
    precision: str = "unknown"
    parts: tuple[PartDraft, ...] = ()
    items: tuple[ItemDraft, ...] = ()
    actions: tuple[ActionDraft, ...] = ()
    references: tuple[ReferenceDraft, ...] = ()
    links: tuple[LinkDraft, ...] = ()
    issues: tuple[IssueDraft, ...] = ()
    to_settle: tuple[ToSettleDraft, ...] = ()
