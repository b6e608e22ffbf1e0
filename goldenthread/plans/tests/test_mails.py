"""Reading a mail: what is new in it, and which mails are no answer."""

import pytest

from goldenthread.plans import mails

HEAD = "From: Lena Long <Lena@aldermere.example>\nTo: r@x.example\nMessage-ID: <1@x>\n"


def mail(text="", *, head="", of="Content-Type: text/plain; charset=utf-8\n"):
    return mails.read(f"{HEAD}{head}{of}\n{text}".encode())


@pytest.mark.parametrize(
    "quoted",
    [
        "> what was said",
        "On Mon, 16 Mar 2026 at 09:30, Golden Thread wrote:\n> 1 thing waits",
        "On Mon, 16 Mar 2026 at 09:30, Golden Thread <gt@x.example>\nwrote:\n> 1 thing waits",
        "-----Original Message-----\nFrom: Golden Thread",
        "________________________________\nFrom: Golden Thread\nSent: Monday",
        "From: Golden Thread\nSent: Monday",
        "-- \nLena Long\nHead of service",
        "Sent from my phone",
    ],
)
def test_what_was_quoted_is_cut(quoted):
    assert (
        mail(f"Two offices seen.\nOne to go.\n\n{quoted}").text == "Two offices seen.\nOne to go."
    )


def test_words_that_only_look_like_a_quotation_stay():
    text = "On Monday we saw two.\nFrom now on weekly."
    assert mail(text).text == text


def test_html_is_read_without_the_quoted_block():
    html = "<p>Two&nbsp;seen</p><p>One to go</p><blockquote>1 thing waits</blockquote>"
    found = mail(html, of="Content-Type: text/html; charset=utf-8\n")
    assert found.text.split("\n") == ["Two seen", "One to go"]


@pytest.mark.parametrize(
    "head",
    [
        "Auto-Submitted: auto-replied\n",
        "Precedence: bulk\n",
        "X-Autoreply: yes\n",
        "Subject: Automatic reply: Golden Thread\n",
        "Subject: Out of office\n",
    ],
)
def test_an_automatic_answer_is_known_as_one(head):
    assert mail("I am away", head=head).is_automatic


def test_an_ordinary_mail_is_no_automatic_answer():
    found = mail("Seen", head="Auto-Submitted: no\nSubject: Re: Golden Thread\n")
    assert not found.is_automatic
    assert not found.is_bounce


def test_a_report_of_the_mail_system_is_a_bounce():
    of = 'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\n'
    assert mail("--b\n\nno such user\n--b--", of=of).is_bounce
    assert mail("", head="Return-Path: <>\n").is_bounce


def test_attachments_are_noticed():
    of = 'Content-Type: multipart/mixed; boundary="b"\n'
    body = (
        "--b\nContent-Type: text/plain\n\nSeen\n"
        "--b\nContent-Disposition: attachment; filename=a.txt\n\nx\n--b--"
    )
    found = mail(body, of=of)
    assert (found.text, found.has_attachments) == ("Seen", True)


def test_the_sender_is_an_address_in_lower_case():
    assert mail("x").sender == "lena@aldermere.example"


def test_one_mail_has_one_key():
    assert mail("x").key == mail("y").key
    assert mails.read(b"no mail at all").key != mails.read(b"another").key


@pytest.mark.parametrize(
    "raw", [b"", b"\x00\xff", b"From: x\n\n", "Subject: £\n\n£".encode("latin-1")]
)
def test_whatever_comes_is_read_without_a_fault(raw):
    assert mails.read(raw).sender in ("", "x")


def test_an_unknown_alphabet_loses_no_ascii():
    assert mail("seen", of="Content-Type: text/plain; charset=klingon\n").text == "seen"


def test_references_at_the_beginning_of_lines_part_an_answer():
    text = "Dear all\nP1-A2: two seen\nand one to go\np1-a13 – none\nP1-A4:"
    assert mails.by_reference(text) == {"P1-A2": "two seen\nand one to go", "P1-A13": "none"}
