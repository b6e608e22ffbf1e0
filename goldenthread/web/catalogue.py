"""The areas of the product's pages, in the order of the navigation: one line for each."""

from dataclasses import dataclass
from enum import Enum


class Section(Enum):
    """An entry of the navigation, the same on every page."""

    MY_WORK = "My work"
    PLANS = "Plans"
    MEASURES = "Measures"
    GOVERNANCE = "Governance"
    LIBRARY = "Library"


@dataclass(frozen=True, kw_only=True)
class Area:
    """A folder of pages with its urls, views, forms, presenters, templates and tests.

    Its name is the folder, the namespace of its urls (`app_name`) and the folder of its
    templates. `path` is where its addresses start. The first area of a section is where
    the navigation leads; an area without a section has no entry. In the library each
    area is listed with `title` and `about`.
    """

    name: str
    path: str
    title: str
    section: Section | None = None
    start: str = "index"
    about: str = ""


AREAS = (
    Area(name="my_work", path="", title="My work", section=Section.MY_WORK),
    Area(name="plans", path="plans/", title="Plans", section=Section.PLANS),
    Area(name="papers", path="papers/", title="Papers"),
    Area(name="measures", path="measures/", title="Measures", section=Section.MEASURES),
    Area(name="governance", path="governance/", title="Governance", section=Section.GOVERNANCE),
    Area(name="library", path="library/", title="Library", section=Section.LIBRARY),
    Area(
        name="imports",
        path="library/import/",
        title="Import",
        section=Section.LIBRARY,
        about="Bring reports, letters and plans; check what was read; confirm it or undo it.",
    ),
    Area(name="actions", path="actions/", title="Actions"),
    Area(
        name="evidence",
        path="library/evidence/",
        title="Evidence",
        section=Section.LIBRARY,
        about="Every piece of evidence with its versions, what it shows, and who checked it.",
    ),
    Area(
        name="claims",
        path="library/claims/",
        title="Claims waiting for evidence",
        section=Section.LIBRARY,
        about="What is reported and not checked, by service and who must act.",
    ),
    Area(
        name="queries",
        path="library/queries/",
        title="Queries and challenges",
        section=Section.LIBRARY,
        about="What rules and people ask about actions, who is to answer, what became of it.",
    ),
    Area(name="search", path="search/", title="Search"),
    Area(name="inbox", path="messages/", title="Messages"),
    Area(name="calendar", path="calendar/", title="Calendar", start="feed"),
    Area(name="thread", path="thread/", title="Thread", start="show"),
    Area(
        name="inspections",
        path="library/inspections/",
        title="Inspections",
        section=Section.LIBRARY,
        about="What each report judged, found and asked for; what answers it; statutory deadlines.",
    ),
    Area(
        name="visits",
        path="library/visits/",
        title="Visits of inspectors",
        section=Section.LIBRARY,
        about="Who comes when to look at what; what is claimed, what is checked, what is weak.",
    ),
    Area(
        name="people",
        path="library/people/",
        title="People",
        section=Section.LIBRARY,
        about="Who is who: posts, teams, other names; accounts and roles; the history.",
    ),
    Area(
        name="status_rules",
        path="library/status-rules/",
        title="Status rules",
        section=Section.LIBRARY,
        about="The key of the colours with its thresholds, who approved it, and changing it.",
    ),
    Area(name="sign_in", path="account/", title="Your account"),
    Area(name="style_guide", path="style-guide/", title="Style guide"),
    Area(name="health", path="health", title="Health"),
)


def shelves(areas: tuple[Area, ...] = AREAS) -> tuple[Area, ...]:
    """What the library leads to: the areas of that section but for the library itself."""
    return tuple(a for a in areas if a.section is Section.LIBRARY and a.name != "library")
