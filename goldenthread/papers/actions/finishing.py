"""A signed paper that somebody finished by hand: brought in, compared, taken as the signed one."""

from django.db import transaction
from django.utils import timezone

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.intake.actions import keep_file
from goldenthread.papers.models import Compared, FinishedVersion, SignedPaper, Taken
from goldenthread.papers.signers import post_in_words
from goldenthread.papers.verbs import SIGN_OFF, SIGNERS
from goldenthread.people.history import record
from goldenthread.people.jobs import enqueue
from goldenthread.people.models import Authority, Job, User
from goldenthread.people.permissions import require
from goldenthread.sources.files import Content
from goldenthread.sources.screening import masked

WORK = "papers.compare"
FORMS = {"docx": "Word", "pdf": "PDF"}


@transaction.atomic
def upload_signed(*, paper: SignedPaper, name: str, data: Content, by: User) -> FinishedVersion:
    """Bring in a signed paper as somebody finished it; its figures are compared in the background.

    Raises:
        NotAllowed:    `by` may not sign papers off.
        NotAllowedNow: it is neither a Word file nor a PDF.
        NotStored:     it is empty or too large, or its name cannot be kept.
        SignedPaper.DoesNotExist: `by` does not see it.
    """
    row = _seen(paper, by)
    upload = keep_file(authority=row.authority, name=name, data=data, by=by)
    if upload.file.form not in FORMS:
        raise NotAllowedNow(
            f"{masked(name)}: This is neither a Word file (.docx) nor a PDF. Save the finished "
            "paper as one of these, then upload that. Nothing was saved."
        )
    made = FinishedVersion.objects.create(
        paper=row, upload=upload, by=by, post=_post(by, row.authority), at=timezone.now()
    )
    _leave(made, by)
    after = {"paper": row.public_id, "name": masked(name), "SHA-256": upload.file.sha256}
    record(by=by, verb="brought in as finished", thing=made, after=after)
    return made


@transaction.atomic
def compare_again(*, finished: FinishedVersion, by: User) -> Job:
    """Have a finished version compared once more whose comparison failed or was called off.

    Raises:
        NotAllowed:    `by` may not sign papers off.
        NotAllowedNow: it was compared, or is being compared.
    """
    row = _locked(finished, by)
    latest = job_of(row)
    if Compared.objects.filter(finished=row).exists() or (latest and not latest.is_over):
        raise NotAllowedNow(f"{row} is compared, or about to be. Nothing was changed.")
    made = _leave(row, by)
    record(by=by, verb="asked to be compared again", thing=row, after={"job": made.pk})
    return made


@transaction.atomic
def take_as_signed(*, finished: FinishedVersion, why: str, by: User) -> Taken:
    """Let a finished version count as the signed one; the frozen paper stays beside it.

    Args:
        why: needed where figures differ or could not be compared.

    Raises:
        NotAllowed:    `by` may not sign papers off.
        NotAllowedNow: it is not compared yet, was taken already, or a reason is missing.
    """
    row = _locked(finished, by)
    compared = Compared.objects.filter(finished=row).first()
    if compared is None:
        raise NotAllowedNow(f"{row} is not compared yet. Wait for it, or have it compared again.")
    if Taken.objects.filter(finished=row).exists():
        raise NotAllowedNow(f"{row} counts as the signed one already. Nothing was changed.")
    said = why.strip()
    if compared.state != Compared.State.SAME and not said:
        raise NotAllowedNow(
            f"{row}: {compared.get_state_display()}. Say why it counts as the signed one all the "
            "same. Nothing was changed."
        )
    made = Taken.objects.create(
        finished=row, why=said, by=by, post=_post(by, row.authority), at=timezone.now()
    )
    after = {"paper": row.paper.public_id, "state": compared.state, "file": row.upload.file.sha256}
    record(by=by, verb="taken as the signed one", thing=made, after=after, why=masked(said))
    return made


def job_of(finished: FinishedVersion) -> Job | None:
    """The latest work of comparing a finished version."""
    jobs = Job.objects.filter(kind=WORK, arguments__finished_id=finished.pk)
    return jobs.order_by("-pk").first()


def _leave(row: FinishedVersion, by: User) -> Job:
    return enqueue(WORK, by=by, authority=row.authority, finished_id=row.pk)


def _seen(paper: SignedPaper, by: User) -> SignedPaper:
    require(by, SIGN_OFF, paper.authority)
    rows = SignedPaper.objects.visible_to(by).select_related("plan__authority")
    return rows.get(pk=paper.pk)


def _locked(finished: FinishedVersion, by: User) -> FinishedVersion:
    require(by, SIGN_OFF, finished.authority)
    rows = FinishedVersion.objects.select_for_update(of=("self",)).visible_to(by)
    return rows.select_related("paper__plan__authority", "upload__file").get(pk=finished.pk)


def _post(by: User, authority: Authority) -> str:
    return post_in_words(by, authority, roles=SIGNERS, day=timezone.localdate())
