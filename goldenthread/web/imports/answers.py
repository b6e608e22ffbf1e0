"""How each kind of question is answered on the page: what one key accepts, and what else there is."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from goldenthread.intake.draft import form
from goldenthread.intake.draft.bodies import KnownBody
from goldenthread.intake.models import Question
from goldenthread.web import words
from goldenthread.web.imports.wording import DAYS

KEEP = {"keep": True}
PEOPLE = frozenset({"same person", "initials", "person", "new person"})
Choice = tuple[str, str, Any]


@dataclass(frozen=True, kw_only=True)
class Offer:
    """The answers that a question offers.

    Attributes:
        accept:      the value that one key accepts, None without one, and what its button says.
        choices:     other answers to choose from: a key, its words and its value.
        shape:       of an answer that is typed: "day", "list", "line" or "" for none.
        hint:        what to do where nothing can be typed.
    """

    accept: Any = None
    accept_text: str = ""
    choices: Sequence[Choice] = ()
    shape: str = ""
    hint: str = ""


@dataclass(frozen=True, kw_only=True)
class Known:
    """What is known beside the draft: people, reports and frameworks, each key with its name.

    `bodies` are the posts, teams and partners.
    """

    people: Mapping[int, str] = field(default_factory=dict)
    bodies: Sequence[KnownBody] = ()
    reports: Mapping[int, str] = field(default_factory=dict)
    frameworks: Mapping[str, str] = field(default_factory=dict)


def offer_of(question: Question, draft: form.Draft, known: Known) -> Offer:
    """What a question offers."""
    choices = _choices(question, draft, known)
    if _is_about_a_row(question):
        return _of_row(question, choices)
    accept = question.suggestion
    return Offer(
        accept=accept,
        accept_text=_accept_text(accept, known) if accept is not None else "",
        choices=choices,
        shape="" if choices or question.kind in PEOPLE else _shape(question),
        hint=_hint(question, choices),
    )


def words_of(value: Any) -> str:
    """An answer as people read it."""
    if isinstance(value, str):
        return _day(value) or value
    if isinstance(value, list):
        return ", ".join(words_of(one) for one in value)
    if isinstance(value, Mapping):
        return "; ".join(SAID[name](one) for name, one in value.items() if name in SAID)
    return "" if value is None else str(value)


def _is_about_a_row(question: Question) -> bool:
    """Whether an answer is none of a field: the row, or the document, stays or is cut."""
    parts = question.where.split("/")
    return not question.where or (len(parts) == 2 and parts[1] in question.rows)


def _of_row(question: Question, choices: Sequence[Choice]) -> Offer:
    suggestion = question.suggestion
    if isinstance(suggestion, Mapping) and "split" in suggestion:
        text = f"Split it into {len(suggestion['split'])} rows"
        return Offer(accept=suggestion, accept_text=text, choices=choices)
    if choices:
        return Offer(choices=choices)
    advice = "If it is wrong, edit the row itself." if question.where else ""
    return Offer(accept=KEEP, accept_text="Keep it as it was read", hint=advice)


def _choices(question: Question, draft: form.Draft, known: Known) -> list[Choice]:
    make = CHOICES.get(question.kind)
    return make(question, draft, known) if make else []


def _leads(question: Question, draft: form.Draft, known: Known) -> list[Choice]:
    found = form.row_of(draft, question.rows[0]) if question.rows else None
    names = found[1].get("leads") or [] if found else []
    return [(name, name, name) for name in names if name != question.suggestion]


def _people(question: Question, draft: form.Draft, known: Known) -> list[Choice]:
    printed = question.where.partition("/")[2].replace("~1", "/").replace("~0", "~")
    choices: list[Choice] = [
        ("new-person", f"“{printed}” is a new person", {"new": printed, "as": "person"}),
        ("new-team", f"“{printed}” is a new post or team", {"new": printed, "as": "team"}),
        ("unresolved", "Keep it as printed, nobody is meant for now", {"unresolved": True}),
    ]
    others = [(f"person-{pk}", name, {"person": pk}) for pk, name in known.people.items()]
    bodies = [(f"{one.kind}-{one.id}", one.shown, {one.kind: one.id}) for one in known.bodies]
    return [one for one in [*choices, *others, *bodies] if one[2] != question.suggestion]


def _parts(question: Question, draft: form.Draft, known: Known) -> list[Choice]:
    return [("keep", "It is one action: keep it as it is", KEEP)]


def _same(question: Question, draft: form.Draft, known: Known) -> list[Choice]:
    return [
        ("join", "They are one action: join them", {"join": list(question.rows)}),
        ("keep", "They are different actions: keep them", KEEP),
    ]


def _nearly(question: Question, draft: form.Draft, known: Known) -> list[Choice]:
    later = str(question.rows[-1])
    keep: Choice = ("keep", "They are two: keep both", KEEP)
    leave: Choice = ("refuse", "It is printed twice: leave the second out", {"refuse": [later]})
    if later not in {row["id"] for row in form.rows_of(draft, "actions")}:
        return [keep, leave]
    return [("join", "They are one action: join them", {"join": list(question.rows)}), leave, keep]


def _stands(question: Question, draft: form.Draft, known: Known) -> list[Choice]:
    rows = list(question.rows)
    return [
        ("refuse", "They stand already: leave these rows out", {"refuse": rows}),
        ("keep", "They are actions of their own: keep them", KEEP),
    ]


def _items(question: Question, draft: form.Draft, known: Known) -> list[Choice]:
    return [
        (item["id"], f"Item {item.get('number')}: {str(item.get('text'))[:70]}", [item["id"]])
        for item in form.accepted(draft, "items")
    ]


def _reports(question: Question, draft: form.Draft, known: Known) -> list[Choice]:
    return [(str(pk), name, pk) for pk, name in known.reports.items()]


def _frameworks(question: Question, draft: form.Draft, known: Known) -> list[Choice]:
    return [(code, name, code) for code, name in known.frameworks.items()]


CHOICES: Mapping[str, Callable[[Question, form.Draft, Known], list[Choice]]] = {
    "accountable": _leads,
    **dict.fromkeys(PEOPLE, _people),
    "split": _parts,
    "same action": _same,
    "nearly same": _nearly,
    "nearly stands": _stands,
    "no item": _items,
    "inspection": _reports,
    "framework": _frameworks,
}


def _shape(question: Question) -> str:
    if question.kind == "inspection":
        return ""
    if question.where.rsplit("/", 1)[-1] in DAYS:
        return "day"
    return "list" if question.where.endswith("/leads") else "line"


def _hint(question: Question, choices: Sequence[Choice]) -> str:
    if question.kind == "inspection" and not choices:
        return (
            "No report is recorded yet. Import and confirm the report first, or leave this to "
            "settle."
        )
    return ""


def _accept_text(value: Any, known: Known) -> str:
    if isinstance(value, Mapping) and "person" in value:
        return f"Yes, this is {known.people.get(value['person'], 'that person')}"
    body = next((one for one in known.bodies if value == {one.kind: one.id}), None)
    if body is not None:
        return f"Yes, this is {body.shown}"
    if isinstance(value, Mapping) and "same_as" in value:
        return f"Yes, the same as “{value['same_as']}”"
    if isinstance(value, Mapping) and "new" in value:
        what = "person" if value.get("as") == "person" else "post or team"
        return f"Enter “{value['new']}” as a new {what}"
    if value == KEEP:
        return "Keep it as it was read"
    return f"Accept “{words_of(value)}”"


def _day(text: str) -> str:
    try:
        return words.day(date.fromisoformat(text))
    except ValueError:
        return ""


SAID: Mapping[str, Callable[[Any], str]] = {
    "keep": lambda _: "kept as it was read",
    "split": lambda parts: f"split into {len(parts)}",
    "join": lambda rows: f"{len(rows)} rows joined",
    "refuse": lambda rows: f"{words.counted(len(rows), 'row')} left out",
    "new": lambda name: f"new: {name}",
    "same_as": lambda name: f"the same as {name}",
    "person": lambda _: "somebody known",
    **dict.fromkeys(("post", "team", "partner"), lambda _: "a post, team or partner that is known"),
    "unresolved": lambda _: "kept as printed",
    "set": lambda values: "; ".join(words_of(one) for one in values.values()),
}
