"""Handing mail to a real server: taken, refused, silent, gone in the middle, not there."""

import socket
from email import message_from_bytes

import pytest
from aiosmtpd.controller import Controller
from django.core.mail import EmailMultiAlternatives

from goldenthread.people.sending import Fate, hand_over

pytestmark = pytest.mark.enable_socket


class Server:
    """Keeps what it takes; `answer` is what it says to the content of a mail."""

    def __init__(self, answer="250 OK"):
        self.answer, self.taken = answer, []

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("nobody@"):
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.answer == "gone":
            server.transport.abort()
            return "250 OK"
        if self.answer.startswith("250"):
            self.taken.append(message_from_bytes(envelope.content))
        return self.answer


@pytest.fixture
def serve(settings):
    """Starts a server of its own on a free port, and points the house at it."""
    running = []

    def started(answer="250 OK"):
        handler = Server(answer)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        running.append(Controller(handler, hostname="127.0.0.1", port=port))
        running[0].start()
        settings.EMAIL_PORT = port
        return handler

    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_USE_TLS, settings.EMAIL_TIMEOUT = "127.0.0.1", False, 0.5
    yield started
    for one in running:
        one.stop(no_assert=True)


def mail(to="lena@aldermere.example"):
    made = EmailMultiAlternatives(subject="Golden Thread", body="P1-A1", to=[to])
    made.attach_alternative("<p>P1-A1</p>", "text/html")
    return made


def test_a_mail_that_is_taken_is_sent_as_text_and_html(serve):
    server = serve()
    assert hand_over(mail()).fate is Fate.SENT
    [taken] = server.taken
    kinds = [part.get_content_type() for part in taken.walk()]
    assert kinds == ["multipart/alternative", "text/plain", "text/html"]


@pytest.mark.parametrize("answer", ["451 busy", "552 mailbox full"])
def test_a_mail_that_the_server_refuses_did_not_go_out(serve, answer):
    server = serve(answer)
    found = hand_over(mail())
    assert (found.fate, server.taken) == (Fate.REFUSED, [])
    assert found.problem.startswith("The mail server refused it")


def test_a_receiver_whom_the_server_does_not_know_is_a_refusal(serve):
    server = serve()
    assert hand_over(mail("nobody@aldermere.example")).fate is Fate.REFUSED
    assert server.taken == []


def test_a_line_that_breaks_in_the_middle_leaves_it_unknown(serve):
    serve("gone")
    found = hand_over(mail())
    assert found.fate is Fate.UNKNOWN
    assert "line to the mail server broke" in found.problem


def test_a_server_that_is_not_there_is_a_refusal(serve, settings):
    serve()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        settings.EMAIL_PORT = free.getsockname()[1]
    found = hand_over(mail())
    assert found.fate is Fate.REFUSED
    assert "could not be reached" in found.problem


def test_a_server_that_says_nothing_is_not_waited_for_long(settings, serve):
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        settings.EMAIL_PORT = silent.getsockname()[1]
        assert hand_over(mail()).fate is Fate.REFUSED
