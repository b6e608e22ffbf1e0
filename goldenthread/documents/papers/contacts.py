"""The people that a paper names on its front: who it is from and whom to ask."""

import re
from dataclasses import dataclass

from goldenthread.documents.papers.front import Field
from goldenthread.documents.papers.passages import Passage
from goldenthread.documents.proposals import Proposal

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?:\+44\s?|\b0)\d{2,4}[\s-]?\d{3,4}[\s-]?\d{3,4}\b")
_LABELS = re.compile(
    r"\b(?:tel(?:ephone)?(?:\s+no)?|phone|e-?mail(?:\s+address)?"
    r"|contact)\b\s*\.?\s*:?\s*(?=$|[+\d(]|\S+@)",
    re.IGNORECASE | re.MULTILINE,
)
_POST = re.compile(
    r"\b(?:cabinet member|portfolio holder|lead member|executive member|leader|deputy leader|chair|"
    r"(?:(?:interim|acting|corporate|executive|assistant|deputy|strategic|service|managing"
    r"|joint)\s+)*director|"
    r"(?:interim\s+|acting\s+)?head of|chief|(?:\w+\s+)?manager|(?:\w+\s+)?officer|lead\b"
    r"|principal)",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"^(?:contact (?:details|officer)|report author|author|contact for further information)\b",
    re.IGNORECASE,
)

LONGEST_TAIL = 12
LONGEST_CAPTION = 8


@dataclass(slots=True)
class Person:
    """Somebody named on the front, as printed; None where it is not printed."""

    role: str
    name: str | None
    post: str | None
    telephone: str | None
    email: str | None

    def as_dict(self) -> Proposal:
        return {
            "role": self.role,
            "name": self.name,
            "post": self.post,
            "telephone": self.telephone,
            "email": self.email,
        }


def people_of(fields: list[Field], body: list[Passage]) -> list[Person]:
    """The people of the front's fields, completed from the contact details at the paper's end."""
    people = [
        _person(one.label, one.text)
        for one in fields
        if one.meaning in {"report_from", "contact"} and one.parts
    ]
    end = _person("contact details", _tail_text(body))
    same = [p for p in people if _same(p, end)]
    for person in same:
        person.telephone = person.telephone or end.telephone
        person.email = person.email or end.email
    return people if same or not end.name else [*people, end]


def tail_of(body: list[Passage]) -> int:
    """Where the block of contact details begins that ends a paper; its end where there is none."""
    for at in range(len(body) - 1, max(-1, len(body) - LONGEST_TAIL), -1):
        passage = body[at]
        if _TAIL.match(passage.text) and len(passage.text.split()) <= LONGEST_CAPTION:
            return at
    return len(body)


def _tail_text(body: list[Passage]) -> str:
    tail = body[tail_of(body) :]
    lines = [row.text for passage in tail for row in passage.rows]
    return "\n".join([_TAIL.sub("", lines[0]).lstrip(" :"), *lines[1:]]) if lines else ""


def _person(role: str, text: str) -> Person:
    phone, email = _PHONE.search(text), _EMAIL.search(text)
    rest = _LABELS.sub("", _EMAIL.sub("", _PHONE.sub("", text)))
    lines = [line.strip(" ,;:–-") for line in re.split(r"\n|,|\s[–-]\s|;", rest)]
    name, post = _name_and_post([line for line in lines if line])
    return Person(role, name, post, phone[0] if phone else None, email[0] if email else None)


def _name_and_post(lines: list[str]) -> tuple[str | None, str | None]:
    """The first line that is no post is the name; what follows it is the post."""
    if not lines:
        return None, None
    first, rest = lines[0], lines[1:]
    post = _POST.search(first)
    if post is None:
        return first, " ".join(rest) or None
    name = first[: post.start()].strip(" ,(")
    if not name or name.lower() in {"the", "councillor"}:
        if len(rest) == 1 and not _POST.search(rest[0]):
            return rest[0], first
        return None, " ".join(lines)
    return name, " ".join([first[post.start() :].rstrip(")"), *rest])


def _same(one: Person, other: Person) -> bool:
    return bool(one.name and other.name) and _plain(one.name) == _plain(other.name)


def _plain(name: str | None) -> str:
    return re.sub(r"\W|\b(?:cllr|councillor|mrs?|ms|dr)\b", "", (name or "").lower())
