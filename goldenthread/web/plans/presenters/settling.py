"""The questions that an import left open, by topic, and those that are settled."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from goldenthread.plans.models import ToSettle
from goldenthread.web import words
from goldenthread.web.components import Cell, Column, Table
from goldenthread.web.plans import addresses
from goldenthread.web.plans.forms import AnswerForm
from goldenthread.web.plans.named import Named
from goldenthread.web.plans.presenters.rows import short


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One open question: of which row, in which words, and what was proposed."""

    pk: int
    words: str
    about: str
    href: str
    text: str
    suggestion: str
    is_ticked: bool


@dataclass(frozen=True, kw_only=True)
class Topic:
    """The open questions of one topic, and the form that answers those ticked."""

    code: str
    slug: str
    heading: str
    asked: Sequence[Asked]
    form: AnswerForm | None
    suggested: int


def topics(
    rows: Sequence[ToSettle],
    forms: Mapping[str, AnswerForm],
    *,
    ticked: Sequence[str],
    named: Named,
) -> list[Topic]:
    """The topics that have open questions, each with its number."""
    found = []
    for topic in ToSettle.Topic:
        asked = [_asked(row, ticked, named) for row in rows if row.topic == topic]
        if asked:
            found.append(
                Topic(
                    code=topic.value,
                    slug=topic.value.replace(" ", "-"),
                    heading=f"{topic.label} ({len(asked)})",
                    asked=asked,
                    form=forms.get(topic.value),
                    suggested=sum(bool(one.suggestion) for one in asked),
                )
            )
    return found


def about(row: ToSettle) -> str:
    """The row that a question is about."""
    thing = row.action or row.item
    return str(thing) if thing else "the plan as a whole"


def done(number: int) -> str:
    """What was settled, and that a later change is made where it stands."""
    return (
        f"{words.counted(number, 'question')} settled. An answer cannot be taken back; "
        "change the lead, the date or the test on the action itself."
    )


def settled(rows: Sequence[ToSettle], named: Named) -> Table | None:
    """What was settled last, by whom and how."""
    if not rows:
        return None
    columns = [Column(heading=text) for text in ("Question", "Of", "Answer", "Settled")]
    lines = [
        [
            Cell(row.words),
            Cell(about(row)),
            Cell(named.words(row.answer)),
            Cell(
                words.moment(row.settled_at) if row.settled_at else "", note=f"by {row.settled_by}"
            ),
        ]
        for row in rows
    ]
    return Table(caption="Settled", columns=columns, rows=lines, caption_is_hidden=True)


def _asked(row: ToSettle, ticked: Sequence[str], named: Named) -> Asked:
    href = ""
    if row.action is not None:
        href = addresses.of_action(row.action)
    elif row.item is not None:
        href = addresses.of_item(row.item)
    thing = row.action or row.item
    return Asked(
        pk=row.pk,
        words=row.words,
        about=about(row),
        href=href,
        text=short(thing.text) if thing else "",
        suggestion=named.words(row.suggestion) if row.suggestion else "",
        is_ticked=str(row.pk) in ticked,
    )
