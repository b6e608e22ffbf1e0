"""A plan while it is being put together: items and actions that still know their rows."""

from dataclasses import dataclass, field
from typing import Any

from goldenthread.documents.layout import Place
from goldenthread.documents.plans import vocabulary as words
from goldenthread.documents.plans.frame import Filled
from goldenthread.documents.plans.titles import Judgement
from goldenthread.documents.plans.updates import Update, at_line_starts
from goldenthread.documents.proposals import Issue, Proposal, Question

TEXTS = (words.LOCAL, words.PROGRESS, words.TEST, words.EVIDENCE, words.COMPLETED, words.STATUS)


@dataclass(slots=True)
class Measured:
    """A text of an item with the place that it came from."""

    text: str
    place: Place


@dataclass(slots=True)
class DatedNote:
    """An update under a dated heading."""

    date: str | None
    text: str
    place: Place


@dataclass(slots=True)
class Item:
    """An item of the plan. `printed` says whether its number is printed or given by us."""

    plan: int
    number: str
    text: Filled | None
    place: Place
    printed: bool = True
    section: str | None = None
    number_place: Place | None = None
    timescale: Filled | None = None
    timescale_column: bool = False
    progress_measures: list[Measured] = field(default_factory=list)
    impact_measures: list[Measured] = field(default_factory=list)
    updates: list[DatedNote] = field(default_factory=list)
    other: dict[str, Filled] = field(default_factory=dict)


@dataclass(slots=True)
class Action:
    """An action. `fields` holds single texts by column; `covered` the columns in which a
    merged cell from above stands; `columns` those that its table has at all."""

    items: list[Item]
    plan: int
    place: Place
    columns: frozenset[str]
    covered: frozenset[str] = frozenset()
    ref: str | None = None
    text: Filled | None = None
    same_as: str | None = None
    see: list[str] = field(default_factory=list)
    leads: Filled | None = None
    delegates: Filled | None = None
    lead_names: list[str] = field(default_factory=list)
    delegate_names: list[str] = field(default_factory=list)
    fields: dict[str, Filled] = field(default_factory=dict)
    updates: list[DatedNote] = field(default_factory=list)
    progress_measures: list[Measured] = field(default_factory=list)
    impact_measures: list[Measured] = field(default_factory=list)
    other: dict[str, Filled] = field(default_factory=dict)
    number_cell: str | None = None


@dataclass(slots=True)
class Draft:
    """The whole of what was read so far."""

    plans: list[tuple[str | None, list[Judgement]]] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    actions: list[Action] = field(default_factory=list)
    headings: list[dict[str, Any]] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)

    def ask(self, where: str, question: str, suggestion: str | None = None) -> None:
        self.questions.append({"where": where, "question": question, "suggestion": suggestion})

    def list_issue(self, where: str, problem: str, fix: str) -> None:
        self.issues.append({"where": where, "problem": problem, "fix": fix})


def finish(draft: Draft) -> Proposal:
    """The proposal in its printed form (docs/commands.md)."""
    sources: dict[str, dict[str, str | int]] = {}
    return {
        "kind": "plan",
        "plans": [{"title": title, "judgements": list(given)} for title, given in draft.plans],
        "items": [_item(item, f"items/{n}", sources) for n, item in enumerate(draft.items)],
        "actions": [_action(one, f"actions/{n}", sources) for n, one in enumerate(draft.actions)],
        "headings": draft.headings,
        "sources": sources,
        "issues": draft.issues,
        "questions": draft.questions,
    }


Sources = dict[str, dict[str, str | int]]


def _item(item: Item, path: str, sources: Sources) -> dict[str, Any]:
    if item.number_place is not None:
        sources[f"{path}/number"] = item.number_place.as_dict()
    return {
        "plan": item.plan,
        "number": item.number,
        "section": item.section,
        "text": _text(item.text, f"{path}/text", sources),
        "timescale": _text(item.timescale, f"{path}/timescale", sources),
        "measures_of_progress": _texts(
            item.progress_measures, f"{path}/measures_of_progress", sources
        ),
        "measures_of_impact": _texts(item.impact_measures, f"{path}/measures_of_impact", sources),
        "updates": _notes(item.updates, f"{path}/updates", sources),
        "other": _other(item.other, path, sources),
    }


def _action(one: Action, path: str, sources: Sources) -> dict[str, Any]:
    printed: dict[str, Any] = {
        "plan": one.plan,
        "items": [item.number for item in one.items],
        "ref": one.ref,
        "text": _text(one.text, f"{path}/text", sources),
    }
    for name in TEXTS:
        printed[name] = _text(one.fields.get(name), f"{path}/{name}", sources)
    printed["leads"], printed["delegates"] = one.lead_names, one.delegate_names
    for name, cell in ((words.LEADS, one.leads), (words.DELEGATES, one.delegates)):
        _text(cell, f"{path}/{name}", sources)
    printed["updates"] = _updates(one, path, sources)
    measures = f"{path}/measures_of"
    printed["measures_of_progress"] = _texts(one.progress_measures, f"{measures}_progress", sources)
    printed["measures_of_impact"] = _texts(one.impact_measures, f"{measures}_impact", sources)
    printed["other"] = _other(one.other, path, sources)
    if one.see:
        printed["see"] = one.see
    if one.same_as is not None:
        printed["same_as"] = one.same_as
    return printed


def _updates(one: Action, path: str, sources: Sources) -> list[Update]:
    """Those of dated columns, and those that begin with a date in the progress cell."""
    notes = _notes(one.updates, f"{path}/updates", sources)
    progress = one.fields.get(words.PROGRESS)
    for update in at_line_starts(progress.text) if progress else []:
        sources[f"{path}/updates/{len(notes)}"] = progress.place.as_dict() if progress else {}
        notes.append(update)
    return notes


def _text(cell: Filled | None, path: str, sources: Sources) -> str | None:
    if cell is None or not cell.text:
        return None
    sources[path] = cell.place.as_dict()
    return cell.text


def _texts(found: list[Measured], path: str, sources: Sources) -> list[str]:
    for number, one in enumerate(found):
        sources[f"{path}/{number}"] = one.place.as_dict()
    return [one.text for one in found]


def _notes(found: list[DatedNote], path: str, sources: Sources) -> list[Update]:
    for number, note in enumerate(found):
        sources[f"{path}/{number}"] = note.place.as_dict()
    return [{"date": note.date, "text": note.text} for note in found]


def _other(cells: dict[str, Filled], path: str, sources: Sources) -> dict[str, str]:
    for heading, cell in cells.items():
        sources[f"{path}/other/{heading}"] = cell.place.as_dict()
    return {heading: cell.text for heading, cell in cells.items()}
