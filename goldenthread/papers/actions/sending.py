"""Recording that a signed paper was sent, and that a recipient acknowledged it."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils import timezone

from goldenthread.basics.days import without_weekday
from goldenthread.basics.errors import NotAllowedNow
from goldenthread.papers.models import Acknowledgement, Recipient, Sending, SignedPaper
from goldenthread.papers.screening import suspected
from goldenthread.papers.verbs import SEND
from goldenthread.people.history import record
from goldenthread.people.models import User
from goldenthread.people.permissions import require

LONGEST, LONGEST_NAME, MOST = 5_000, 200, 100


@transaction.atomic
def record_sending(
    *, paper: SignedPaper, to: Sequence[str], sent_on: date, how: str, by: User, covering: str = ""
) -> Sending:
    """Write down that a signed paper went out: to whom, when, how, with which letter.

    The product sends nothing itself here: who sent it says so.

    Args:
        to:       each recipient as it is called; a name that comes twice counts once.
        how:      a value of `Sending.How`.
        covering: the covering letter's words, which the paper 'covering letter' prints.

    Raises:
        NotAllowed:    `by` may not record it; whoever may sees every plan whole.
        NotAllowedNow: nobody is named; the day is to come or lies before the signing; a name or
                       the letter is too long; or the letter may tell who a child is.
    """
    require(by, SEND, paper.authority)
    names = _names(to)
    _in_order(sent_on, timezone.localtime(paper.signed_at).date(), "signed off")
    sending = Sending(paper=paper, sent_on=sent_on, how=how, by=by, at=timezone.now())
    sending.covering = _letter(covering, paper)
    sending.save()
    for name in names:
        Recipient(sending=sending, name=name).save()
    after = {"paper": paper.public_id, "to": names, "on": sent_on, "how": how}
    record(by=by, verb="sent", thing=sending, after=after)
    return sending


@transaction.atomic
def record_acknowledgement(
    *, recipient: Recipient, on: date, by: User, words: str = ""
) -> Acknowledgement:
    """Write down that a recipient said that the paper came.

    Raises:
        NotAllowed:    `by` may not record it; whoever may sees every plan whole.
        NotAllowedNow: it is acknowledged already; the day is to come or before the sending.
    """
    row = Recipient.objects.select_for_update(of=("self",)).get(pk=recipient.pk)
    require(by, SEND, row.authority)
    if hasattr(row, "acknowledged"):
        raise NotAllowedNow(
            f"{row}: it was acknowledged on {without_weekday(row.acknowledged.on)} already."
        )
    _in_order(on, row.sending.sent_on, "sent")
    said = words.strip()
    if len(said) > LONGEST:
        raise NotAllowedNow(f"The words have {len(said)} characters; {LONGEST} are the most.")
    made = Acknowledgement(recipient=row, on=on, words=said, by=by, at=timezone.now())
    made.save()
    record(by=by, verb="acknowledged", thing=row.sending, after={"by": row.name, "on": on})
    return made


def _names(to: Sequence[str]) -> list[str]:
    names = list(dict.fromkeys(name for one in to if (name := " ".join(one.split()))))
    if not names:
        raise NotAllowedNow("Nobody is named. Type each recipient on a line of its own.")
    if len(names) > MOST:
        raise NotAllowedNow(f"{len(names)} recipients are named; {MOST} are the most.")
    if long := [name for name in names if len(name) > LONGEST_NAME]:
        raise NotAllowedNow(f"“{long[0][:40]}…” is too long: {LONGEST_NAME} letters at most.")
    return names


def _in_order(day: date, earliest: date, what: str) -> None:
    if day > timezone.localdate():
        raise NotAllowedNow(f"{without_weekday(day)} is to come. Choose today or an earlier day.")
    if day < earliest:
        raise NotAllowedNow(
            f"{without_weekday(day)} is before {without_weekday(earliest)}, when the paper was "
            f"{what}. Choose that day or a later one."
        )


def _letter(covering: str, paper: SignedPaper) -> str:
    said = covering.strip()
    if len(said) > LONGEST:
        raise NotAllowedNow(
            f"The covering letter has {len(said)} characters; {LONGEST} are the most. Shorten it."
        )
    if places := suspected(said, paper.authority):
        raise NotAllowedNow(
            f"The covering letter may tell who a child is. {'; '.join(places)}. Take it out. "
            "Nothing was kept."
        )
    return said
