"""A password that somebody else made lets its owner in only to choose another."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django_htmx.http import HttpResponseClientRedirect

CHOOSE = "account_change_password"
# One may also leave, and be told that the account is closed.
OPEN = (CHOOSE, "account_logout", "account_inactive")
WORDS = "Choose a password of your own first: somebody else knows the one you were given."


class ChoosePasswordFirst:
    """Leads whoever signed in with a password for once to the page that changes it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not getattr(request.user, "must_choose_password", False):
            return self.get_response(request)
        if request.path in map(resolve_url, OPEN):
            return self.get_response(request)
        messages.info(request, WORDS)
        if getattr(request, "htmx", None):
            return HttpResponseClientRedirect(resolve_url(CHOOSE))
        return redirect(CHOOSE)
