"""What happens around every request: its number, its line in the log, its errors in words."""

import time
import uuid
from collections.abc import Callable
from urllib.parse import urlencode

import structlog
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url
from django_htmx.http import HttpResponseClientRedirect

from goldenthread.basics.errors import UserFacingError
from goldenthread.people.remembering import roles_remembered
from goldenthread.web.errors import explained

READING = frozenset({"GET", "HEAD", "OPTIONS"})
Answer = Callable[[HttpRequest], HttpResponse]
log = structlog.get_logger("goldenthread.web")


class Numbered:
    """Gives each request a number, which its log lines, its answer and its 500 page carry."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        number = uuid.uuid4().hex[:12]
        request.request_id = number  # type: ignore[attr-defined]
        began = time.monotonic()
        with structlog.contextvars.bound_contextvars(request_id=number):
            response = self.get_response(request)
            log.info(
                "request",
                method=request.method,
                route=_route(request),
                status=response.status_code,
                milliseconds=round(1000 * (time.monotonic() - began)),
            )
        response["X-Request-ID"] = number
        return response


class RolesRemembered:
    """Lets each request ask once which roles somebody holds."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with roles_remembered(only_reads=request.method in READING):
            return self.get_response(request)


class ErrorsInWords:
    """Turns an error that a person can do something about into a page or a banner."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The answer to a UserFacingError; None leaves any other to Django."""
        return explained(request, error) if isinstance(error, UserFacingError) else None


class SignInForFragments:
    """Sends the whole window to the sign-in page when a fragment was asked for too late."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        sign_in = resolve_url(settings.LOGIN_URL)
        if not response.get("Location", "").startswith(sign_in):
            return response
        if not (htmx := getattr(request, "htmx", None)):
            return response
        back = urlencode({"next": htmx.current_url_abs_path or "/"})
        return HttpResponseClientRedirect(f"{sign_in}?{back}")


def _route(request: HttpRequest) -> str:
    """The pattern of the address, never the address: one may hold the key of a password reset."""
    return request.resolver_match.route if request.resolver_match else "(no such page)"
