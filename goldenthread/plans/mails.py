"""Reading a mail that came in: who sent it, to which address, and what is new in it."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr
from html.parser import HTMLParser

LONGEST = 5000
_TO = ("To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To")
# Where what was answered to begins, as the usual programs write it.
_QUOTED = re.compile(
    r"^\s*(>|-{3,}\s*Original Message|_{10,}\s*$|From:\s|Sent from my |On\s.{4,200}wrote:\s*$|-- $)",
    re.IGNORECASE,
)
_WROTE = re.compile(r"^On\s[^\n]{4,200}\n[^\n]{0,200}wrote:\s*$", re.IGNORECASE | re.MULTILINE)
_AWAY = re.compile(
    r"^\s*(automatic reply|auto(matic)? ?response|out of (the )?office)", re.IGNORECASE
)
_REFERENCE = re.compile(r"^\s*(P\d+-A\d+)\b[\s:.,–-]*", re.IGNORECASE)
_BREAKS = frozenset({"p", "div", "br", "tr", "li", "h1", "h2", "h3"})


@dataclass(frozen=True, kw_only=True)
class Mail:
    """One mail. `key` is the same for a mail that is received twice."""

    key: str
    sender: str
    to: str
    text: str
    is_automatic: bool
    is_bounce: bool
    has_attachments: bool


def read(raw: bytes) -> Mail:
    """A mail from its bytes; one that is no mail has no sender and says nothing."""
    found = message_from_bytes(raw, policy=policy.default)
    number = str(found.get("Message-ID", "")).strip().encode()
    return Mail(
        key=hashlib.sha256(number or raw).hexdigest(),
        sender=parseaddr(_header(found, "From"))[1].lower(),
        to=" ".join(_header(found, name) for name in _TO),
        text=new_words(_text(found))[:LONGEST],
        is_automatic=_is_automatic(found),
        is_bounce=_is_bounce(found),
        has_attachments=any(True for _ in found.iter_attachments()),
    )


def new_words(text: str) -> str:
    """What stands above the quoted mail and the signature."""
    above = _WROTE.split(text.replace("\r\n", "\n").replace("\u00a0", " "))[0]
    kept: list[str] = []
    for line in above.splitlines():
        if _QUOTED.match(line):
            break
        kept.append(line.rstrip())
    return "\n".join(kept).strip()


def by_reference(text: str) -> dict[str, str]:
    """What is said of each action whose reference begins a line: {"P1-A2": "Two offices seen"}."""
    said: dict[str, list[str]] = {}
    current = ""
    for line in text.splitlines():
        if match := _REFERENCE.match(line):
            current = match.group(1).upper()
            line = line[match.end() :]
        if current:
            said.setdefault(current, []).append(line)
    joined = {name: "\n".join(lines).strip() for name, lines in said.items()}
    return {name: words for name, words in joined.items() if words}


def _header(found: EmailMessage, name: str) -> str:
    return " ".join(str(value) for value in found.get_all(name, []))


def _is_automatic(found: EmailMessage) -> bool:
    """RFC 3834, and the older marks that out-of-office programs leave."""
    submitted = _header(found, "Auto-Submitted").split(";")[0].strip().lower()
    bulk = _header(found, "Precedence").strip().lower() in ("bulk", "junk", "auto_reply")
    marked = bool(found.get("X-Autoreply") or found.get("X-Autorespond"))
    away = bool(_AWAY.match(_header(found, "Subject")))
    return submitted not in ("", "no") or bulk or marked or away


def _is_bounce(found: EmailMessage) -> bool:
    """RFC 3464, and what comes from the mail system itself."""
    sender = parseaddr(_header(found, "From"))[1].lower()
    report = found.get_content_type() == "multipart/report"
    delivery = "delivery-status" in _header(found, "Content-Type").lower()
    empty_path = _header(found, "Return-Path").strip() == "<>"
    return (report and delivery) or sender.startswith("mailer-daemon@") or empty_path


def _text(found: EmailMessage) -> str:
    body = found.get_body(preferencelist=("plain", "html"))
    if body is None:
        return ""
    try:
        content = str(body.get_content())
    except (LookupError, UnicodeDecodeError):
        # An alphabet that nobody knows; what can be read of it is kept.
        payload = body.get_payload(decode=True)
        content = payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
    return _plain(content) if body.get_content_subtype() == "html" else content


def _plain(html: str) -> str:
    reader = _Words()
    reader.feed(html)
    return "".join(reader.words)


class _Words(HTMLParser):
    """The words of HTML without the quoted mail, which programs put into a block of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: Iterable[tuple[str, str | None]]) -> None:
        if tag in ("style", "script", "blockquote"):
            self._hidden += 1
        elif tag in _BREAKS:
            self.words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("style", "script", "blockquote"):
            self._hidden = max(0, self._hidden - 1)

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.words.append(data)
