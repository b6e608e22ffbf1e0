"""What every page has: one heading, which is also its title, and the way back."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Crumb:
    """One step of the way from the first page to this one."""

    text: str
    href: str


@dataclass(frozen=True, kw_only=True)
class Page:
    """The frame of a page; a presenter holds one or is one.

    `heading` is printed as the h1 and as the title; `caption` stands above the heading
    in small type; `crumbs` lead from the section down to, not including, this page.
    """

    heading: str
    caption: str = ""
    crumbs: Sequence[Crumb] = ()
