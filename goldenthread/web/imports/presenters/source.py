"""The source of an import beside its reading."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from goldenthread.intake.models import Import
from goldenthread.people.models import User
from goldenthread.web import beside
from goldenthread.web.beside import Source


def source_of(
    import_: Import,
    by: User,
    *,
    place: Mapping[str, Any] | None = None,
    part: int | None = None,
    about: str = "",
    back_href: str = "",
) -> Source:
    """A part of the import's source with a place marked; for the words see `beside.Asked`."""
    return beside.source_of(
        import_.upload,
        by,
        name=import_.name,
        address=reverse("imports:source", args=[import_.pk]),
        picture=lambda page: reverse("imports:picture", args=[import_.pk, page]),
        asked=beside.Asked(place=place, part=part, about=about, back_href=back_href),
    )
