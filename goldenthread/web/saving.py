"""Files that a page hands out: always to be saved, never shown in the browser."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

ANY = "application/octet-stream"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def saved(data: bytes, *, called: str, media_type: str = ANY) -> HttpResponse:
    """The answer that has the browser save a file under its name, and keep no copy of its own."""
    answer = HttpResponse(data, content_type=media_type)
    answer.headers["Content-Disposition"] = (
        content_disposition_header(as_attachment=True, filename=called) or "attachment"
    )
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
