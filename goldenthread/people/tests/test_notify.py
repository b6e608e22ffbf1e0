"""Mailing by GOV.UK Notify, against a server of our own that answers as it does."""

import json
import socket
import threading
import time
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.core.mail import EmailMessage, EmailMultiAlternatives, get_connection

from goldenthread.people import actions
from goldenthread.people.mailing import mail as mail_notice
from goldenthread.people.models import Digest, Notice, User
from goldenthread.people.sending import Fate, hand_over

pytestmark = pytest.mark.enable_socket
SERVICE, SECRET = "26785a09-ab16-4eb0-8407-a37497a57506", "3d844edf-8d35-48ac-975b-e847b4f122b0"
FAULT = {"status_code": 400, "errors": [{"error": "BadRequestError", "message": "lena@..."}]}


class Notify(ThreadingHTTPServer):
    """Keeps what it is asked; `status` and `content` are what it answers."""

    daemon_threads = True

    def __init__(self, status, content):
        super().__init__(("127.0.0.1", 0), Answering)
        self.status, self.content, self.asked = status, content, []


class Answering(BaseHTTPRequestHandler):
    def do_POST(self):
        sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append((self.path, self.headers["Authorization"], sent))
        if self.server.status == "silent":
            time.sleep(1)
            return
        if self.server.status == "gone":
            self.connection.shutdown(socket.SHUT_RDWR)
            return
        self.send_response(self.server.status)
        self.end_headers()
        self.wfile.write(self.server.content.encode())

    def log_message(self, *said):
        """Nothing on the terminal."""


@pytest.fixture
def serve(settings):
    running = []

    def started(status=201, content=None):
        server = Notify(status, json.dumps({"id": "1"}) if content is None else content)
        running.append(server)
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}).start()
        settings.NOTIFY_ADDRESS = f"http://127.0.0.1:{server.server_port}"
        return server

    settings.EMAIL_BACKEND = "goldenthread.people.notify.EmailBackend"
    settings.NOTIFY_TEMPLATE, settings.NOTIFY_KEY = "a-template", f"made-{SERVICE}-{SECRET}"
    settings.EMAIL_TIMEOUT = 0.3
    yield started
    for server in running:
        server.shutdown()
        server.server_close()


def mail(*to):
    made = EmailMultiAlternatives(
        subject="Golden Thread", body="P1-A1", to=to or ("lena@aldermere.example",)
    )
    made.attach_alternative("<p>P1-A1</p>", "text/html")
    return made


def test_a_mail_that_is_taken_goes_into_the_template_as_text(serve):
    server = serve()
    assert hand_over(mail()).fate is Fate.SENT
    [(path, signed, sent)] = server.asked
    assert path == "/v2/notifications/email"
    assert signed.startswith("Bearer ")
    assert SECRET not in signed
    assert sent == {
        "email_address": "lena@aldermere.example",
        "template_id": "a-template",
        "personalisation": {"subject": "Golden Thread", "body": "P1-A1"},
    }


def test_each_receiver_gets_one(serve):
    server = serve()
    hand_over(mail("lena@aldermere.example", "dan@aldermere.example"))
    assert [sent["email_address"] for _, _, sent in server.asked] == [
        "lena@aldermere.example",
        "dan@aldermere.example",
    ]


@pytest.mark.parametrize(
    ("status", "content", "problem"),
    [
        (400, json.dumps(FAULT), "GOV.UK Notify refused it (400 BadRequestError)."),
        (403, json.dumps({"errors": [{"error": "AuthError"}]}), "refused it (403 AuthError)."),
        (429, json.dumps({"errors": [{"error": "RateLimitError"}]}), "(429 RateLimitError)."),
        (500, json.dumps({"errors": [{"error": "Exception"}]}), "(500 Exception)."),
        (403, "<html>Blocked by a proxy</html>", "GOV.UK Notify refused it (403)."),
        (400, json.dumps({"errors": [{"error": "lena@aldermere.example"}]}), "it (400)."),
        (400, json.dumps({"errors": []}), "it (400)."),
    ],
)
def test_what_notify_refuses_did_not_go_out_and_says_number_and_kind(
    serve, status, content, problem
):
    server = serve(status, content)
    found = hand_over(mail())
    assert found.fate is Fate.REFUSED
    assert found.problem.endswith(problem)
    assert "lena" not in found.problem
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    ("status", "content"), [("silent", ""), ("gone", ""), (502, "Bad gateway"), (201, "<html>")]
)
def test_where_no_answer_says_so_nobody_knows_whether_it_went_out(serve, status, content):
    server = serve(status, content)
    found = hand_over(mail())
    assert found.fate is Fate.UNKNOWN
    assert len(server.asked) == 1


def test_a_notify_that_is_not_reached_is_a_refusal(serve, settings):
    serve()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        settings.NOTIFY_ADDRESS = f"http://127.0.0.1:{free.getsockname()[1]}"
    found = hand_over(mail())
    assert (found.fate, found.problem) == (Fate.REFUSED, "GOV.UK Notify could not be reached.")


@pytest.mark.parametrize("key", ["", "too-short"])
def test_a_key_that_is_missing_or_cut_off_is_named(serve, settings, key):
    serve()
    settings.NOTIFY_KEY = key
    found = hand_over(mail())
    assert found.fate is Fate.REFUSED
    assert "GOLDENTHREAD_NOTIFY_KEY" in found.problem


def test_whoever_asks_for_silence_gets_the_number_of_mails_that_went_out(serve):
    serve(403, "{}")
    assert get_connection(fail_silently=True).send_messages([mail()]) == 0
    with pytest.raises(OSError, match="refused it"):
        get_connection().send_messages([EmailMessage(subject="A", body="B", to=["a@b.example"])])


@pytest.mark.django_db
def test_a_refused_digest_waits_to_be_tried_again_and_says_why(cast, serve):
    serve(429, json.dumps({"errors": [{"error": "RateLimitError"}]}))
    now = datetime(2026, 3, 16, 7, 0, tzinfo=UTC)
    by = User.objects.system("timer.digest", "Digest")
    row = Digest.objects.create(
        user=cast.bob, kind="weekly", period="2026-W12", due_at=now, not_before=now
    )
    assert actions.claim_digest(digest=row, by=by, now=now)
    actions.end_digest(digest=row, by=by, now=now, outcome=hand_over(mail()))
    row.refresh_from_db()
    assert (row.state, row.tries) == ("waiting", 1)
    assert Digest.objects.troubled().get().problem.endswith("(429 RateLimitError).")


@pytest.mark.django_db(transaction=True)
def test_a_refused_message_stays_in_the_inbox_with_why(cast, serve):
    serve(400, json.dumps(FAULT))
    message = actions.Message(to=cast.bob, matters=("x",), about="A", words="B")
    [notice] = actions.send_notices(authority=cast.aldermere, messages=[message], by=cast.alice)
    mail_notice(notice.pk)
    kept = Notice.objects.get()
    assert (kept.mailed_at, kept.mail_problem) == (
        None,
        "GOV.UK Notify refused it (400 BadRequestError).",
    )
