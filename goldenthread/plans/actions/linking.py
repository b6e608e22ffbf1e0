"""Which recommendations an item answers, and who signs off that the words differ."""

from django.db import transaction
from django.utils import timezone

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.inspections import actions as inspections
from goldenthread.inspections.models import Recommendation
from goldenthread.people.history import record
from goldenthread.people.models import User
from goldenthread.plans.actions.rows import changeable, note_use
from goldenthread.plans.differences import difference
from goldenthread.plans.models import Item, ItemRecommendation

SIGN_OFF = "plans.sign_off_wording"
WordingIs = ItemRecommendation.WordingIs


@transaction.atomic
def link_recommendation(
    *, item: Item, recommendation: Recommendation, by: User
) -> ItemRecommendation:
    """Say that an item answers a recommendation. How the words differ is worked out and kept.

    Raises:
        NotAllowed:    `by` may not link in the authority.
        NotAllowedNow: the two are of different authorities, or are linked already.
    """
    plan = changeable(item.plan, by, "plans.link")
    if item.answered.current().filter(recommendation=recommendation).exists():
        raise NotAllowedNow(f"{item} answers that recommendation already. Nothing was changed.")
    link = write_link(item, recommendation, by)
    note_use(plan)
    record(
        by=by,
        verb="linked",
        thing=link,
        after={
            "item": item.public_id,
            "recommendation": recommendation.pk,
            "wording": link.wording,
            "difference": link.difference,
        },
    )
    return link


@transaction.atomic
def unlink_recommendation(*, link: ItemRecommendation, by: User, why: str) -> ItemRecommendation:
    """Take a link away; it stays in the table with who and when.

    Raises:
        NotAllowed:    `by` may not link in the authority.
        NotAllowedNow: it is taken away already, or there is no reason.
    """
    plan = changeable(link.item.plan, by, "plans.link")
    row = _standing(link)
    if not why.strip():
        raise NotAllowedNow("Say why. The link stays.")
    row.removed_by, row.removed_at = by, timezone.now()
    row.save(update_fields=["removed_by", "removed_at"])
    note_use(plan)
    record(by=by, verb="unlinked", thing=row, before={"item": row.item.public_id}, why=why)
    return row


@transaction.atomic
def sign_off_wording(*, link: ItemRecommendation, by: User, why: str = "") -> ItemRecommendation:
    """Accept that the item says it in other words than the recommendation.

    Raises:
        NotAllowed:    `by` may not sign off wordings in the authority.
        NotAllowedNow: the words are the same, it is signed off already, or unlinked.
    """
    plan = changeable(link.item.plan, by, SIGN_OFF)
    row = _standing(link)
    if row.wording == WordingIs.SAME or row.signed_off_at is not None:
        raise NotAllowedNow("There is no difference left to sign off. Nothing was changed.")
    sign(row, by)
    note_use(plan)
    record(
        by=by,
        verb="signed off the wording",
        thing=row,
        after={"difference": row.difference},
        why=why,
    )
    return row


def write_link(item: Item, recommendation: Recommendation, by: User) -> ItemRecommendation:
    """The link itself; part of `link_recommendation` and of `record_plan`.

    Raises:
        NotAllowedNow: the recommendation is another authority's, or its report is archived or
                       withdrawn.
    """
    if recommendation.authority != item.authority:
        raise NotAllowedNow("Nothing crosses between authorities: the recommendation is another's.")
    words = difference(recommendation.text, item.text)
    link = ItemRecommendation.objects.create(
        item=item,
        recommendation=recommendation,
        wording=WordingIs.DIFFERS if words else WordingIs.SAME,
        difference=words,
        linked_by=by,
        linked_at=timezone.now(),
    )
    inspections.mark_used(
        inspection=recommendation.inspection, by=by, what=f"plan {item.plan.public_id}"
    )
    return link


def sign(link: ItemRecommendation, by: User) -> None:
    link.signed_off_by, link.signed_off_at = by, timezone.now()
    link.save(update_fields=["signed_off_by", "signed_off_at"])


def _standing(link: ItemRecommendation) -> ItemRecommendation:
    row = ItemRecommendation.objects.select_for_update(of=("self",)).get(pk=link.pk)
    if row.removed_at is not None:
        raise NotAllowedNow("That link was taken away. Nothing was changed.")
    return row
