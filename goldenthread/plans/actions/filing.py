"""Filing evidence against tests: first and later versions, contradictions, and withdrawing."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.people.history import record
from goldenthread.people.models import Person, User
from goldenthread.people.permissions import require
from goldenthread.plans import aims, evidence_kinds
from goldenthread.plans.actions.asking import ask
from goldenthread.plans.actions.entering import tell_entered
from goldenthread.plans.actions.reaching import partner_of, seen_plan, test_of, workable
from goldenthread.plans.actions.rows import note_use
from goldenthread.plans.models import (
    Action,
    DatedOccurrence,
    Evidence,
    EvidenceLink,
    EvidenceVersion,
    Item,
    Plan,
    Test,
)
from goldenthread.results.models import Value
from goldenthread.sources import screening
from goldenthread.sources.models import StoredFile, Suspicion, Upload

FILE, FILE_OWN, CONTRADICT = "plans.file_evidence", "plans.file_own_evidence", "plans.contradict"
SUSPECTED = "Screening suspects in its file what may tell who a child is."
Direction, Marking = EvidenceLink.Direction, Evidence.Marking


@dataclass(frozen=True)
class Content:
    """What a version holds; the fields are those of `EvidenceVersion`."""

    upload: Upload | None = None
    before: Upload | None = None
    url: str = ""
    extract: str = ""
    about: Mapping[str, Any] = field(default_factory=dict)
    cites: Iterable[EvidenceVersion] = ()
    value: Value | None = None
    period_from: date | None = None
    period_to: date | None = None
    expires_on: date | None = None


@transaction.atomic
def file_evidence(
    *,
    action: Action | Item,
    tests: Iterable[Test],
    kind: str,
    title: str,
    shows: str,
    by: User,
    for_whom: Person | None = None,
    quantity: int | None = None,
    occurrence: DatedOccurrence | None = None,
    marking: str = Marking.INTERNAL,
    outside: bool = False,
    ask_at_once: bool = False,
    **content: Any,
) -> Evidence:
    """File a piece of evidence against tests of an action, or of the items that it serves.

    What may tell who a child is makes it restricted, whatever marking was chosen.

    Args:
        kind:     a code of `evidence_kinds.KINDS`.
        shows:    what it shows of these tests, in words.
        for_whom: whoever it is filed for, where that is somebody else.
        quantity: how many of those wanted it shows.
        occurrence: the one time that it is of, where the action comes again.
        ask_at_once: ask for it to be checked too.
        content:  the fields of `Content`.

    Raises:
        NotAllowed:    `by` neither keeps the plan nor stands in the action.
        NotAllowedNow: what the kind needs is missing, a test or an occurrence is of another
                       action, a test says no aim, or the same content is filed against a test already.
    """
    plan = workable(action, by, FILE, FILE_OWN)
    rows = [_test_here(test, action) for test in tests]
    if not rows:
        raise NotAllowedNow("Say which test it shows. Nothing was filed.")
    _of_this(occurrence, action)
    made = _evidence(plan, kind, title, marking, outside=outside, by=by, for_whom=for_whom)
    version = _version(made, Content(**content), by=by, for_whom=for_whom, quantity=quantity)
    links = [
        _link(version, test, shows=shows, quantity=quantity, by=by, occurrence=occurrence)
        for test in rows
    ]
    note_use(plan)
    record(by=by, verb="filed", thing=made, after=_told(version, links))
    for link in links if ask_at_once else ():
        ask(link, by)
    _tell(made, version, action)
    return made


@transaction.atomic
def new_version(
    *,
    evidence: Evidence,
    by: User,
    shows: str = "",
    for_whom: Person | None = None,
    quantity: int | None = None,
    **content: Any,
) -> EvidenceVersion:
    """File the next version: it is linked as the one before was, and waits to be checked anew.

    Args:
        shows: what it shows now; empty keeps the words of before.
        quantity: how many it shows now; None keeps the number of before.

    Raises:
        NotAllowed:    `by` does not see it, or does not stand in its action.
        NotAllowedNow: what the kind needs is missing, or every link was withdrawn.
    """
    row = Evidence.objects.select_related("plan").visible_to(by).filter(pk=evidence.pk).first()
    if row is None:
        raise NotAllowed("You do not see this evidence. Nothing was filed.")
    last = row.versions.order_by("number").last()
    links = last.links.filter(withdrawn_at=None) if last else EvidenceLink.objects.none()
    old = list(links.select_related("test", "occurrence"))
    if last is None or not old:
        raise NotAllowedNow("Every link of it was withdrawn. File it as new evidence.")
    for link in old:
        plan = workable(link.test.of, by, FILE, FILE_OWN)
    shown = quantity if quantity is not None else old[0].quantity
    version = _version(row, Content(**content), by=by, for_whom=for_whom, quantity=shown)
    made = [
        _link(
            version,
            test_of(link.test),
            shows=shows or link.shows,
            quantity=quantity if quantity is not None else link.quantity,
            by=by,
            direction=link.direction,
            occurrence=link.occurrence,
        )
        for link in old
    ]
    note_use(plan)
    record(by=by, verb="filed a new version", thing=row, after=_told(version, made))
    _tell(row, version, row)
    return version


@transaction.atomic
def contradict(
    *,
    test: Test,
    kind: str,
    title: str,
    shows: str,
    by: User,
    for_whom: Person | None = None,
    marking: str = Marking.INTERNAL,
    outside: bool = False,
    **content: Any,
) -> Evidence:
    """File evidence that a test is not met: what was accepted of it is open again.

    Raises:
        NotAllowed:    `by` does not see the action.
        NotAllowedNow: what the kind needs is missing.
    """
    row = test_of(test)
    plan = seen_plan(row.of, by, CONTRADICT)
    made = _evidence(plan, kind, title, marking, outside=outside, by=by, for_whom=for_whom)
    version = _version(made, Content(**content), by=by, for_whom=for_whom, quantity=None)
    link = _link(version, row, shows=shows, quantity=None, by=by, direction=Direction.CONTRADICTS)
    note_use(plan)
    record(by=by, verb="contradicted", thing=made, after=_told(version, [link]))
    _tell(made, version, row.of)
    return made


def _tell(evidence: Evidence, version: EvidenceVersion, of: Action | Item | Evidence) -> None:
    """Tell whoever it was filed for."""
    key, what = f"plans.evidenceversion:{version.pk}", f"evidence ({evidence.public_id})"
    tell_entered(of, version.filed_for, version.filed_by, key=key, what=what)


@transaction.atomic
def withdraw_evidence(*, link: EvidenceLink, by: User, why: str) -> EvidenceLink:
    """Take evidence back from a test: it stays on file and counts no longer.

    Raises:
        NotAllowed:    `by` neither keeps the plan nor stands in the action.
                       A contradiction is taken back by whoever filed it.
        NotAllowedNow: it is withdrawn already, or there is no reason.
    """
    plan = workable(link.test.of, by, FILE, FILE_OWN)
    rows = EvidenceLink.objects.select_for_update(of=("self",)).select_related("version")
    row = rows.get(pk=link.pk)
    against = row.direction == Direction.CONTRADICTS
    if against and by.pk not in (row.linked_by_id, row.version.filed_by_id):
        raise NotAllowed(
            "Only whoever filed a contradiction takes it back. File what answers it and ask for "
            "a check. Nothing was changed."
        )
    if row.withdrawn_at is not None or not why.strip():
        raise NotAllowedNow("Say why, for evidence that still counts. Nothing was changed.")
    row.withdrawn_by, row.withdrawn_at, row.withdrawn_why = by, timezone.now(), why.strip()
    row.save(update_fields=["withdrawn_by", "withdrawn_at", "withdrawn_why"])
    note_use(plan)
    record(by=by, verb="withdrew evidence", thing=row, after={"test": row.test_id}, why=why)
    return row


@transaction.atomic
def restrict_evidence(*, upload: Upload, by: User) -> list[Evidence]:
    """Restrict the evidence that rests on a file in which screening suspects a child's details.

    Raises:
        NotAllowed: `by` is neither the screening itself nor may restrict evidence.
    """
    require(by, "plans.restrict", upload.authority)
    if not _are_suspected([upload.file]):
        return []
    holds = Q(versions__upload__file=upload.file_id) | Q(versions__before__file=upload.file_id)
    ids = set(Evidence.objects.filter(holds).values_list("pk", flat=True))
    rows = Evidence.objects.select_for_update(of=("self",)).filter(pk__in=ids)
    changed = list(rows.exclude(marking=Marking.RESTRICTED).order_by("pk"))
    for row in changed:
        before, row.marking = {"marking": row.marking}, Marking.RESTRICTED
        row.save(update_fields=["marking"])
        after = {"marking": row.marking}
        record(by=by, verb="restricted", thing=row, before=before, after=after, why=SUSPECTED)
    return changed


def _test_here(test: Test, of: Action | Item) -> Test:
    """A test of the action or of an item that it serves, locked, which still stands."""
    row = test_of(test)
    own = row.action_id == of.pk if isinstance(of, Action) else row.item_id == of.pk
    if isinstance(of, Action) and row.item_id is not None:
        own = of.served.current().filter(item=row.item_id).exists()
    if not own or row.dropped_in_id is not None:
        raise NotAllowedNow(f"“{row}” is no test of {of}. Nothing was filed.")
    return row


def _of_this(occurrence: DatedOccurrence | None, action: Action | Item) -> None:
    """Stop where an occurrence is of another action, or was called off."""
    if occurrence is None:
        return
    row = DatedOccurrence.objects.select_related("recurrence").get(pk=occurrence.pk)
    if not isinstance(action, Action) or row.recurrence.action_id != action.pk:
        raise NotAllowedNow(f"“{row}” is no occurrence of {action}. Nothing was filed.")
    if row.state == DatedOccurrence.State.CALLED_OFF:
        raise NotAllowedNow(f"“{row}” was called off. Nothing was filed.")


def _evidence(
    plan: Plan,
    kind: str,
    title: str,
    marking: str,
    *,
    outside: bool,
    by: User,
    for_whom: Person | None,
) -> Evidence:
    if not title.strip() or marking not in Marking.values:
        raise NotAllowedNow("Evidence has a title and a marking. Nothing was filed.")
    if for_whom is not None and for_whom.authority != plan.authority:
        raise NotAllowedNow("Nothing crosses between authorities. Nothing was filed.")
    known = evidence_kinds.KINDS.get(kind)
    serials = plan.evidence.values_list("public_id", flat=True)
    last = max((int(one.rpartition("-E")[2]) for one in serials), default=0)
    return Evidence(
        plan=plan,
        public_id=f"{plan.public_id}-E{last + 1}",
        kind=kind,
        title=title.strip(),
        marking=marking,
        outside=outside or (known is not None and known.outside),
        partner=(for_whom.partner if for_whom is not None else None) or partner_of(by, plan),
    )


def _version(
    evidence: Evidence,
    content: Content,
    *,
    by: User,
    for_whom: Person | None,
    quantity: int | None,
) -> EvidenceVersion:
    _stay_within(evidence, content)
    cites = list(content.cites)
    _stop_at_problems(evidence, content, cites, quantity)
    if _is_personal(evidence, content):
        evidence.marking = Marking.RESTRICTED
    evidence.save()
    last = evidence.versions.order_by("number").last()
    version = EvidenceVersion.objects.create(
        evidence=evidence,
        number=last.number + 1 if last is not None else 1,
        upload=content.upload,
        before=content.before,
        url=content.url,
        extract=content.extract,
        about=dict(content.about),
        value=content.value,
        sha256=_hash(content),
        period_from=content.period_from,
        period_to=content.period_to,
        expires_on=content.expires_on,
        filed_by=by,
        filed_for=for_whom,
        filed_at=timezone.now(),
    )
    version.cites.set(cites)
    return version


def _stay_within(evidence: Evidence, content: Content) -> None:
    files = [one for one in (content.upload, content.before) if one is not None]
    theirs = {one.authority for one in files} | {one.authority for one in content.cites}
    if theirs - {evidence.plan.authority}:
        raise NotAllowedNow("Nothing crosses between authorities. Nothing was filed.")


def _stop_at_problems(
    evidence: Evidence, content: Content, cites: list[EvidenceVersion], quantity: int | None
) -> None:
    filing = evidence_kinds.Filing(
        about=content.about,
        today=timezone.localdate(),
        file=content.upload.file.sha256 if content.upload is not None else "",
        file_before=content.before.file.sha256 if content.before is not None else "",
        extract=content.extract,
        url=content.url,
        quantity=quantity,
        outside=evidence.outside,
        measured=content.value is not None,
        cites=tuple(evidence_kinds.Cited(one.evidence.kind, one.evidence.outside) for one in cites),
    )
    found = evidence_kinds.problems(evidence.kind, filing)
    if content.period_from and content.period_to and content.period_to < content.period_from:
        found.append("The period ends before it begins.")
    if found:
        raise NotAllowedNow(" ".join([*found, "Nothing was filed."]))


def _is_personal(evidence: Evidence, content: Content) -> bool:
    """Whether screening suspects a child's details in what was typed or in a file."""
    texts = [evidence.title, content.extract, json.dumps(dict(content.about))]
    files = [one.file for one in (content.upload, content.before) if one is not None]
    return any(screening.screen(text) for text in texts) or _are_suspected(files)


