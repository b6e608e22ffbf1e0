"""The source of an import, beside the reading or on a page of its own."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from goldenthread.intake.beside import showing
from goldenthread.intake.models import Import, Question
from goldenthread.web.imports.look import Look
from goldenthread.web.imports.presenters import rows
from goldenthread.web.imports.presenters.source import source_of
from goldenthread.web.imports.views.common import crumbs, import_of, varies, wants_fragment
from goldenthread.web.pages import Page
from goldenthread.web.requests import SignedInRequest

# Sharp at the size at which a broad page is shown beside the rows.
PIXELS = 1500


@require_safe
def beside(request: SignedInRequest, pk: int) -> HttpResponse:
    """A part of the source (`part`), or the one with a `row` or a `question` marked in it."""
    import_ = import_of(request, pk)
    part = request.GET.get("part", "")
    place, about, back_href = _asked_for(request, import_)
    source = source_of(
        import_,
        request.user,
        place=place,
        part=int(part) if part.isdecimal() else None,
        about=about,
        back_href=back_href,
    )
    page = Page(heading=f"Source: {import_.name}", crumbs=crumbs(import_))
    template = "imports/_source.html" if wants_fragment(request) else "imports/source.html"
    return varies(render(request, template, {"page": page, "source": source}))


@require_safe
@cache_control(private=True, max_age=3600)
def picture(request: SignedInRequest, pk: int, page: int) -> HttpResponse:
    """A page of a PDF as a picture; 404 for an import that has no file."""
    import_ = import_of(request, pk)
    if import_.upload is None:
        return HttpResponse(status=404)
    data = showing.picture(upload=import_.upload, by=request.user, page=page, width=PIXELS)
    return HttpResponse(data, content_type="image/png")


def _asked_for(request: SignedInRequest, import_: Import) -> tuple[dict[str, Any], str, str]:
    """The place to mark, what it is of, and the way back to that."""
    look = Look(import_.pk)
    number = request.GET.get("question", "")
    if number.isdecimal():
        question = get_object_or_404(Question, import_of=import_, number=int(number))
        about = f"Question {number}"
        return question.place, about, f"{look.address(question=number)}#question"
    found = rows.kind_of(import_.draft, request.GET.get("row", ""))
    if found is None:
        return {}, "", ""
    kind, row = found
    return rows.place_of(row), rows.title(kind, row), look.address(at=row["id"], show=kind.name)
