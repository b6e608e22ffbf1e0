"""Taking in a file that backs something up: stored now, its text screened by the worker."""

from django.db import transaction

from goldenthread.people.jobs import enqueue
from goldenthread.people.models import Authority, PartnerOrganisation, User
from goldenthread.sources.actions import screen_upload, store
from goldenthread.sources.files import Content
from goldenthread.sources.models import Upload

SCREEN = "intake.screen"


@transaction.atomic
def keep_file(
    *,
    authority: Authority,
    name: str,
    data: Content,
    by: User,
    partner: PartnerOrganisation | None = None,
) -> Upload:
    """Store a file, screen its name, and leave the screening of its text to the worker.

    Call it in the transaction that files what it backs up: a refusal leaves no upload behind.

    Args:
        partner: the organisation for which a partner user uploads it.

    Raises:
        NotAllowed: `by` does not upload files in the authority.
        NotStored:  it is empty or too large, or its name cannot be kept.
    """
    upload = store(authority=authority, name=name, data=data, by=by, partner=partner)
    screen_upload(upload=upload, texts=[], by=by)
    enqueue(SCREEN, by=by, authority=authority, upload_id=upload.pk)
    return upload