def _are_suspected(files: Iterable[StoredFile]) -> bool:
    rows = Suspicion.objects.filter(upload__file__in=[file.pk for file in files])
    return rows.exclude(decision=Suspicion.Decision.NOT_PERSONAL).exists()


def _hash(content: Content) -> str:
    """Of the file; where there is none, of all that was typed."""
    if content.upload is not None:
        return content.upload.file.sha256
    typed = [content.url, content.extract, json.dumps(dict(content.about), sort_keys=True)]
    return hashlib.sha256("\n".join(typed).encode()).hexdigest()


def _link(
    version: EvidenceVersion,
    test: Test,
    *,
    shows: str,
    quantity: int | None,
    by: User,
    direction: str = Direction.SUPPORTS,
    occurrence: DatedOccurrence | None = None,
) -> EvidenceLink:
    if not shows.strip():
        raise NotAllowedNow("Say what it shows. Nothing was filed.")
    if direction == Direction.SUPPORTS:
        _stop_at_test(version, test, quantity)
    return EvidenceLink.objects.create(
        version=version,
        test=test,
        occurrence=occurrence,
        direction=direction,
        shows=shows.strip(),
        quantity=quantity if direction == Direction.SUPPORTS else None,
        linked_by=by,
        linked_at=timezone.now(),
    )


def _stop_at_test(version: EvidenceVersion, test: Test, quantity: int | None) -> None:
    if test.quantity is not None and not quantity:
        raise NotAllowedNow(
            f"“{test}” wants {test.quantity} {test.unit}: say how many this shows.".replace(
                " :", ":"
            )
        )
    if test.kind == Test.Kind.DIFFERENCE and aims.asks_for_change(test.text) and not test.aim:
        raise NotAllowedNow(
            f"“{test}” asks for a change: say from which figure, in which period and by how "
            "much at least, before evidence is filed."
        )
    same = test.links.newest().filter(version__sha256=version.sha256, direction=Direction.SUPPORTS)
    if same.exclude(version__evidence=version.evidence).exists():
        raise NotAllowedNow(f"The same content is filed against “{test}” already.")


def _told(version: EvidenceVersion, links: Iterable[EvidenceLink]) -> dict[str, Any]:
    return {
        "title": screening.masked(version.evidence.title),
        "version": version.number,
        "sha256": version.sha256,
        "marking": version.evidence.marking,
        "tests": [link.test_id for link in links],
        "for": version.filed_for_id,
    }
