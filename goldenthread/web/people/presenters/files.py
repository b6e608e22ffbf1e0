"""Files whose screening found something: the list, and what is to be decided of one."""

from collections.abc import Sequence
from typing import Any

from goldenthread.sources import places
from goldenthread.sources.models import Suspicion
from goldenthread.web.components import Cell, Column, Empty, Table
from goldenthread.web.listing import Listing
from goldenthread.web.people.place import Place
from goldenthread.web.words import counted, day

EMPTY = Empty(
    heading="Nothing is to be decided",
    text="Files are looked through when they come in. Where something may tell who a child is, "
    "the file stands here until somebody has decided about it.",
)


def table_of(place: Place, listing: "Listing[Any]") -> Table:
    """The files of this page of the list."""
    columns = (
        listing.column("File", "name"),
        Column(heading="Brought by"),
        Column(heading="On"),
        Column(heading="To decide", numeric=True),
        Column(heading="Decided", numeric=True),
    )
    rows = [
        [
            Cell(upload.name, href=place.to("file", upload.pk)),
            Cell(str(upload.by)),
            Cell(day(upload.at)),
            Cell(str(upload.open)),
            Cell(str(upload.found - upload.open)),
        ]
        for upload in listing.page
    ]
    return Table(caption="Files", columns=columns, rows=rows, caption_is_hidden=True)


def sentence(suspicions: Sequence[Suspicion]) -> str:
    """How much was found in a file, and how much of it is decided."""
    undecided = sum(one.decision == Suspicion.Decision.OPEN for one in suspicions)
    return f"{counted(len(suspicions), 'place')} found, {undecided} to decide."


def choices(suspicions: Sequence[Suspicion]) -> list[tuple[str, str]]:
    """What can be ticked: where it is, what it may be, the words around it, what was decided."""
    return [(str(one.pk), _words(one)) for one in suspicions]


def _words(one: Suspicion) -> str:
    said = f"{places.words(one.place)}: {one.get_kind_display()} ({one.reason}). "
    said += f"“{one.excerpt}”"
    if one.decision == Suspicion.Decision.OPEN:
        return said
    return f"{said} Decided: {one.get_decision_display().lower()}, because {one.why}"
