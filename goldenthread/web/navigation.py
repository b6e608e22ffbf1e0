"""The navigation and the words of the header, worked out from the catalogue."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from goldenthread.web.catalogue import AREAS, Area, Section, shelves


@dataclass(frozen=True)
class Entry:
    """One entry of the navigation."""

    title: str
    href: str
    is_current: bool


def entries(request: HttpRequest, areas: tuple[Area, ...] = AREAS) -> list[Entry]:
    """The sections that have an area, in the order of `Section`.

    The library is left out while it would lead to an empty page.
    """
    here = _section_of(request, areas)
    return [
        Entry(section.value, reverse(f"{area.name}:{area.start}"), section is here)
        for section in Section
        if (area := _first(section, areas)) is not None
    ]


def shell(request: HttpRequest) -> dict[str, object]:
    """What every page's header needs. Costs no query beyond that for the user.

    A page for an error may come before anybody has looked who is asking.
    """
    user = getattr(request, "user", None)
    return {
        "council_name": settings.COUNCIL_NAME,
        "council_logo": settings.COUNCIL_LOGO is not None,
        "navigation": entries(request) if user and user.is_authenticated else [],
        "search_address": address_of("search"),
    }


def address_of(name: str, areas: tuple[Area, ...] = AREAS) -> str:
    """The first page of the area called `name`; empty while that area is not there."""
    found = next((area for area in areas if area.name == name), None)
    return reverse(f"{found.name}:{found.start}") if found else ""


def _first(section: Section, areas: tuple[Area, ...]) -> Area | None:
    if section is Section.LIBRARY and not shelves(areas):
        return None
    return next((area for area in areas if area.section is section), None)


def _section_of(request: HttpRequest, areas: tuple[Area, ...]) -> Section | None:
    match = request.resolver_match
    name = match.namespace if match else ""
    return next((area.section for area in areas if area.name == name), None)
