"""Whom the printed names of a plan mean: people, posts, teams and partners of the authority."""

from collections.abc import Mapping
from typing import Any

from goldenthread.intake import directory
from goldenthread.intake.changes import Draft
from goldenthread.intake.draft.bodies import called, folded
from goldenthread.intake.draft.people import meant, names_of
from goldenthread.intake.proposing import known_people
from goldenthread.people import actions as people
from goldenthread.people.models import Authority, PartnerOrganisation, Person, Post, Team, User

Body = Person | Post | Team | PartnerOrganisation
# For a printed name what a `StandingDraft` takes: {"person": ...}, {"post": ...} and so on.
Who = dict[str, dict[str, Body]]


def who_of(draft: Draft, authority: Authority, by: User) -> Who:
    """Whom each printed name means that a person settled, or that is exactly somebody's.

    Those that were said to be new are entered in the directory. A name that two bodies have
    means neither, and stays as printed.

    Six queries, and a few for each one who is new.
    """
    told = meant(draft, known_people(authority))
    directory = _Directory(authority)
    who: Who = {}
    for printed, one in told.items():
        found = directory.chosen(one) or directory.entered(one, by)
        who |= {printed: found} if found else {}
    for printed in names_of(draft):
        if printed not in who and printed not in draft["named"]:
            body = directory.called(printed)
            who |= {printed: body} if body else {}
    return who


class _Directory:
    """The people and bodies of an authority, fetched once."""

    def __init__(self, authority: Authority) -> None:
        self._authority = authority
        bodies = directory.bodies_of(authority)
        persons = Person.objects.filter(authority=authority)
        self._by_id: dict[str, Mapping[int, Body]] = {
            "person": {row.pk: row for row in persons},
            **bodies,
        }
        self._bodies = list(directory.known(bodies))
        self._entered: dict[tuple[str, str], Body] = {}

    def chosen(self, told: Mapping[str, Any]) -> dict[str, Body]:
        """The one that a person chose by id; {} where it is nobody of the authority."""
        for kind, known in self._by_id.items():
            found = known.get(told[kind]) if isinstance(told.get(kind), int) else None
            if found is not None:
                return {kind: found}
        return {}

    def entered(self, told: Mapping[str, Any], by: User) -> dict[str, Body]:
        """The one that a person said to be new, entered now, and once under one name."""
        name = str(told.get("new") or "").strip()
        kind = str(told.get("as") or "person")
        if not name or kind not in self._by_id:
            return {}
        key = (kind, folded(name))
        if key not in self._entered:
            known = [one for one in self._by_id[kind].values() if folded(str(one)) == key[1]]
            self._entered[key] = known[0] if known else self._enter(kind, name, by)
        return {kind: self._entered[key]}

    def called(self, printed: str) -> dict[str, Body]:
        """The one post, team or partner that is called so; {} where none is, or two are."""
        found = called(printed, self._bodies)
        return {one.kind: self._by_id[one.kind][one.id] for one in found} if len(found) == 1 else {}

    def _enter(self, kind: str, name: str, by: User) -> Body:
        if kind == "person":
            return people.add_person(authority=self._authority, name=name, by=by)
        if kind == "post":
            return people.add_post(authority=self._authority, title=name, by=by)
        if kind == "team":
            return people.add_team(authority=self._authority, name=name, by=by)
        return people.add_partner(authority=self._authority, name=name, by=by)
