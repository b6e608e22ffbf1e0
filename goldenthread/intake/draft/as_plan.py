"""From a draft, as a person has edited it, to a plan that can be recorded."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from goldenthread.intake.draft.as_references import references_of, same_as_of
from goldenthread.intake.draft.as_timescales import Dating, of_action, of_item
from goldenthread.intake.draft.as_to_settle import to_settle_of
from goldenthread.intake.draft.editing import as_read
from goldenthread.intake.draft.form import Draft, Row, accepted, items_of, origins, rows_of
from goldenthread.intake.draft.question import Question, place_of
from goldenthread.intake.draft.tests_of_rows import tests_of
from goldenthread.plans.drafts import (
    ActionDraft,
    IssueDraft,
    ItemDraft,
    JudgementDraft,
    LinkDraft,
    PartDraft,
    PlanDraft,
    ReportedDraft,
    StandingDraft,
)

# A heading such as "Services likely to be judged 'Good' if:" is over criteria, not findings.
_DESCRIPTORS = re.compile(r"\bjudged\b|\bgood\b.*\bif\b|descriptor|criteri", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Told:
    """What is known besides the draft.

    Attributes:
        title:  of the plan; "" puts the titles of its parts together.
        who:    for a printed name what `StandingDraft` takes: {"person": ...}, {"post": ...},
                {"team": ...} or {"partner": ...}; a name that is not in it stays as printed.
        links:  confirmed links: id of the item in the draft, id of the recorded
                recommendation, whether the wording is signed off.
        left:   the questions that nobody answered.
        dating: the days that its timescales count from.
    """

    title: str = ""
    label: str = ""
    day: date | None = None
    precision: str = "unknown"
    who: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    links: Sequence[tuple[str, int, bool]] = ()
    left: Sequence[Question] = ()
    dating: Dating = field(default_factory=Dating)


def plan_of(draft: Draft, told: Told) -> PlanDraft:
    """The accepted rows of a plan; refused ones, and rows that were split or joined, stay out.

    Nothing is filled in: a blank lead is no lead, a timescale that was not answered stays as
    printed, and an action whose items are all refused serves none.
    """
    items, actions = accepted(draft, "items"), accepted(draft, "actions")
    index = {row["id"]: n for rows in (items, actions) for n, row in enumerate(rows)}
    return PlanDraft(
        title=told.title or _title(draft),
        label=told.label,
        day=told.day,
        precision=told.precision,
        parts=tuple(_part(row) for row in rows_of(draft, "plans")),
        items=tuple(_item(draft, row, told) for row in items),
        actions=tuple(_action(draft, row, told, index) for row in actions),
        references=tuple(references_of(draft)),
        links=tuple(_links(told, index)),
        issues=tuple(_issue(issue) for issue in draft.get("issues") or ()),
        to_settle=tuple(to_settle_of(told.left, index, told.who)),
    )


def _title(draft: Draft) -> str:
    titles = [row["title"] for row in rows_of(draft, "plans") if row.get("title")]
    return " and ".join(dict.fromkeys(titles)) or str(draft.get("file") or "Plan")


def _part(row: Row) -> PartDraft:
    judgements = tuple(
        JudgementDraft(
            label=one.get("label") or "",
            grade=one.get("grade") or "",
            grade_printed=one.get("grade_printed") or "",
        )
        for one in row.get("judgements") or ()
    )
    return PartDraft(title=row.get("title") or "", judgements=judgements, place=place_of(row))


def _item(draft: Draft, row: Row, told: Told) -> ItemDraft:
    return ItemDraft(
        number=row.get("number") or "",
        text=row.get("text") or "",
        part=row.get("plan"),
        section=row.get("section") or "",
        answers=_answers(draft, row, told),
        timescales=tuple(of_item(row, told.dating)),
        tests=tuple(tests_of(row)),
        reported=tuple(_reported(row)),
        place=place_of(row),
    )


def _answers(draft: Draft, row: Row, told: Told) -> str:
    """What an item answers: with links in the plan, one without is the council's own."""
    if told.links and not any(item == row["id"] for item, _, _ in told.links):
        return "additional"
    headings = [one["heading"] for one in draft.get("headings") or () if one["column"] == "item"]
    return "descriptor" if any(map(_DESCRIPTORS.search, headings)) else "recommendation"


def _action(draft: Draft, row: Row, told: Told, index: Mapping[str, int]) -> ActionDraft:
    items = [index[item["id"]] for item in items_of(draft, row)]
    return ActionDraft(
        text=row.get("text") or "",
        items=tuple(items),
        ref=row.get("ref") or "",
        cell=_cell(draft, row),
        same_as=same_as_of(draft, row),
        standings=tuple(_standings(row, told)),
        timescales=tuple(of_action(row, told.dating, index)),
        tests=tuple(tests_of(row)),
        reported=tuple(_reported(row)),
        place=place_of(row),
    )


def _cell(draft: Draft, row: Row) -> str:
    """The source's own words, where the action is a part of them, all of several, or edited."""
    read = "\n".join(dict.fromkeys(as_read(one, "text") or "" for one in origins(draft, row)))
    return "" if read == (row.get("text") or "") else read


def _standings(row: Row, told: Told) -> Iterator[StandingDraft]:
    leads = list(dict.fromkeys(row.get("leads") or ()))
    first = row.get("accountable") if row.get("accountable") in leads else None
    if len(leads) == 1:
        first = leads[0]
    for name in leads:
        rank = "lead" if name == first else "co-lead"
        yield _standing(row, name, rank, "leads", told)
    for name in dict.fromkeys(row.get("delegates") or ()):
        yield _standing(row, name, "delegate", "delegates", told)


def _standing(row: Row, name: str, rank: str, column: str, told: Told) -> StandingDraft:
    known = told.who.get(name) or {}
    return StandingDraft(printed=name, rank=rank, place=place_of(row, column), **known)


def _reported(row: Row) -> Iterator[ReportedDraft]:
    """What the cells claim, verbatim; it sets nothing.

    Dated entries that the reader took from the cell of progress stand there already.
    """
    columns = {"progress": "progress", "evidence_on_file": "evidence"}
    columns |= {"completed": "completed", "status": "colour"}
    for name, column in columns.items():
        if row.get(name):
            yield ReportedDraft(column=column, text=row[name], place=place_of(row, name))
    for n, update in enumerate(row.get("updates") or ()):
        if update.get("text") and update["text"] not in (row.get("progress") or ""):
            place = place_of(row, f"updates/{n}")
            said = update.get("date") or ""
            yield ReportedDraft(column="update", text=update["text"], said=said, place=place)


def _links(told: Told, index: Mapping[str, int]) -> Iterator[LinkDraft]:
    for item, recommendation, signed_off in told.links:
        if item in index:
            yield LinkDraft(item=index[item], recommendation=recommendation, signed_off=signed_off)


def _issue(issue: Mapping[str, str]) -> IssueDraft:
    return IssueDraft(where=issue["where"], problem=issue["problem"], fix=issue.get("fix") or "")
