"""The council's own logo, a file that its technician names in the settings."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET

FIRST_BYTES = {b"\x89PNG\r\n": "image/png", b"<svg": "image/svg+xml", b"<?xml": "image/svg+xml"}


@require_GET
@login_not_required
@cache_control(max_age=3600, public=True)
def logo(request: HttpRequest) -> FileResponse:
    """The picture, its type told by its own first bytes; 404 when there is none."""
    if settings.COUNCIL_LOGO is None or not settings.COUNCIL_LOGO.is_file():
        raise Http404
    file = settings.COUNCIL_LOGO.open("rb")
    start = file.read(6)
    file.seek(0)
    kind = next((kind for first, kind in FIRST_BYTES.items() if start.startswith(first)), None)
    if kind is None:
        file.close()
        raise Http404
    return FileResponse(file, content_type=kind)
