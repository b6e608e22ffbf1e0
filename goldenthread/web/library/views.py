"""The library: leads to inspections, evidence, people, import and administration."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from goldenthread.web.catalogue import shelves
from goldenthread.web.pages import Page
from goldenthread.web.requests import SignedInRequest


@require_safe
def index(request: SignedInRequest) -> HttpResponse:
    """Each part of the library that is there, by name, with a sentence on what it holds."""
    listed = [(area, reverse(f"{area.name}:{area.start}")) for area in shelves()]
    return render(
        request, "library/index.html", {"page": Page(heading="Library"), "shelves": listed}
    )
