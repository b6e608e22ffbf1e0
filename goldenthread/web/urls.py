"""The addresses of all areas, read from the catalogue, of signing in, and of the council's logo."""

from django.urls import URLPattern, URLResolver, include, path

from goldenthread.web import council
from goldenthread.web.catalogue import AREAS

urlpatterns: list[URLPattern | URLResolver] = [
    path("council-logo", council.logo, name="council-logo"),
    path("account/", include("goldenthread.web.sign_in.allauth_urls")),
    *(path(area.path, include(f"goldenthread.web.{area.name}.urls")) for area in AREAS),
]
