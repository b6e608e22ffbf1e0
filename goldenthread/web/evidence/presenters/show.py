"""What the page of a piece of evidence says."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from goldenthread.people.models import User
from goldenthread.plans.link_states import States, states
from goldenthread.plans.models import Evidence, EvidenceLink, EvidenceVersion, Test
from goldenthread.web.components import Tag
from goldenthread.web.evidence import wording
from goldenthread.web.evidence.presenters import version as versions
from goldenthread.web.evidence.presenters.check import Made, made_on
from goldenthread.web.evidence.presenters.survey import waves_of
from goldenthread.web.evidence.ways import crumbs


@dataclass(frozen=True, kw_only=True)
class LinkLine:
    """What a version shows of a test."""

    href: str
    label: str
    test: str
    kind: str
    shows: str
    count: str
    tag: Tag
    withdrawn: str
    checks: Sequence[Made]


@dataclass(frozen=True, kw_only=True)
class VersionPart:
    """One version as it was filed."""

    number: int
    extract: str
    files: Sequence[versions.FileLine]
    rows: Sequence[dict[str, Any]]
    links: Sequence[LinkLine]
    sha256: str


class EvidencePage:
    """The evidence with every version, the newest first. A constant number of queries."""

    def __init__(self, evidence: Evidence, user: User, day: date) -> None:
        self.heading = evidence.title
        self.caption = f"{evidence.public_id}, evidence of {evidence.plan.title}"
        self.crumbs = crumbs()
        self.kind = wording.kind_of(evidence)
        self.marking = wording.marking_of(evidence)
        self.outside = evidence.outside
        self.partner = str(evidence.partner) if evidence.partner is not None else ""
        cleared = versions.is_cleared(user, evidence)
        links = _links(evidence, user)
        found = states(list({link.test_id: link.test for link in links}.values()), day)
        made = made_on(links)
        filed = _versions(evidence)
        self.survey = waves_of(evidence, user, day, cleared=cleared)
        seen = versions.seen_cites(filed, user)
        self.versions = [
            _part(
                version,
                [_line(one, found, made) for one in links if one.version == version],
                versions.rows_of(version, cleared=cleared, seen=seen),
            )
            for version in filed
        ]


def _versions(evidence: Evidence) -> list[EvidenceVersion]:
    rows = EvidenceVersion.objects.filter(evidence=evidence).select_related(
        *(
            "evidence",
            "upload__file",
            "before__file",
            "filed_by",
            "filed_for",
            "value__measure",
            "value__team",
        )
    )
    return list(rows.prefetch_related("cites__evidence").order_by("-number"))


def _links(evidence: Evidence, user: User) -> list[EvidenceLink]:
    rows = EvidenceLink.objects.filter(
        version__evidence=evidence, test__in=Test.objects.visible_to(user)
    )
    related = ("version", "test__action__plan__authority", "test__item__plan__authority")
    return list(rows.select_related(*related, "withdrawn_by").order_by("pk"))


def _part(
    version: EvidenceVersion, links: Sequence[LinkLine], rows: Sequence[dict[str, Any]]
) -> VersionPart:
    return VersionPart(
        number=version.number,
        extract=version.extract,
        files=versions.files_of(version),
        rows=rows,
        links=links,
        sha256=version.sha256,
    )


def _line(link: EvidenceLink, found: States, made: dict[int, list[Made]]) -> LinkLine:
    against = link.direction == EvidenceLink.Direction.CONTRADICTS
    who = f"{link.withdrawn_by}: {link.withdrawn_why}" if link.withdrawn_by is not None else ""
    return LinkLine(
        href=reverse("evidence:check", args=[link.pk]),
        label=f"{'Contradicts' if against else 'Supports'} a test of {link.test.of.public_id}",
        test=link.test.text,
        kind=wording.KINDS_OF_TEST[Test.Kind(link.test.kind)],
        shows=link.shows,
        count=wording.count_of(link.quantity, link.test),
        tag=wording.state_tag(found.of_link[link.pk]),
        withdrawn=who,
        checks=made.get(link.pk, []),
    )
