"""Signing a paper off: put together on a held history, rendered, and frozen in all its forms."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from goldenthread.basics.days import without_weekday
from goldenthread.basics.errors import NotAllowedNow
from goldenthread.papers import sign_off as section
from goldenthread.papers.actions.rows import printable
from goldenthread.papers.catalogue import PAPERS, Paper
from goldenthread.papers.document import Document
from goldenthread.papers.models import FrozenFile, OverallView, SignedPaper
from goldenthread.papers.renderers import FORMS
from goldenthread.papers.signers import post_in_words
from goldenthread.papers.verbs import SIGN_OFF, SIGNERS
from goldenthread.people.history import held_head, record
from goldenthread.people.models import User
from goldenthread.plans.actions.rows import note_use
from goldenthread.plans.models import Plan
from goldenthread.sources.actions import store


@dataclass(frozen=True, kw_only=True)
class _Ready:
    """A paper put together for signing, not written yet; `row` is its record to be."""

    row: SignedPaper
    document: Document
    before: int


def sign_off(*, plan: Plan, name: str, as_at: date, by: User) -> SignedPaper:
    """Freeze a paper of the catalogue as it stands now: all its forms, or nothing.

    Call it outside a transaction: the paper is put together while the history is held, its
    forms are rendered with nothing held, and then all is written at once.

    Raises:
        NotAllowed:    `by` may not sign papers off, or does not see the whole plan.
        NotAllowedNow: no paper of that day can be printed; the paper needs the director's
                       overall view of that day, and none is signed; or somebody signed
                       meanwhile, who is named by post.
        KeyError:      the catalogue has no such paper.
    """
    ready = _put_together(plan, PAPERS[name], as_at, by)
    files = {form: kind.render(ready.document) for form, kind in FORMS.items()}
    return _freeze(ready, files)


@transaction.atomic
def _put_together(plan: Plan, paper: Paper, as_at: date, by: User) -> _Ready:
    row = printable(plan, by=by, verb=SIGN_OFF, as_at=as_at, lock=False)
    # Nobody adds a line until this is read: the paper tells of exactly this history.
    head = held_head()
    view = view_for(row, paper, as_at, by)
    earlier = SignedPaper.objects.filter(plan=row)
    before = earlier.count()
    replaces = earlier.filter(name=paper.name, as_at=as_at).order_by("-pk").first()
    document = paper.build(plan=row, by=by, as_at=as_at)
    made = SignedPaper(
        plan=row,
        public_id=f"{row.public_id}-S{before + 1}",
        name=paper.name,
        as_at=as_at,
        title=f"{document.title}: {paper.words}",
        by=by,
        post=post_in_words(by, row.authority, roles=SIGNERS, day=timezone.localdate()),
        signed_at=timezone.now(),
        history_count=head[0],
        history_hash=head[1],
        overall_view=view,
        missing=list(document.missing),
        replaces=replaces,
    )
    return _Ready(row=made, document=section.signed(document, _said(made)), before=before)


def view_for(plan: Plan, paper: Paper, as_at: date, by: User) -> OverallView | None:
    """The signed overall view that a paper needs; None where it needs none.

    Raises:
        NotAllowedNow: none is signed for that day.
    """
    if not paper.needs_view:
        return None
    view = OverallView.objects.visible_to(by).of_day(plan, as_at).signed().first()
    if view is None:
        raise NotAllowedNow(
            f"{paper.words}, {without_weekday(as_at)}: The director's overall view of this day is "
            f"not signed. A director of {plan.authority} types it on the page of the paper; an "
            "improvement officer may draft it. Nothing was signed."
        )
    return view


def _said(row: SignedPaper) -> section.SignOff:
    return section.SignOff(
        public_id=row.public_id,
        post=row.post,
        at=row.signed_at,
        head=(row.history_count, row.history_hash),
        replaces=row.replaces.public_id if row.replaces is not None else "",
    )


@transaction.atomic
def _freeze(ready: _Ready, files: dict[str, bytes]) -> SignedPaper:
    row, by = ready.row, ready.row.by
    row.plan = printable(row.plan, by=by, verb=SIGN_OFF, as_at=row.as_at)
    _nothing_signed_meanwhile(ready)
    row.save()
    kept = {form: _frozen(row, form, data) for form, data in files.items()}
    note_use(row.plan)
    after = {
        "paper": row.name,
        "as at": row.as_at,
        "post": row.post,
        "history": f"{row.history_count} {row.history_hash}",
        "replaces": row.replaces.public_id if row.replaces is not None else "",
        "missing": len(row.missing),
        **{f"SHA-256 of {form}": file.sha256 for form, file in kept.items()},
    }
    record(by=by, verb="signed off", thing=row, after=after)
    return row


def _nothing_signed_meanwhile(ready: _Ready) -> None:
    """Stop where somebody signed a paper or an overall view while this one was rendered."""
    row = ready.row
    papers = SignedPaper.objects.filter(plan=row.plan).order_by("-pk")
    if papers.count() != ready.before:
        latest = papers[0]
        raise NotAllowedNow(
            f"{latest}, {PAPERS[latest.name].words}, was signed off meanwhile: {latest.post}, "
            f"{_moment(latest.signed_at)}. Look at it, then sign again if that is still needed. "
            "Nothing was signed."
        )
    views = OverallView.objects.of_day(row.plan, row.as_at).signed()
    if row.overall_view is not None and views[0] != row.overall_view:
        raise NotAllowedNow(
            f"{PAPERS[row.name].words}: The director signed another overall view meanwhile. Look "
            "at the paper again, then sign it. Nothing was signed."
        )


def _frozen(row: SignedPaper, form: str, data: bytes) -> FrozenFile:
    day = row.as_at.isoformat()
    name = f"{row.public_id}-{slugify(PAPERS[row.name].words)}-{day}{FORMS[form].extension}"
    note = f"Signed paper {row.public_id}"
    upload = store(authority=row.authority, name=name, data=data, by=row.by, note=note)
    return FrozenFile.objects.create(paper=row, form=form, upload=upload, sha256=upload.file.sha256)


def _moment(at: datetime) -> str:
    local = timezone.localtime(at)
    return f"{without_weekday(local.date())} at {local:%H:%M}"
