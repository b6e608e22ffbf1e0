"""The covering letter of a signed paper: to whom, the letter, what is enclosed."""

from goldenthread.basics.days import without_weekday
from goldenthread.papers.document import (
    Block,
    Column,
    Document,
    Facts,
    Grid,
    Heading,
    Run,
    cell,
    paragraphs,
    words,
)
from goldenthread.papers.models import FrozenFile, Recipient, Sending
from goldenthread.papers.signers import post_in_words
from goldenthread.papers.verbs import SENDERS
from goldenthread.people.models import User


def build(sending: Sending, *, by: User) -> Document:
    """The letter with its enclosures by hash, and the distribution list.

    It goes to named recipients and is not published, so what it says of ways to reach somebody
    stays.

    Raises:
        Sending.DoesNotExist: the person does not see it.
    """
    rows = Sending.objects.visible_to(by).select_related("paper__plan__authority", "by")
    row = rows.get(pk=sending.pk)
    authority, paper = row.authority, row.paper
    post = post_in_words(row.by, authority, roles=SENDERS, day=row.sent_on)
    recipients = list(row.recipients.select_related("acknowledged").order_by("pk"))
    day = without_weekday(row.sent_on)
    return Document(
        title=f"Covering letter: {paper.title}",
        authority=authority.name,
        as_at=row.sent_on,
        footer=f"{authority.name}: covering letter of {paper.public_id}, {day}",
        blocks=(
            Facts(
                (
                    ("To", (Run("; ".join(one.name for one in recipients)),)),
                    ("Date", (Run(day),)),
                    ("Enclosed", (Run(f"{paper.title} ({paper})"),)),
                )
            ),
            *_letter(row),
            words(post),
            Heading(2, "Enclosed files"),
            _files(list(paper.files.select_related("upload").order_by("pk"))),
            Heading(2, "Distribution"),
            _distribution(recipients),
        ),
    )


def _letter(row: Sending) -> tuple[Block, ...]:
    said = paragraphs(row.covering)
    return said or (words("It was sent without a covering letter."),)


def _files(files: list[FrozenFile]) -> Grid:
    return Grid(
        columns=(Column("File"), Column("SHA-256", 2)),
        rows=tuple((cell(str(one.upload), head=True), cell(one.sha256)) for one in files),
        caption="Enclosed files",
        summary="A row for each frozen file with the hash by which a copy can be checked.",
    )


def _distribution(recipients: list[Recipient]) -> Grid:
    return Grid(
        columns=(Column("Recipient"), Column("Acknowledged", 2)),
        rows=tuple((cell(one.name, head=True), cell(acknowledged(one))) for one in recipients),
        caption="Distribution",
        summary="A row for each recipient, and whether it said that the paper came.",
    )


def acknowledged(recipient: Recipient) -> str:
    """When a recipient said that the paper came, and what it said; `acknowledged` at hand."""
    if not hasattr(recipient, "acknowledged"):
        return "Not yet"
    said = recipient.acknowledged
    return f"{without_weekday(said.on)}{f': {said.words}' if said.words else ''}"
