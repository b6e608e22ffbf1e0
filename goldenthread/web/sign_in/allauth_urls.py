"""The addresses of django-allauth that this house uses, under the names it asks for.

Registering, changing an email address and signing in without a password have none.
"""

from collections.abc import Callable
from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as second_factor
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from django.http import HttpResponseBase
from django.urls import path, re_path
from django.urls.resolvers import URLPattern
from django.views.generic import RedirectView

from goldenthread.web.pages import Crumb, Page
from goldenthread.web.sign_in import views

OWN = (Crumb("Your account", "/account/"),)


def page(address: str, view: Any, name: str, heading: str, *crumbs: Crumb) -> URLPattern:
    """One address whose page has `heading`."""
    frame = Page(heading=heading, crumbs=crumbs)
    answer: Callable[..., HttpResponseBase] = view.as_view(extra_context={"page": frame})
    return path(address, answer, name=name)


urlpatterns = [
    page("sign-in/", account.LoginView, "account_login", "Sign in"),
    page("sign-out/", account.LogoutView, "account_logout", "Sign out", *OWN),
    page("inactive/", account.AccountInactiveView, "account_inactive", "This account is closed"),
    page(
        "confirm/", account.ReauthenticateView, "account_reauthenticate", "Confirm it is you", *OWN
    ),
    page(
        "password/",
        account.PasswordChangeView,
        "account_change_password",
        "Change your password",
        *OWN,
    ),
    page(
        "password/first/",
        account.PasswordSetView,
        "account_set_password",
        "Choose a password",
        *OWN,
    ),
    page(
        "password/reset/",
        account.PasswordResetView,
        "account_reset_password",
        "Choose a new password",
    ),
    page(
        "password/reset/sent/",
        account.PasswordResetDoneView,
        "account_reset_password_done",
        "Look in your email",
    ),
    re_path(
        r"^password/reset/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        views.NewPasswordView.as_view(),
        name="account_reset_password_from_key",
    ),
    page(
        "password/reset/done/",
        account.PasswordResetFromKeyDoneView,
        "account_reset_password_from_key_done",
        "Your password is changed",
    ),
    path("second-factor/", RedirectView.as_view(pattern_name="sign_in:index"), name="mfa_index"),
    page("sign-in/code/", second_factor.AuthenticateView, "mfa_authenticate", "Enter your code"),
    page(
        "confirm/code/",
        second_factor.ReauthenticateView,
        "mfa_reauthenticate",
        "Confirm it is you",
        *OWN,
    ),
    page(
        "second-factor/start/",
        totp.ActivateTOTPView,
        "mfa_activate_totp",
        "Sign in with an app as well",
        *OWN,
    ),
    page(
        "second-factor/stop/",
        totp.DeactivateTOTPView,
        "mfa_deactivate_totp",
        "Stop signing in with an app",
        *OWN,
    ),
    page(
        "recovery-codes/",
        recovery_codes.ViewRecoveryCodesView,
        "mfa_view_recovery_codes",
        "Your recovery codes",
        *OWN,
    ),
    page(
        "recovery-codes/new/",
        recovery_codes.GenerateRecoveryCodesView,
        "mfa_generate_recovery_codes",
        "Make new recovery codes",
        *OWN,
    ),
    path(
        "recovery-codes/download/",
        recovery_codes.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
]
