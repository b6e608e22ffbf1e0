"""The source of an import, beside the reading or on a page of its own."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from goldenthread.intake.beside import showing
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
    """A part of the source (`part`), or the one with a row (`row`, `field`) marked in it."""
    import_ = import_of(request, pk)
    part, row = request.GET.get("part", ""), request.GET.get("row", "")
    found = rows.kind_of(import_.draft, row)
    source = source_of(
        import_,
        request.user,
        place=rows.place_of(found[1], request.GET.get("field", "")) if found else None,
        part=int(part) if part.isdecimal() else None,
        about=rows.title(*found) if found else "",
        back_href=Look(pk).address(at=row, show=found[0].name) if found else "",
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
