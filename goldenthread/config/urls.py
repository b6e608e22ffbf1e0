"""Root addresses, and the pages for what went wrong."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [path("", include("goldenthread.web.urls"))]

handler400 = "goldenthread.web.errors.bad_request"
handler403 = "goldenthread.web.errors.forbidden"
handler404 = "goldenthread.web.errors.not_found"
handler429 = "goldenthread.web.errors.too_many"
handler500 = "goldenthread.web.errors.server_error"
