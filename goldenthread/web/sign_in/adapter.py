"""How django-allauth behaves in this house: nobody registers, secrets are stored enciphered."""

import base64
import hashlib
from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet
from django.conf import settings
from django.http import HttpRequest

from goldenthread.people import actions
from goldenthread.people.models import User


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are made by an administrator; messages say what to do."""

    error_messages: ClassVar[dict[str, Any]] = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": "The email address or the password is not right. Try again, or "
        "choose a new password with “Forgotten your password?”.",
        "too_many_login_attempts": "There were too many wrong tries for this email address. Wait "
        "15 minutes, or choose a new password with “Forgotten your password?”.",
        "enter_current_password": "Your present password is not right. Type it again.",
        "incorrect_password": "That is not your password. Type it again.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def set_password(self, user: User, password: str) -> None:
        """Change one's own password, or set a new one by the link in a mail."""
        actions.set_password(user=user, password=password, by=user)
        # The session is told by the password of this very object.
        user.refresh_from_db()


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Keeps the secret of an authenticator app enciphered, with a key outside the database."""

    error_messages: ClassVar[dict[str, Any]] = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "That code is not right. Type the six digits that the app shows now, or "
        "one of your recovery codes.",
    }

    def encrypt(self, text: str) -> str:
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The secret.

        Raises:
            cryptography.fernet.InvalidToken: it was enciphered with another key.
        """
        return _cipher().decrypt(encrypted_text.encode()).decode()


def _cipher() -> Fernet:
    digest = hashlib.sha256(settings.SECOND_FACTOR_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(digest))
