"""The council whose people the pages are of, what its user may do there, and the parts."""

from dataclasses import dataclass
from functools import cached_property

from django.http import Http404
from django.urls import reverse

from goldenthread.people.councils import councils_of
from goldenthread.people.models import Authority
from goldenthread.people.permissions import may, require
from goldenthread.people.roles import COLLEAGUES
from goldenthread.web.listing import last_address
from goldenthread.web.pages import Crumb
from goldenthread.web.requests import SignedInRequest

USERS, DIRECTORY = "people.manage_users", "people.keep_directory"
RECORDS, VERIFY = "history.approve_redaction", "history.verify"
LEAD = "plans.give_lead"
AWAY = "people.enter_absence"
FILES, MAIL = "sources.decide", "people.send_again"


@dataclass(frozen=True)
class Tab:
    """One part of the pages of people."""

    text: str
    href: str
    is_current: bool


# The parts, the start of their pages, and the verb without which a part is not offered.
PARTS = (
    ("People", "people:people", ""),
    ("Posts", "people:posts", ""),
    ("Teams", "people:teams", ""),
    ("Services and partners", "people:partners", ""),
    ("Accounts", "people:accounts", USERS),
    ("Mail", "people:mail", MAIL),
    ("Files to decide", "people:files", FILES),
    ("History", "people:history", RECORDS),
)


class Place:
    """A council with somebody who looks at its people. One query for each verb asked of it."""

    def __init__(self, request: SignedInRequest, authority: Authority) -> None:
        self.authority = authority
        self.user = request.user
        self._request = request
        self._may: dict[str, bool] = {}

    def may(self, verb: str) -> bool:
        """Whether the user may do a verb in this council."""
        if verb not in self._may:
            self._may[verb] = may(self.user, verb, self.authority)
        return self._may[verb]

    @cached_property
    def keeps(self) -> bool:
        """Whether the user keeps its directory."""
        return self.may(DIRECTORY)

    def to(self, name: str, *args: object) -> str:
        """The address of a page of this area."""
        return reverse(f"people:{name}", args=[self.authority.code, *args])

    def tabs(self, part: str) -> list[Tab]:
        """The parts that the user may see; `part` is the one of this page."""
        return [
            Tab(text, reverse(name, args=[self.authority.code]), text == part)
            for text, name, verb in PARTS
            if not verb or self.may(verb)
        ]

    def crumbs(self, *more: tuple[str, str]) -> tuple[Crumb, ...]:
        """The way here: the library, and lists as they were last seen."""
        way = [Crumb("Library", reverse("library:index"))]
        way += [Crumb(text, last_address(self._request, href)) for text, href in more]
        return tuple(way)


def place_of(request: SignedInRequest, code: str, verb: str = "") -> Place:
    """The council of that code; 404 for one where the user is no colleague.

    Raises:
        NotAllowed: the user may not do `verb` there.
    """
    councils = councils_of(request.user, COLLEAGUES).filter(code=code)
    authority = councils.first()
    if authority is None:
        raise Http404
    if verb:
        require(request.user, verb, authority)
    return Place(request, authority)
