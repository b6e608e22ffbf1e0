"""To whom a signed paper was sent, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.papers.covering import acknowledged
from goldenthread.papers.models import Recipient, Sending
from goldenthread.papers.renderers import FORMS
from goldenthread.web.components import Cell, Column, Table
from goldenthread.web.papers import addresses
from goldenthread.web.papers.presenters.listing import CALLED
from goldenthread.web.words import day


@dataclass(frozen=True)
class Letter:
    """A form of the covering letter, and where it is saved from."""

    words: str
    href: str


@dataclass(frozen=True, kw_only=True)
class Sent:
    """One sending: when and how, to whom, and its covering letter."""

    heading: str
    recipients: Table
    letters: Sequence[Letter]


def shown(sending: Sending, *, may_record: bool) -> Sent:
    """A sending with each recipient; its paper, recipients and acknowledgements at hand."""
    heading = f"{sending.get_how_display()} of {day(sending.sent_on)}"
    return Sent(
        heading=heading,
        recipients=Table(
            caption=heading,
            caption_is_hidden=True,
            columns=[Column(heading="Recipient"), Column(heading="Acknowledged")],
            rows=[_row(sending, one, may_record=may_record) for one in sending.recipients.all()],
        ),
        letters=[
            Letter(CALLED[form], addresses.of_signed(sending.paper, "letter", sending.pk, form))
            for form in FORMS
            if form != "xlsx"
        ],
    )


def _row(sending: Sending, one: Recipient, *, may_record: bool) -> list[Cell]:
    waits = may_record and not hasattr(one, "acknowledged")
    if not waits:
        return [Cell(one.name), Cell(acknowledged(one))]
    href = addresses.of_signed(sending.paper, "acknowledge", one.pk)
    return [Cell(one.name), Cell(f"Record that {one.name} acknowledged it", href=href)]
