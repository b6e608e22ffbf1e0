"""The request that a view of a signed-in person receives."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from goldenthread.people.models import User


class SignedInRequest(HttpRequest):
    """A request whose sender has signed in: all others were sent to the sign-in page."""

    user: User
    htmx: HtmxDetails
    request_id: str
