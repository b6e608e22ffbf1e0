"""From what was read to a draft with its questions, and the questions asked anew after an edit."""

import hashlib
from collections.abc import Mapping
from typing import Any

from goldenthread.inspections.models import Framework
from goldenthread.intake import directory, linking
from goldenthread.intake.changes import Draft
from goldenthread.intake.draft.asked_nearly import Standing
from goldenthread.intake.draft.form import draft_of, kinds_of
from goldenthread.intake.draft.question import Question as Asked
from goldenthread.intake.draft.questions import questions_of
from goldenthread.intake.models import Import, Question
from goldenthread.people.models import Authority, Person
from goldenthread.people.names import Known
from goldenthread.plans.models import Action

STATE = Question.State
PLAN = "plan"
LONGEST_KEY = 2000
# What an edit may change of a question that is still open.
SAID = ("kind", "where", "text", "suggestion", "rows", "place")


def begin(row: Import) -> None:
    """Make the draft of an import's proposal, and ask its questions; the caller saves the import."""
    row.draft = draft_of(row.proposal)
    if row.kind == PLAN:
        row.inspection, row.draft = linking.likeliest(row.draft, row.authority)
    ask_again(row)


def counts(draft: Draft) -> dict[str, int]:
    """How many rows of each kind were found, for the history."""
    return {name: len(draft[name]) for name in kinds_of(draft)} if draft else {}


def ask_again(row: Import) -> None:
    """Bring the questions up to the draft: new ones are asked, needless ones no longer.

    What a person settled stays settled. Nine queries at most, whatever the document's length.
    """
    asked = asked_of(row)
    known = {question.key: question for question in row.questions.all()}
    first = max((question.number for question in known.values()), default=0) + 1
    new = [(key, data) for key, data in asked.items() if key not in known]
    Question.objects.bulk_create(
        [
            Question(import_of=row, key=key, number=number, **data)
            for number, (key, data) in enumerate(new, start=first)
        ],
        batch_size=200,
    )
    changed = [question for key, question in known.items() if _moved(question, asked.get(key))]
    Question.objects.bulk_update(changed, ["state", *SAID], batch_size=200)


def _moved(question: Question, asked: Mapping[str, Any] | None) -> bool:
    """Whether an unsettled question has to be saved: it is gone, is back, or says other words."""
    if question.state not in {STATE.OPEN, STATE.GONE}:
        return False
    before = [question.state, *(getattr(question, name) for name in SAID)]
    question.state = STATE.GONE if asked is None else STATE.OPEN
    for name, value in (asked or {}).items():
        setattr(question, name, value)
    return before != [question.state, *(getattr(question, name) for name in SAID)]


def asked_of(row: Import) -> dict[str, dict[str, Any]]:
    """What is to be asked about the draft as it is, by key, in order; seven queries at most."""
    report = row.inspection if row.kind == PLAN else None
    asked = questions_of(
        row.draft,
        known_people(row.authority),
        linking.days_of(report, row.draft) if report else None,
        published=report.published_on if report else None,
        report=str(report) if report else "",
        bodies=list(directory.known(directory.bodies_of(row.authority))),
        standing=standing_in(row.authority) if row.kind == PLAN else (),
    )
    unknown = [] if row.kind == PLAN else _of_framework(row.draft)
    return {_key(one.key): _fields(one) for one in (*unknown, *asked)}


def _of_framework(draft: Draft) -> list[Asked]:
    """Council papers call frameworks by short names that the catalogue tells apart."""
    told = draft.get("inspection") or {}
    name = draft.get("framework") or told.get("framework")
    codes = set(Framework.objects.values_list("code", flat=True)) if name else set()
    if not name or name in codes:
        return []
    usual = f"{name} standard"
    return [
        Asked(
            kind="framework",
            where="framework" if draft.get("framework") else "inspection/framework",
            words=f"The document says “{name}”. Under which framework was the inspection?",
            suggestion=usual if usual in codes else None,
            key="framework",
        )
    ]


def standing_in(authority: Authority) -> list[Standing]:
    """The actions in force of the authority, with their plans; one query."""
    rows = Action.objects.in_force().filter(plan__authority=authority, same_as=None)
    found = rows.select_related("plan").order_by("plan_id", "order", "pk")
    return [Standing(one.public_id, one.text, str(one.plan)) for one in found]


def known_people(authority: Authority) -> list[Known]:
    """The people of the authority with their confirmed other names; two queries."""
    people = Person.objects.filter(authority=authority).order_by("pk")
    return [
        Known(
            id=person.pk,
            name=person.name,
            aliases=tuple(alias.text for alias in person.aliases.all()),
            initials=person.initials,
        )
        for person in people.prefetch_related("aliases")
    ]


def as_asked(question: Question) -> Asked:
    """The question as the rules of the draft know it."""
    return Asked(
        kind=question.kind,
        where=question.where,
        words=question.text,
        key=question.key,
        suggestion=question.suggestion,
        rows=tuple(question.rows),
        place=question.place,
    )


def _fields(asked: Asked) -> dict[str, Any]:
    return {
        "kind": asked.kind,
        "where": asked.where,
        "text": asked.words,
        "suggestion": asked.suggestion,
        "rows": list(asked.rows),
        "place": asked.place,
    }


def _key(key: str) -> str:
    """The key, cut where a name is endlessly long, with what was cut as a digest."""
    if len(key) <= LONGEST_KEY:
        return key
    digest = hashlib.sha256(key.encode()).hexdigest()
    return f"{key[: LONGEST_KEY - len(digest) - 1]}#{digest}"
