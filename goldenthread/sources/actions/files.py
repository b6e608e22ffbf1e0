"""The verbs of the sources room: storing files, noting what screening suspects, deciding it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.people.history import Done, record, record_all
from goldenthread.people.models import Alias, Authority, PartnerOrganisation, Person, User
from goldenthread.people.permissions import may, require
from goldenthread.sources import places
from goldenthread.sources.errors import NotStored
from goldenthread.sources.files import Arrived, Content, arriving, keep
from goldenthread.sources.models import StoredFile, Suspicion, Upload
from goldenthread.sources.screening import HEADINGS, excerpt, masked, screen, without
from goldenthread.sources.texts import Text

LONGEST_NAME = 255


# A plain pair of place and text will do.
Texts = Iterable[Text | tuple[places.Place | Mapping[str, Any], str]]


def store(
    *,
    authority: Authority,
    name: str,
    data: Content,
    by: User,
    note: str = "",
    partner: PartnerOrganisation | None = None,
) -> Upload:
    """Take a file in: its content once for the authority, each upload of it with a line.

    Call it outside a transaction where you can: a large file takes a moment to be written.

    Args:
        name:    the file's name as given; what it is, its own bytes say.
        data:    the content, the path where it lies, or an open file.
        partner: the organisation for which a partner user uploads it.

    Returns:
        The upload. `Upload.objects.already_here(upload)` are earlier ones of this content.

    Raises:
        NotAllowed: `by` does not upload files in the authority.
        NotStored:  it is empty or too large, there is no room, or its name cannot be kept.
    """
    _require(by, "sources.store", authority, partner)
    _fits(authority, partner, name)
    with arriving(authority, name, data) as arrived, transaction.atomic():
        # Alone with this authority's files until the commit: two who bring the same content
        # make one row, and `sweep` takes nothing that is about to have one.
        authority = Authority.objects.select_for_update().get(pk=authority.pk)
        file = _row_of(authority, arrived)
        upload = Upload.objects.create(file=file, name=name, note=note, by=by, partner=partner)
        keep(file, arrived)
        known = {"file": file.pk, "sha256": file.sha256, "size": file.size}
        after = {"name": masked(name), "note": masked(note), **known}
        record(by=by, verb="uploaded", thing=upload, after=after)
    return upload


@transaction.atomic
def screen_upload(*, upload: Upload, texts: Texts, by: User) -> list[Suspicion]:
    """Note what an upload's texts and its name may tell about children; twice is once.

    Args:
        texts: each text with its place. `start` and `end` of a suspicion count in this text.
        by:    who uploaded it, or who decides about other people's uploads.

    Returns:
        The new suspicions, none of which stops anything.
    """
    upload = _locked(upload, by)
    known = names_of(upload.authority)
    already = set(map(_key, upload.suspicions.all()))
    found = [
        suspicion
        for text in [Text({}, upload.name), *texts]
        for suspicion in _suspicions(upload, Text(*text), known)
        if _key(suspicion) not in already
    ]
    unique = list({_key(suspicion): suspicion for suspicion in found}.values())
    made = Suspicion.objects.bulk_create(unique, batch_size=200)
    counts: dict[str, int] = {}
    for suspicion in made:
        counts[suspicion.kind] = counts.get(suspicion.kind, 0) + 1
    record(by=by, verb="screened", thing=upload, after={"suspicions": counts})
    return made


@transaction.atomic
def decide(
    *, suspicions: Sequence[Suspicion], decision: Suspicion.Decision, why: str, by: User
) -> list[Suspicion]:
    """Decide about one suspicion or several of one upload, for the first time or anew.

    Raises:
        NotAllowed:    it is another person's upload, and `by` does not decide about those.
        NotAllowedNow: no reason is given, or there is nothing to decide.
    """
    why = why.strip()
    if not why or decision == Suspicion.Decision.OPEN:
        raise NotAllowedNow("A decision needs a reason. Say why, in a few words without names.")
    chosen = (
        Suspicion.objects.select_for_update(of=("self",))
        .visible_to(by)
        .filter(pk__in=[suspicion.pk for suspicion in suspicions])
    )
    rows = list(chosen.select_related("upload__file__authority").order_by("pk"))
    if not rows or len({row.upload_id for row in rows}) > 1:
        raise NotAllowedNow("Choose suspicions of one file. Nothing was changed.")
    _may_decide(rows[0].upload, by)
    return _decided(rows, decision, why, by)


def _decided(
    rows: list[Suspicion], decision: Suspicion.Decision, why: str, by: User
) -> list[Suspicion]:
    done = []
    for row in rows:
        before = {"decision": row.decision}
        row.decision, row.decided_by, row.decided_at, row.why = decision, by, timezone.now(), why
        done.append(
            Done(
                verb="decided",
                thing=row,
                before=before,
                after={"decision": decision},
                why=masked(why),
            )
        )
    fields = ["decision", "decided_by", "decided_at", "why"]
    Suspicion.objects.bulk_update(rows, fields, batch_size=200)
    record_all(by=by, done=done)
    return rows


def without_removed(*, upload: Upload, texts: Texts) -> list[str]:
    """The texts of an upload with what was decided to be removed cut out of each.

    A text that was edited since it was screened loses everything of the removed kinds that
    stands in it now, because its positions no longer tell which of them was meant.
    """
    removed: dict[str, list[Suspicion]] = {}
    for suspicion in upload.suspicions.filter(decision=Suspicion.Decision.REMOVED):
        removed.setdefault(places.words(suspicion.place), []).append(suspicion)
    given = [Text(*text) for text in texts]
    return [_cut(text, removed.get(places.words(text.place), [])) for text in given]


def _cut(given: Text, removed: list[Suspicion]) -> str:
    if not removed:
        return given.text
    kinds = {row.kind for row in removed}
    # A caller who copies a cell may no longer know the heading that gave its value away.
    headings = ["", given.heading, *[HEADINGS[kind] for kind in sorted(kinds)]]
    found = {
        (suspect.kind, suspect.start, suspect.end): suspect
        for heading in headings
        for suspect in screen(given.text, heading=heading)
    }
    spots = {(row.kind, row.start, row.end) for row in removed}
    if spots <= found.keys():
        return without(given.text, [found[spot] for spot in spots])
    plain = screen(given.text, heading=given.heading)
    return without(given.text, [suspect for suspect in plain if suspect.kind in kinds])


def _fits(authority: Authority, partner: PartnerOrganisation | None, name: str) -> None:
    if partner is not None and partner.authority != authority:
        raise NotAllowedNow(f"Choose an organisation of {authority}. Nothing was changed.")
    if not name.strip() or "\x00" in name or len(name) > LONGEST_NAME:
        raise NotStored(
            f"The file's name is empty or longer than {LONGEST_NAME} characters. Nothing was "
            "stored. Rename the file, then upload it again."
        )


def _row_of(authority: Authority, arrived: Arrived) -> StoredFile:
    details = {"size": arrived.size, "form": arrived.form, "nature": arrived.nature}
    file, _ = StoredFile.objects.get_or_create(
        authority=authority, sha256=arrived.sha256, defaults=details
    )
    return file


def _locked(upload: Upload, by: User) -> Upload:
    """The upload, for the one who may decide about it."""
    uploads = Upload.objects.select_for_update(of=("self",)).visible_to(by)
    upload = uploads.select_related("file__authority").get(pk=upload.pk)
    _may_decide(upload, by)
    return upload


def _may_decide(upload: Upload, by: User) -> None:
    verb = "sources.decide_own" if upload.by_id == by.pk else "sources.decide"
    _require(by, verb, upload.authority, upload.partner)


def _require(
    by: User, verb: str, authority: Authority, partner: PartnerOrganisation | None
) -> None:
    """Ask for the verb in any part of the authority: a file belongs to no one team or service."""
    held = by.role_holdings.current().filter(authority=authority, partner=partner)
    for part in held.select_related("team", "service"):
        if may(by, verb, authority, team=part.team, service=part.service, partner=partner):
            return
    require(by, verb, authority, partner=partner)


def names_of(authority: Authority) -> frozenset[str]:
    """The names of the authority's officers and partners, who are no children."""
    names = Person.objects.filter(authority=authority).values_list("name", flat=True)
    aliases = Alias.objects.filter(person__authority=authority).values_list("text", flat=True)
    return frozenset(names) | frozenset(aliases)


def _suspicions(upload: Upload, given: Text, known: frozenset[str]) -> Iterable[Suspicion]:
    suspects = screen(given.text, heading=given.heading, known=known)
    for suspect in suspects:
        yield Suspicion(
            upload=upload,
            place=places.as_json(given.place),
            kind=suspect.kind,
            start=suspect.start,
            end=suspect.end,
            reason=suspect.reason,
            excerpt=excerpt(given.text, suspect, suspects),
        )


def _key(suspicion: Suspicion) -> tuple[str, str, int, int]:
    return places.words(suspicion.place), suspicion.kind, suspicion.start, suspicion.end
