"""Shows a part of an upload to a person, with a place marked and what they may not read blanked."""

from collections.abc import Mapping
from typing import Any

from goldenthread.documents.layout import Place
from goldenthread.intake.beside.shapes import Contents, View
from goldenthread.people.models import User
from goldenthread.sources.models import Upload

WIDTH = 1000
WIDTHS = (300, 2000)


def contents(*, upload: Upload, by: User) -> Contents:
    """The parts of an upload: pages of a PDF, stretches of rows of a sheet, pieces of a text.

    Raises:
        Upload.DoesNotExist: it is gone, or `by` does not see it.
        NotShown: `by` may not open the file, or it cannot be laid out.
    """


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
    """


def picture(*, upload: Upload, by: User, page: int, width: int = WIDTH) -> bytes:
    """A page of a PDF as PNG, `width` pixels wide (300 to 2000, in steps of 100).

    Raises:
        Upload.DoesNotExist: it is gone, or `by` does not see it.
        NotShown: `by` may not see the page, there is no such page, or it cannot be drawn.
    """


def prepare(*, upload: Upload) -> None:
    """Lay the file out and keep it, so that the first look is quick; never raises NotShown."""
