"""The source beside the reading: a page with a box on it, or a table with a cell marked."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode

from goldenthread.intake.beside import showing
from goldenthread.intake.beside.errors import NotShown
from goldenthread.intake.beside.shapes import View
from goldenthread.intake.models import Import
from goldenthread.people.models import User


@dataclass(frozen=True, kw_only=True)
class Source:
    """One part of the source, how to turn the leaves, and the row that it belongs to.

    `view` is None where the source cannot be shown; `problem` then says why.
    """

    name: str
    about: str
    view: View | None
    problem: str
    picture_href: str
    before_href: str
    after_href: str
    back_href: str
    own_href: str
    is_wide: bool


def source_of(
    import_: Import,
    by: User,
    *,
    place: Mapping[str, Any] | None = None,
    part: int | None = None,
    about: str = "",
    back_href: str = "",
) -> Source:
    """A part of the import's source with a place marked.

    Args:
        place: what to mark; it also says which part is shown.
        part:  the part to show instead.
        about: what the place is of, such as "Action 40"; empty where there is no place.
    """
    view, problem = _view(import_, by, place, part)
    number = view.part.number if view else 0
    last = len(view.contents.parts) if view else 0
    address = reverse("imports:source", args=[import_.pk])
    return Source(
        name=import_.name,
        about=about,
        view=view,
        problem=problem,
        picture_href=_picture(import_, view),
        before_href=_turned(address, number - 1) if number > 1 else "",
        after_href=_turned(address, number + 1) if 0 < number < last else "",
        back_href=back_href,
        own_href=_turned(address, number),
        is_wide=_is_wide(view),
    )


def _view(
    import_: Import, by: User, place: Mapping[str, Any] | None, part: int | None
) -> tuple[View | None, str]:
    if import_.upload is None:
        return None, "The file is no longer kept."
    try:
        return showing.view(upload=import_.upload, by=by, place=place or None, part=part), ""
    except NotShown as error:
        return None, str(error)


def _picture(import_: Import, view: View | None) -> str:
    if view is None or not view.has_picture:
        return ""
    return reverse("imports:picture", args=[import_.pk, view.part.number])


def _is_wide(view: View | None) -> bool:
    """Whether a page is broader than high, so that it must be shown larger to be read."""
    if view is None or view.picture_width is None or view.picture_height is None:
        return False
    return view.picture_width > view.picture_height


def _turned(address: str, part: int) -> str:
    return f"{address}?{urlencode({'part': part})}"
