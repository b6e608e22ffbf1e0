"""A source beside its reading: a page with a box on it, or a table with a cell marked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.http import urlencode

from goldenthread.intake.beside import showing
from goldenthread.intake.beside.errors import NotShown
from goldenthread.intake.beside.shapes import View
from goldenthread.people.models import User
from goldenthread.sources.models import Upload


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


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What is to be shown of a source.

    Args:
        place: what to mark; it also says which part is shown.
        part:  the part to show instead.
        about: what the place is of, such as "Action 40"; empty where there is no place.
    """

    place: Mapping[str, Any] | None = None
    part: int | None = None
    about: str = ""
    back_href: str = ""


def source_of(
    upload: Upload | None,
    by: User,
    *,
    name: str,
    address: str,
    picture: Callable[[int], str],
    asked: Asked,
) -> Source:
    """A part of an upload with a place marked.

    Args:
        name:    what the source is called on the page.
        address: where its parts are turned, by the parameter `part`.
        picture: the address of the picture of a page.
    """
    view, problem = _view(upload, by, asked)
    number = view.part.number if view else 0
    last = len(view.contents.parts) if view else 0
    return Source(
        name=name,
        about=asked.about,
        view=view,
        problem=problem,
        picture_href=picture(number) if view and view.has_picture else "",
        before_href=_turned(address, number - 1) if number > 1 else "",
        after_href=_turned(address, number + 1) if 0 < number < last else "",
        back_href=asked.back_href,
        own_href=_turned(address, number),
        is_wide=_is_wide(view),
    )


def _view(upload: Upload | None, by: User, asked: Asked) -> tuple[View | None, str]:
    if upload is None:
        return None, "The file is no longer kept."
    try:
        return showing.view(upload=upload, by=by, place=asked.place or None, part=asked.part), ""
    except NotShown as error:
        return None, str(error)
    except Upload.DoesNotExist:
        return None, "Your roles do not include this file. Ask an improvement officer."


def _is_wide(view: View | None) -> bool:
    """Whether a page is broader than high, so that it must be shown larger to be read."""
    if view is None or view.picture_width is None or view.picture_height is None:
        return False
    return view.picture_width > view.picture_height


def _turned(address: str, part: int) -> str:
    return f"{address}?{urlencode({'part': part})}"
