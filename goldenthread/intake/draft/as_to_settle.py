"""Questions that nobody answered, in the form in which a plan keeps them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from goldenthread.intake.draft.question import Question
from goldenthread.plans.drafts import ToSettleDraft

# What settling writes, by the kind of the question; all others are answered in words.
_TOPICS = {
    "no lead": "lead",
    "accountable": "lead",
    "timescale": "timescale",
    "before inspection": "timescale",
    "no local date": "timescale",
    "no timescale": "timescale",
}
Who = Mapping[str, Mapping[str, Any]]


def to_settle_of(
    left: Sequence[Question], index: Mapping[str, int], who: Who
) -> Iterator[ToSettleDraft]:
    """One for each question, tied to its row where it is about one that is recorded."""
    for question in left:
        rows = [row for row in question.rows if row in index]
        one = rows[0] if len(rows) == 1 else None
        topic = _TOPICS.get(question.kind, "other") if one else "other"
        is_item = bool(one) and str(one).startswith("i")
        yield ToSettleDraft(
            words=question.words,
            topic=topic,
            item=index[one] if one and is_item else None,
            action=index[one] if one and not is_item else None,
            suggestion=_suggestion(question, topic, who),
            place=question.place,
        )


def _suggestion(question: Question, topic: str, who: Who) -> dict[str, Any]:
    """The suggestion in the form that `settle` takes; {} where there is none to give."""
    value = question.suggestion
    if value is None:
        return {}
    if topic == "lead":
        return _lead(value, who)
    if topic != "timescale":
        return {}
    if question.where.endswith("/timescale"):
        return {"printed": value, "source": "inspectorate"}
    source = "inspectorate" if question.where.startswith("items/") else "local"
    return {"printed": "", "source": source, "due": value}


def _lead(value: Any, who: Who) -> dict[str, Any]:
    """The one suggested lead by id, if he or she is known; two are no suggestion."""
    names = [value] if isinstance(value, str) else list(value)
    known = who.get(names[0]) or {} if len(names) == 1 else {}
    return {kind: one.pk for kind, one in known.items()}
