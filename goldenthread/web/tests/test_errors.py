"""What went wrong is said in words, with the status that fits."""

import logging

import pytest
import structlog
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpResponse
from django.test import Client
from django.urls import include, path

from goldenthread.basics.errors import NotAllowed, NotAllowedNow, UserFacingError
from goldenthread.web.tests.html import CheckedClient

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]

RAISED = {
    "user": UserFacingError("Row 3: this is not a date. Enter a date like 31/03/2025."),
    "not-allowed": NotAllowed("You can look at plans, but not sign them off."),
    "not-now": NotAllowedNow("P1-A12 is already done. Nothing was changed."),
    "forbidden": PermissionDenied(),
    "suspicious": SuspiciousOperation("shown to nobody"),
    "fault": RuntimeError("a secret of ours"),
}


def fails(request, what):
    raise RAISED[what]


urlpatterns = [path("fails/<str:what>/", fails), path("", include("goldenthread.web.urls"))]
handler400 = "goldenthread.web.errors.bad_request"
handler403 = "goldenthread.web.errors.forbidden"
handler404 = "goldenthread.web.errors.not_found"
handler500 = "goldenthread.web.errors.server_error"


@pytest.mark.parametrize(
    ("what", "status", "heading"),
    [
        ("user", 400, "That was not done"),
        ("not-allowed", 403, "You cannot do that"),
        ("not-now", 409, "That was not done"),
    ],
)
def test_an_error_in_words_becomes_a_page_with_its_words(page_client, what, status, heading):
    answer = page_client.get(f"/fails/{what}/")
    assert answer.status_code == status
    assert heading in answer.text
    assert str(RAISED[what]) in answer.text


def test_the_same_for_a_fragment_is_a_banner_where_messages_stand(page_client):
    answer = page_client.get("/fails/not-now/", headers={"HX-Request": "true"})
    assert answer.status_code == 409
    assert answer.headers["HX-Retarget"] == "#messages"
    assert "<html" not in answer.text
    assert "already done" in answer.text


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/fails/suspicious/", 400, "reload the page and try again"),
        ("/fails/forbidden/", 403, "Ask an administrator of your council"),
        ("/not/there/", 404, "If you typed the address"),
    ],
)
def test_a_page_for_an_error_says_what_to_do(page_client, address, status, said):
    answer = page_client.get(address)
    assert answer.status_code == status
    assert said in answer.text
    assert "shown to nobody" not in answer.text


def test_a_page_that_is_not_there_is_one_for_strangers_too(visitor):
    assert visitor.get("/not/there/").status_code == 404


def test_a_fault_of_ours_shows_its_number_and_nothing_else(officer):
    client = CheckedClient(raise_request_exception=False)
    client.force_login(officer)
    answer = client.get("/fails/fault/")
    assert answer.status_code == 500
    assert answer.headers["X-Request-ID"] in answer.text
    assert "a secret of ours" not in answer.text


def test_the_number_stands_in_every_line_of_the_log(officer, caplog):
    client = Client(raise_request_exception=False)
    client.force_login(officer)
    with caplog.at_level(logging.INFO), structlog.testing.capture_logs() as lines:
        answer = client.get("/fails/fault/")
    assert [record.name for record in caplog.records if record.exc_info] == ["django.request"]
    assert [line["status"] for line in lines if line["event"] == "request"] == [500]
    assert len(answer.headers["X-Request-ID"]) == 12


def test_the_log_names_the_pattern_of_an_address_never_the_address(officer):
    with structlog.testing.capture_logs() as lines:
        Client().get("/account/password/reset/1-a-secret-key/")
    assert "a-secret-key" not in str(lines)


def test_an_old_form_is_explained(officer):
    client = CheckedClient(enforce_csrf_checks=True)
    client.force_login(officer)
    answer = client.post("/account/sign-out/")
    assert answer.status_code == 403
    assert "Nothing was saved" in answer.text


def test_a_fragment_that_is_asked_for_too_late_leads_to_the_sign_in_page(visitor):
    headers = {"HX-Request": "true", "HX-Current-URL": "http://testserver/library/"}
    answer = visitor.get("/library/", headers=headers)
    assert answer.headers["HX-Redirect"] == "/account/sign-in/?next=%2Flibrary%2F"


def test_a_fragment_elsewhere_is_left_alone(page_client):
    answer = page_client.get("/", headers={"HX-Request": "true"})
    assert isinstance(answer, HttpResponse)
    assert "HX-Redirect" not in answer.headers
