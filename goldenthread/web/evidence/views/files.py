"""Handing out the file of a version to whoever may open it."""

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from goldenthread.basics.errors import NotAllowed
from goldenthread.sources.files import open_file
from goldenthread.sources.models import StoredFile
from goldenthread.web.evidence.views.common import version_of
from goldenthread.web.requests import SignedInRequest
from goldenthread.web.saving import saved


@require_safe
def download(request: SignedInRequest, pk: int, which: str = "upload") -> HttpResponse:
    """The file as it was uploaded, always to be saved and never shown in the browser.

    Whoever sees the evidence may not open what was kept as restricted without being cleared.
    """
    version = version_of(request.user, pk)
    upload = version.before if which == "before" else version.upload
    if upload is None:
        raise Http404
    if not StoredFile.objects.readable_by(request.user).filter(pk=upload.file_id).exists():
        raise NotAllowed(
            f"“{upload.name}” is kept as restricted, so you may not open it. Ask an improvement "
            "officer whether they may show it to you."
        )
    return saved(open_file(upload.file), called=upload.name)
