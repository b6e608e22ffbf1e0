"""What the page says on which evidence is checked against its test."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from goldenthread.people.models import User
from goldenthread.plans import checker_facts, evidence_states, gate
from goldenthread.plans.link_states import States, states
from goldenthread.plans.models import Action, Check, EvidenceLink, Test
from goldenthread.web import words
from goldenthread.web.components import Cell, Column, Table, Tag
from goldenthread.web.evidence import wording
from goldenthread.web.evidence.presenters import version as versions
from goldenthread.web.evidence.ways import crumbs
from goldenthread.web.pages import Crumb


@dataclass(frozen=True)
class Made:
    """A check that was made, as it is printed."""

    outcome: str
    who: str
    at: str
    answers: Sequence[tuple[str, str]]


class CheckPage:
    """The test on the left, the evidence on the right, and what the checker may do.

    Whoever may not check reads why, in the words of the gate.
    """

    def __init__(self, link: EvidenceLink, user: User, day: date) -> None:
        self.link, self.test = link, link.test
        self.version = link.version
        evidence = self.version.evidence
        found = states([self.test], day)
        self.state = found.of_link[link.pk]
        self.tag = wording.state_tag(self.state)
        self.contradicts = link.direction == EvidenceLink.Direction.CONTRADICTS
        self.heading = f"Check {evidence.public_id}"
        self.caption = evidence.title
        self.crumbs = crumbs(
            Crumb(evidence.public_id, reverse("evidence:show", args=[evidence.pk]))
        )
        self.objections = gate.objections(checker_facts.facts(link, user, day))
        self.can_accept = not self.objections and self.state != evidence_states.ACCEPTED
        self.can_return = not self.objections
        self.printed = _printed(link, user, day) if not self.objections else ""
        self.waiting = _waiting(link, day)
        self.seen = seen_of(link)
        self.of = self.test.of
        self.of_href = wording.href_of(self.of)
        self.of_noun = "Action" if isinstance(self.of, Action) else "Item"
        self.kind_of_test = wording.KINDS_OF_TEST[Test.Kind(self.test.kind)]
        self.test_has = found.of_test[self.test.pk].words
        self.count = wording.count_of(link.quantity, self.test)
        self.kind = wording.kind_of(evidence)
        self.marking = wording.marking_of(evidence)
        self.files = versions.files_of(self.version)
        cleared = versions.is_cleared(user, evidence)
        seen = versions.seen_cites([self.version], user)
        self.rows = versions.rows_of(self.version, cleared=cleared, seen=seen)
        self.others = _others(link, user, found)
        self.checks = made_on([link]).get(link.pk, [])
        self.accept_words = "Accept: it is right" if self.contradicts else "Accept with these words"


def seen_of(link: EvidenceLink) -> str:
    """What a checker has seen of a test and its evidence: another answer means it has changed."""
    newest = link.test.links.order_by("-pk").values_list("pk", flat=True)[:1]
    last = Check.objects.filter(link=link).order_by("-pk").values_list("pk", flat=True)[:1]
    parts = (link.test.edition, *newest, *(last or (0,)))
    return "-".join(str(part) for part in parts)


def made_on(links: Sequence[EvidenceLink]) -> dict[int, list[Made]]:
    """The checks of each link, the newest first. One query."""
    rows = Check.objects.filter(link__in=[link.pk for link in links]).select_related("person")
    found: dict[int, list[Made]] = {}
    for row in rows.order_by("-pk"):
        found.setdefault(row.link_id, []).append(_made(row))
    return found


def _made(row: Check) -> Made:
    returned = row.outcome == Check.Outcome.RETURNED
    answers = (
        ("Reason" if returned else "Note", row.note),
        ("How we know", row.how_do_we_know),
        ("What is planned", row.what_next),
    )
    return Made(
        outcome="Returned with a reason" if returned else "Checked and accepted",
        who=_line(str(row.person), row.post, row.service, row.line),
        at=words.moment(row.at),
        answers=[(label, text) for label, text in answers if text],
    )


def _printed(link: EvidenceLink, user: User, day: date) -> str:
    """The post, service and line to the lead of whoever may check, as they will be printed."""
    person = user.persons.get(authority=link.authority)
    post = checker_facts.post_of(person, day)
    service = str(post.service) if post is not None and post.service is not None else ""
    line = checker_facts.line_to_lead(person, link.test, day)
    return _line(str(person), post.title if post is not None else "", service, line)


def _line(person: str, post: str, service: str, line: str) -> str:
    known = (post or "no post is known", service or "no service is known", line)
    return f"{person}: {'; '.join(part for part in known if part)}."


def _waiting(link: EvidenceLink, day: date) -> str:
    """Since when it waits for a check, whom it waits for and until when."""
    row = link.requests.waiting().select_related("asked_by", "of").first()
    if row is None:
        return ""
    whom = f" of {row.of}" if row.of is not None else ""
    asked = f"{row.asked_by} asked{whom} for a check on {words.day(row.asked_on)}."
    if row.due_on is None:
        return f"{asked} {row.due_words}"
    late = ", which has passed" if row.due_on < day else ""
    return f"{asked} The checkers have until {words.day(row.due_on)}{late}; it is not the lead's clock."


def _others(link: EvidenceLink, user: User, found: States) -> Table | None:
    """What else is on file for the same test, as far as the user sees it."""
    rows = link.test.links.visible_to(user).exclude(pk=link.pk)
    cells = [
        [
            Cell(str(one.version), href=reverse("evidence:check", args=[one.pk])),
            Cell(("Contradicts: " if _against(one) else "") + one.shows),
            Cell(tag=_tag(one, found)),
        ]
        for one in rows.select_related("version__evidence").order_by("-pk")
    ]
    columns = [Column(heading=name) for name in ("Evidence", "What it shows", "State")]
    if not cells:
        return None
    return Table(caption="Also on file for this test", columns=columns, rows=cells)


def _against(link: EvidenceLink) -> bool:
    return link.direction == EvidenceLink.Direction.CONTRADICTS


def _tag(link: EvidenceLink, found: States) -> Tag:
    return wording.state_tag(found.of_link[link.pk])
