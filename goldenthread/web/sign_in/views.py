"""One's own account, and the page that the link in a mail leads to."""

from typing import Any

from allauth.account.views import PasswordResetFromKeyView
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goldenthread.web.pages import Page
from goldenthread.web.requests import SignedInRequest
from goldenthread.web.sign_in.asking import settings_of
from goldenthread.web.sign_in.away import absences_of


@require_safe
def index(request: SignedInRequest) -> HttpResponse:
    context = {
        "page": Page(heading="Your account"),
        "name": request.user.name,
        "email": request.user.email,
        "has_app": is_mfa_enabled(request.user, [Authenticator.Type.TOTP]),
        **settings_of(request.user),
        "away": absences_of(request.user),
    }
    return render(request, "sign_in/index.html", context)


class NewPasswordView(PasswordResetFromKeyView):  # type: ignore[misc]
    """The form for a new password, or why the link in the mail no longer leads to it."""

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        context = super().get_context_data(**context)
        failed = context.get("token_fail")
        heading = "This link does not work any more" if failed else "Choose a new password"
        return context | {"page": Page(heading=heading)}
