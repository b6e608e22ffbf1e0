"""Shows a part of an upload to a person, with a place marked and what they may not read blanked."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import Any

from goldenthread.basics.errors import UserFacingError
from goldenthread.documents.layout import Place
from goldenthread.intake.beside import making, marking
from goldenthread.intake.beside.errors import NotShown
from goldenthread.intake.beside.looking import Look, look
from goldenthread.intake.beside.making import Laid
from goldenthread.intake.beside.shapes import Contents, Part, View
from goldenthread.people.models import User
from goldenthread.sources import places
from goldenthread.sources.models import Upload

WIDTH = 1000
NARROWEST, WIDEST, STEP = 300, 2000, 100
PDF = "pdf"
NOT_KEPT = (
    "There is little room left on the server's disk, so each look at this file takes longer. "
    "Ask your administrator to make room."
)


def contents(*, upload: Upload, by: User) -> Contents:
    """The parts of an upload: pages of a PDF, stretches of rows of a sheet, pieces of a text.

    Raises:
        Upload.DoesNotExist: it is gone, or `by` does not see it.
        NotShown: `by` may not open the file, or it cannot be laid out.
        DamagedFile: the stored content is not what was uploaded.
    """
    looked = look(upload, by)
    with _named(looked):
        return _contents(making.layout(looked.upload.file).index(), looked)


def view(
    *,
    upload: Upload,
    by: User,
    place: Place | Mapping[str, Any] | None = None,
    part: int | None = None,
) -> View:
    """One part of an upload with the text, cell or row at `place` marked.

    Args:
        place: what to mark, as in a proposal's `sources`; also says which part is shown.
        part:  the number of the part to show, instead of the one that holds `place`.

    Raises:
        Upload.DoesNotExist: it is gone, or `by` does not see it.
        NotShown: `by` may not open the file, it cannot be laid out, or has no such part.
        DamagedFile: the stored content is not what was uploaded.

    Costs a read of a kept file of some kilobytes; the first look lays the file out.
    """
    looked = look(upload, by)
    asked = places.place_of(place) if isinstance(place, Mapping) else place
    with _named(looked):
        laid = making.layout(looked.upload.file)
        return _view(laid, looked, asked, part)


def picture(*, upload: Upload, by: User, page: int, width: int = WIDTH) -> bytes:
    """A page of a PDF as PNG, about `width` pixels wide (300 to 2000, in steps of 100).

    Raises:
        Upload.DoesNotExist: it is gone, or `by` does not see it.
        NotShown: `by` may not see the page, there is no such page, or it cannot be drawn.
        DamagedFile: the stored content is not what was uploaded.
    """
    looked = look(upload, by)
    if looked.upload.file.form != PDF:
        raise NotShown(f"{looked.name}: Only a PDF has pictures of its pages.")
    if looked.hides_page(page):
        raise NotShown(_hidden(looked))
    steps = round(min(max(width, NARROWEST), WIDEST) / STEP)
    with _named(looked):
        return making.picture(looked.upload.file, page=page, width=STEP * steps)


def prepare(*, upload: Upload, tables: bool = False) -> None:
    """Lay the file out and keep it, so that the first look is quick. For a job, after reading.

    Args:
        tables: also find where a PDF's cells are printed; say so where it was read as a plan.

    A file that cannot be laid out is no error here; whoever looks at it is told.
    """
    with suppress(UserFacingError):
        making.layout(upload.file)
        if tables and upload.file.form == PDF:
            making.cells(upload.file)


@contextmanager
def _named(looked: Look) -> Iterator[None]:
    """What is said of a file calls it by its name; the readers know only its SHA-256."""
    try:
        yield
    except NotShown as error:
        raise NotShown(str(error).replace(looked.upload.file.sha256, looked.name)) from error


def _contents(index: Mapping[str, Any], looked: Look) -> Contents:
    sha256 = looked.upload.file.sha256
    return Contents(
        form=index["form"],
        parts=tuple(Part(n, part["label"]) for n, part in enumerate(index["parts"], start=1)),
        pictured=index["form"] == PDF,
        warnings=tuple(warning.replace(sha256, looked.name) for warning in index["warnings"]),
    )


def _view(laid: Laid, looked: Look, place: Place | None, part: int | None) -> View:
    index = laid.index()
    parts = index["parts"]
    holder = marking.part_of(parts, place) if place is not None else None
    number = part or holder or 1
    if not 1 <= number <= len(parts):
        raise NotShown(f"{looked.name}: There is no part {number} of it to show.")
    known = _contents(index, looked)
    blocks = laid.part(number)
    view = View(
        contents=known,
        part=known.parts[number - 1],
        blocks=tuple(marking.shown(blocks, looked, place)),
        notice="" if laid.kept else NOT_KEPT,
    )
    if known.pictured:
        view = _with_picture(view, looked, place, parts[number - 1], blocks)
    return replace(view, found=_is_found(view, place, held=number == holder))


def _with_picture(
    view: View,
    looked: Look,
    place: Place | None,
    page: Mapping[str, Any],
    blocks: Sequence[Mapping[str, Any]],
) -> View:
    """The view of a PDF's page with boxes, unless its picture is hidden from the looker."""
    number = view.part.number
    edges, notice = _edges(looked, place, number, blocks)
    view = replace(
        view,
        blocks=tuple(marking.over(view.blocks, blocks, edges)),
        notice=view.notice or notice,
    )
    if looked.hides_page(number):
        return replace(view, hidden=_hidden(looked))
    width, height = page["width"], page["height"]
    boxes = tuple(marking.in_percent(each, width=width, height=height) for each in edges)
    return replace(view, boxes=boxes, picture_width=width, picture_height=height)


def _edges(
    looked: Look, place: Place | None, page: int, blocks: Sequence[Mapping[str, Any]]
) -> tuple[list[marking.Edges], str]:
    """Where the place is printed on the page, and a notice where that could not be kept."""
    if place is None:
        return [], ""
    if place.table is None:
        return marking.marked_lines(blocks, place), ""
    laid = making.cells(looked.upload.file)
    return marking.marked_cells(laid.part(page), place), "" if laid.kept else NOT_KEPT


def _is_found(view: View, place: Place | None, *, held: bool) -> bool:
    if place is None or not held:
        return False
    inside = (place.table, place.row, place.cell, place.line)
    if all(part is None for part in inside):
        return True
    return bool(view.boxes) or any(marking.is_marked(block) for block in view.blocks)


def _hidden(looked: Look) -> str:
    return (
        f"{looked.name}: Something on this page was removed or is kept as restricted, so its "
        "picture is not shown to you. Ask an improvement officer or the person who uploaded it."
    )
