"""Pages for what went wrong: each says what to do next."""

from collections.abc import Sequence
from http import HTTPStatus

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template
from django.utils.log import log_response

from goldenthread.basics.errors import NotAllowed, NotAllowedNow, UserFacingError
from goldenthread.web.pages import Page


def status_of(error: UserFacingError) -> HTTPStatus:
    """The status of the answer that tells of an error."""
    if isinstance(error, NotAllowed):
        return HTTPStatus.FORBIDDEN
    if isinstance(error, NotAllowedNow):
        return HTTPStatus.CONFLICT
    return HTTPStatus.BAD_REQUEST


def explained(request: HttpRequest, error: UserFacingError) -> HttpResponse:
    """A page for an error that a person can do something about; a banner for HTMX."""
    status = status_of(error)
    if getattr(request, "htmx", False):
        return _banner(request, str(error), status)
    heading = "You cannot do that" if status == HTTPStatus.FORBIDDEN else "That was not done"
    return _page(request, status, heading, [str(error)])


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    says = ["What your browser sent could not be read.", "Go back, reload the page and try again."]
    return _page(request, HTTPStatus.BAD_REQUEST, "That could not be read", says)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    says = [
        "Your roles do not include this page.",
        "Ask an administrator of your council for the role that you need.",
    ]
    return _page(request, HTTPStatus.FORBIDDEN, "You cannot see this page", says)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    says = [
        "If you typed the address, check that it is right; if you pasted it, that it is whole.",
        "The page may have been removed, or may belong to a plan that is not shared with you.",
    ]
    return _page(request, HTTPStatus.NOT_FOUND, "Page not found", says)


def too_many(request: HttpRequest) -> HttpResponse:
    says = [
        "Too many tries came from your network in a short time.",
        "Wait 15 minutes, then try again.",
    ]
    return _page(request, HTTPStatus.TOO_MANY_REQUESTS, "Too many tries", says)


@login_not_required
def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """What the protection against forged requests answers; nearly always an old page."""
    says = [
        "This page was open for too long, or cookies are turned off in your browser. Nothing was saved.",
        "Go back, reload the page and send it again. What you typed may still be there to copy.",
    ]
    response = _page(request, HTTPStatus.FORBIDDEN, "Send it again", says)
    log_response("Forgery check refused: %s", reason, response=response, request=request)
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    """The page for a fault of ours. Uses neither database, session nor person."""
    number = getattr(request, "request_id", "")
    says = [
        "Something went wrong on our side. Nothing you did is lost unless this page says so.",
        "Try again in a few minutes. If it happens again, tell your administrator the number below.",
    ]
    page = Page(heading="Sorry, there is a problem")
    words = get_template("errors/error.html").render({"page": page, "says": says, "number": number})
    return HttpResponse(words, status=HTTPStatus.INTERNAL_SERVER_ERROR)


def _page(
    request: HttpRequest, status: HTTPStatus, heading: str, says: Sequence[str]
) -> HttpResponse:
    context = {"page": Page(heading=heading), "says": says}
    return HttpResponse(get_template("errors/error.html").render(context, request), status=status)


def _banner(request: HttpRequest, text: str, status: HTTPStatus) -> HttpResponse:
    """A fragment that HTMX puts where messages stand, whatever it had asked for."""
    words = get_template("components/_problem.html").render({"text": text}, request)
    headers = {"HX-Retarget": "#messages", "HX-Reswap": "innerHTML show:window:top"}
    return HttpResponse(words, status=status, headers=headers)
