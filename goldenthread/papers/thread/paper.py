"""The thread of a recommendation, an item or an action, as a paper of today."""

from django.utils import timezone

from goldenthread.basics.days import without_weekday
from goldenthread.inspections.models import Recommendation
from goldenthread.papers.contacts import left_out
from goldenthread.papers.document import Document
from goldenthread.papers.thread.layout import laid_out
from goldenthread.papers.thread.posts import ByPost
from goldenthread.people.models import User
from goldenthread.plans.models import Action, Item
from goldenthread.thread.chain import chain
from goldenthread.thread.known import known_of
from goldenthread.thread.sentences import Sentences, sentences


def build(thing: Recommendation | Item | Action, *, by: User) -> Document:
    """From the paragraph to the minute as the person sees it today; see `chain`.

    Args:
        thing: seen by the person; a recommendation with its inspection and framework.
    """
    day = timezone.localdate()
    found = chain(thing, by=by, day=day, naming=ByPost(thing.authority, day))
    authority = thing.authority.name
    return left_out(
        Document(
            title=f"Thread of {called(thing)}",
            subtitle=_place(thing),
            authority=authority,
            as_at=day,
            landscape=True,
            footer=f"{authority}: thread of {called(thing)}, {without_weekday(day)}",
            blocks=laid_out(found, _told(thing, by), thing.text),
        )
    )


def called(thing: Recommendation | Item | Action) -> str:
    """'recommendation 3' or 'P1-A12'."""
    if isinstance(thing, Recommendation):
        return f"recommendation {thing.number or thing.order}"
    return thing.public_id


def _place(thing: Recommendation | Item | Action) -> str:
    return str(thing.inspection if isinstance(thing, Recommendation) else thing.plan)


def _told(thing: Recommendation | Item | Action, by: User) -> Sentences | None:
    if not isinstance(thing, Recommendation):
        return None
    return sentences(known_of([thing], by=by, day=timezone.localdate())[thing.pk])
