"""The tests of an action with the evidence of each: what is checked, and what can be done."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.urls import reverse

from goldenthread.people.models import User
from goldenthread.plans import evidence_states as states
from goldenthread.plans import link_states, tying
from goldenthread.plans.models import Action, Check, CheckRequest, EvidenceLink, Reopening, Test
from goldenthread.web import words
from goldenthread.web.components import Tag

TONES = {
    states.ACCEPTED: "govuk-tag--green",
    states.WAITING: "govuk-tag--orange",
    states.PART: "govuk-tag--orange",
    states.RETURNED: "govuk-tag--red",
    states.EXPIRED: "govuk-tag--red",
    states.REVISED: "govuk-tag--red",
    states.REOPENED: "govuk-tag--orange",
}


@dataclass(frozen=True, kw_only=True)
class Piece:
    """One piece of evidence on a test, as the user may see it."""

    pk: int
    label: str
    title: str
    href: str
    check_href: str
    tag: Tag
    contradicts: bool
    shows: str
    filed: str
    checked: str
    may_ask: bool
    may_withdraw: bool
    may_renew: bool


@dataclass(frozen=True, kw_only=True)
class Card:
    """One test."""

    test: Test
    title: str
    kind: str
    tag: Tag
    wanted: str
    aim: str
    is_tied: bool
    may_tie: bool
    pieces: Sequence[Piece]
    hidden: int
    of_item: bool
    reopening: Reopening | None


def cards_of(action: Action, user: User, day: date) -> list[Card]:
    """The tests of an action, then those of its items as a whole, that a user sees."""
    of_items = Q(action=None, item__served_by__action=action, item__served_by__dropped_in=None)
    rows = Test.objects.visible_to(user).current().filter(Q(action=action) | of_items)
    tests = list(rows.select_related("item").distinct().order_by("item", "number"))
    tests.sort(key=lambda test: test.action_id is None)
    found = _Found(tests, user, day)
    return [found.card(test) for test in tests]


class _Found:
    """All links of some tests, with their checks and requests; a constant number of queries."""

    def __init__(self, tests: Sequence[Test], user: User, day: date) -> None:
        self.user = user
        self.states = link_states.states(tests, day)
        ids = [test.pk for test in tests]
        links = EvidenceLink.objects.filter(test__in=ids)
        self.seen = set(links.visible_to(user).values_list("pk", flat=True))
        self.links: dict[int, list[EvidenceLink]] = defaultdict(list)
        for link in links.select_related(
            "version__evidence__plan", "version__filed_by", "version__filed_for"
        ).order_by("pk"):
            self.links[link.test_id].append(link)
        checks = Check.objects.filter(link__test__in=ids).select_related("person").order_by("pk")
        self.checks = {check.link_id: check for check in checks}
        asked = CheckRequest.objects.waiting().filter(link__test__in=ids)
        self.asked = {one.link_id: one for one in asked}
        reopenings = Reopening.objects.visible_to(user).waiting().filter(test__in=ids)
        self.reopenings = {one.test_id: one for one in reopenings.select_related("asked_by")}

    def card(self, test: Test) -> Card:
        links, shown = self.links[test.pk], self.states.of_test[test.pk]
        pieces = [
            self._piece(link, self.states.of_link[link.pk])
            for link in links
            if link.pk in self.seen
        ]
        of_item = test.action_id is None
        return Card(
            test=test,
            title=f"Test {test.number}" + (f" of item {test.item.number}" if test.item else ""),
            kind=test.get_kind_display() + (", proposed" if test.kind_proposed else ""),
            tag=Tag(shown.words, TONES.get(shown.state, "govuk-tag--grey")),
            wanted=f"{test.quantity} {test.unit}".strip() if test.quantity else "",
            aim=_aim(test),
            is_tied=tying.is_tied(test.aim),
            may_tie=test.kind == Test.Kind.DIFFERENCE and not of_item,
            pieces=list(reversed(pieces)),
            hidden=len(links) - len(pieces),
            of_item=of_item,
            reopening=self.reopenings.get(test.pk),
        )

    def _piece(self, link: EvidenceLink, state: str) -> Piece:
        evidence, contradicts = link.version.evidence, link.direction == "contradicts"
        stands = state not in (states.WITHDRAWN, states.SUPERSEDED)
        own = self.user.pk in (link.linked_by_id, link.version.filed_by_id)
        counts = state in (states.FILED, states.RETURNED, states.REOPENED)
        return Piece(
            pk=link.pk,
            label=f"{evidence.public_id}, version {link.version.number}",
            title=evidence.title,
            href=reverse("evidence:show", args=[evidence.pk]),
            check_href=reverse("evidence:check", args=[link.pk]) if state == states.WAITING else "",
            tag=Tag(states.WORDS[state], TONES.get(state, "govuk-tag--grey")),
            contradicts=contradicts,
            shows=link.shows + (f" ({link.quantity})" if link.quantity else ""),
            filed=_filed(link),
            checked=_checked(link, self.checks.get(link.pk), self.asked.get(link.pk)),
            may_ask=counts,
            may_withdraw=stands and (own or not contradicts),
            may_renew=stands and (own or not contradicts),
        )


def _aim(test: Test) -> str:
    """The change that it asks for, and from which measure its number comes."""
    if not test.aim:
        return ""
    tied = f"Tied to {test.aim['measure']}" if tying.is_tied(test.aim) else "It asks for a change"
    return f"{tied}: {tying.in_words(test.aim)}"


def _filed(link: EvidenceLink) -> str:
    version = link.version
    for_whom = f" for {version.filed_for}" if version.filed_for else ""
    marking = version.evidence.get_marking_display().lower()
    return f"Filed by {version.filed_by}{for_whom}, {words.moment(version.filed_at)}; {marking}"


def _checked(link: EvidenceLink, check: Check | None, asked: CheckRequest | None) -> str:
    """What was asked and answered, in words."""
    if link.withdrawn_at is not None:
        return f"Withdrawn: {link.withdrawn_why}"
    if asked is not None:
        until = f", to be checked by {words.day(asked.due_on)}" if asked.due_on else ""
        return f"Waiting for a check since {words.day(asked.asked_on)}{until}: the checkers' clock"
    if check is None:
        return ""
    post = f", {check.post}" if check.post else ""
    line = f" ({check.line})" if check.line else ""
    said = check.note or check.how_do_we_know
    return f"{check.get_outcome_display()} by {check.person}{post}{line}, {words.day(check.day)}: {said}"
