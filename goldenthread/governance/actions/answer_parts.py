"""Verbs on the parts of a draft answer: its figures, what it promises, what it foretells."""

from dataclasses import asdict
from datetime import date

from django.db import transaction
from django.db.models import Max, QuerySet

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.governance.actions.answers import draft_of
from goldenthread.governance.actions.rows import added, said
from goldenthread.governance.figures import Told, in_words
from goldenthread.governance.models import Answer, Commitment, Expectation, Figure
from goldenthread.people.history import record
from goldenthread.people.models import User


@transaction.atomic
def add_figure(
    *, answer: Answer, told: Told, by: User, printed: str = "", source: str = ""
) -> Figure:
    """Type a figure in: it is frozen with the answer.

    Raises:
        NotAllowed:    `by` may not keep questions.
        NotAllowedNow: the answer was given, there is neither value nor printed words, or it is
                       more of than there are.
    """
    row = draft_of(answer, by)
    made = Figure(answer=row, number=_next(row.figures.all()))
    _write(made, told, printed, source)
    return added(made, by, "typed in", said=in_words(told))


@transaction.atomic
def change_figure(
    *, figure: Figure, told: Told, by: User, printed: str = "", source: str = ""
) -> Figure:
    """Correct a figure of a draft.

    Raises:
        NotAllowed, NotAllowedNow: as `add_figure`.
    """
    answer = draft_of(figure.answer, by)
    row = answer.figures.get(pk=figure.pk)
    before = {"said": in_words(row.told)}
    _write(row, told, printed, source)
    row.save()
    record(by=by, verb="corrected", thing=row, before=before, after={"said": in_words(told)})
    return row


def _write(row: Figure, told: Told, printed: str, source: str) -> None:
    if told.value is None and not printed.strip():
        raise NotAllowedNow("A figure has a value or the words that were printed. Write one.")
    if told.denominator is not None and not 0 <= (told.numerator or 0) <= told.denominator != 0:
        raise NotAllowedNow("How many of them is no more than out of how many. Correct one.")
    for name, value in asdict(told).items():
        setattr(row, name, value)
    row.name = said(told.name, "What it counts")[:300]
    row.printed, row.source = printed.strip(), source.strip()


@transaction.atomic
def nest(*, figure: Figure, within: Figure, nesting: str, by: User) -> Figure:
    """Say whether what a figure counts is counted in another figure of the same answer too.

    Args:
        nesting: one of `Figure.Nesting`.

    Raises:
        NotAllowed:    `by` may not keep questions.
        NotAllowedNow: the answer was given, or the other is of another answer or the same one.
    """
    row = draft_of(figure.answer, by)
    if within.answer_id != row.pk or within.pk == figure.pk:
        raise NotAllowedNow("Choose another figure of the same answer. Nothing was changed.")
    figure.within, figure.nesting = within, Figure.Nesting(nesting)
    figure.save(update_fields=["within", "nesting"])
    record(by=by, verb="nested", thing=figure, after={"within": within.pk, "nesting": nesting})
    return figure


@transaction.atomic
def promised(
    *, answer: Answer, text: str, by: User, printed_day: str = "", due_on: date | None = None
) -> Commitment:
    """Note what the answer promises, with its day as printed and as read.

    Raises:
        NotAllowed:    `by` may not keep questions.
        NotAllowedNow: the answer was given, or there are no words.
    """
    row = draft_of(answer, by)
    made = Commitment(
        answer=row,
        number=_next(row.commitments.all()),
        text=said(text, "The promise"),
        printed_day=printed_day.strip(),
        due_on=due_on,
    )
    return added(made, by, "promised", text=made.text, due_on=due_on)


@transaction.atomic
def foretell(*, answer: Answer, text: str, by: User) -> Expectation:
    """Note what the answer says that inspectors will find.

    Raises:
        NotAllowed:    `by` may not keep questions.
        NotAllowedNow: the answer was given, or there are no words.
    """
    row = draft_of(answer, by)
    number = _next(row.expectations.all())
    made = Expectation(answer=row, number=number, text=said(text, "What they will find"))
    return added(made, by, "foretold", text=made.text)


@transaction.atomic
def leave_out(*, part: Figure | Commitment | Expectation, by: User) -> None:
    """Take a part out of a draft, such as one that was read wrongly; the history keeps it.

    Raises:
        NotAllowed:    `by` may not keep questions.
        NotAllowedNow: the answer was given, or another figure is said to be counted in this one.
    """
    draft_of(part.answer, by)
    row = type(part).objects.get(pk=part.pk)
    if isinstance(row, Figure) and row.contains.exists():
        raise NotAllowedNow("Another figure is counted in this one. Take that one out first.")
    record(by=by, verb="left out", thing=row, before={"words": str(row)})
    row.delete()


def _next(rows: QuerySet[Figure] | QuerySet[Commitment] | QuerySet[Expectation]) -> int:
    return (rows.aggregate(last=Max("number"))["last"] or 0) + 1
