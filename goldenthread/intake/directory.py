"""The posts, teams and partners of an authority, as rows and as the rules of a draft know them."""

from collections.abc import Iterator, Mapping

from django.utils import timezone

from goldenthread.intake.draft.bodies import KnownBody
from goldenthread.people.models import Authority, PartnerOrganisation, Post, Team
from goldenthread.people.statutory import SYNONYMS

Body = Post | Team | PartnerOrganisation
Bodies = Mapping[str, Mapping[int, Body]]


def bodies_of(authority: Authority) -> Bodies:
    """Those of today by kind and id; three queries."""
    today = timezone.localdate()
    return {
        "post": {one.pk: one for one in Post.objects.filter(authority=authority).on(today)},
        "team": {one.pk: one for one in Team.objects.filter(authority=authority).on(today)},
        "partner": {one.pk: one for one in PartnerOrganisation.objects.filter(authority=authority)},
    }


def known(bodies: Bodies) -> Iterator[KnownBody]:
    """Each with all its names."""
    for kind, rows in bodies.items():
        for pk, one in rows.items():
            yield KnownBody(kind=kind, id=pk, names=_names(one))


def _names(one: Body) -> tuple[str, ...]:
    if isinstance(one, Post):
        of_role = (name for name, role in SYNONYMS.items() if role == one.statutory_role)
        return (one.title, *one.synonyms, *of_role)
    if isinstance(one, Team):
        return tuple(name for name in (one.name, one.code, *one.synonyms) if name)
    return (one.name,)
