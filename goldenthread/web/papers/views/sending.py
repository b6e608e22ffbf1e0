"""To whom a signed paper was sent: recorded, acknowledged, and its covering letter."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.text import slugify
from django.views.decorators.http import require_http_methods, require_safe

from goldenthread.papers import actions, covering
from goldenthread.papers.models import Recipient, Sending, SignedPaper
from goldenthread.papers.renderers import FORMS
from goldenthread.papers.verbs import SEND
from goldenthread.people.permissions import require
from goldenthread.web.asking import Ask, asked
from goldenthread.web.pages import Crumb
from goldenthread.web.papers import addresses
from goldenthread.web.papers.forms import AcknowledgedForm, SendingForm
from goldenthread.web.papers.views.common import signed_of, way_to_papers
from goldenthread.web.requests import SignedInRequest
from goldenthread.web.saving import saved

SAYS = (
    "Nothing is sent from here: write down what you sent, and print the covering letter with the "
    "distribution list. It is kept for good; a mistake is put right by recording it again."
)


@require_http_methods(["GET", "HEAD", "POST"])
def send(request: SignedInRequest, code: str, public_id: str, paper_id: str) -> HttpResponse:
    """Ask to whom the paper went, and keep it."""
    paper = signed_of(request, code, public_id, paper_id)
    require(request.user, SEND, paper.authority)
    form = SendingForm(request.POST or None)
    return asked(
        request,
        form,
        _ask(
            request,
            paper,
            heading="Record to whom it was sent",
            says=SAYS,
            button="Record it",
            done="It is recorded as sent.",
        ),
        lambda given: actions.record_sending(
            paper=paper,
            to=given["to"].splitlines(),
            sent_on=given["sent_on"],
            how=given["how"],
            covering=given["covering"],
            by=request.user,
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def acknowledge(
    request: SignedInRequest, code: str, public_id: str, paper_id: str, pk: int
) -> HttpResponse:
    """Ask when a recipient said that the paper came."""
    paper = signed_of(request, code, public_id, paper_id)
    require(request.user, SEND, paper.authority)
    rows = Recipient.objects.visible_to(request.user).select_related("sending__paper__plan")
    recipient = get_object_or_404(rows, pk=pk, sending__paper=paper)
    form = AcknowledgedForm(request.POST or None)
    return asked(
        request,
        form,
        _ask(
            request,
            paper,
            heading=f"{recipient} acknowledged it",
            says="Kept for good. Their words, such as a reference, are printed with it.",
            button="Record it",
            done=f"Recorded: {recipient} acknowledged it.",
        ),
        lambda given: actions.record_acknowledgement(
            recipient=recipient, on=given["on"], words=given["words"], by=request.user
        ),
    )


@require_safe
def letter(
    request: SignedInRequest, code: str, public_id: str, paper_id: str, pk: int, form: str
) -> HttpResponse:
    """The covering letter with the distribution list, in one of the forms."""
    paper = signed_of(request, code, public_id, paper_id)
    sending = get_object_or_404(Sending.objects.visible_to(request.user), pk=pk, paper=paper)
    kind = FORMS[form]
    called = f"{slugify(f'{paper} covering letter')}{kind.extension}"
    data = kind.render(covering.build(sending, by=request.user))
    return saved(data, called=called, media_type=kind.media_type)


def _ask(
    request: SignedInRequest,
    paper: SignedPaper,
    *,
    heading: str,
    says: str,
    button: str,
    done: str,
) -> Ask:
    here = addresses.of_signed(paper)
    return Ask(
        heading=heading,
        caption=f"{paper.plan}, {paper.public_id}",
        says=says,
        button=button,
        back=here,
        crumbs=way_to_papers(request, paper.plan, Crumb(paper.public_id, here)),
        done=lambda _made: done,
    )
